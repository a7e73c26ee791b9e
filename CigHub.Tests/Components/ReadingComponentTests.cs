using System.Reflection;
using Bunit;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Tests.Components;

/// <summary>Checks that every component that reads data stops reading when its user leaves.</summary>
public sealed class ReadingComponentTests : ComponentTest
{
    private const BindingFlags OwnMembers = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The services through which components read.</summary>
    private static readonly Type[] _readers = [typeof(QueryReader), typeof(ListExport), typeof(EsportazioneSchede), typeof(SerieReader)];

    private static IEnumerable<Type> Components =>
        typeof(ReadingComponent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(ComponentBase)) && t != typeof(ReadingComponent));

    [Fact]
    public void Ogni_componente_che_legge_sa_quando_l_utente_se_ne_va()
    {
        var reading = Components.Where(t => t.GetProperties(OwnMembers).Any(p => _readers.Contains(p.PropertyType))).ToList();
        Assert.Contains(typeof(PageWithUser), reading);
        Assert.All(reading, t => Assert.True(t.IsAssignableTo(typeof(ReadingComponent)), t.Name));

        // The framework would call theirs instead of the one that ends the readings.
        Assert.All(Components.Where(t => t.IsAssignableTo(typeof(ReadingComponent))), t =>
        {
            Assert.False(t.IsAssignableTo(typeof(IDisposable)), t.Name);
            Assert.DoesNotContain(t.GetMethods(OwnMembers), m => m.Name.EndsWith("DisposeAsync", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Una_lettura_nuova_prende_il_posto_di_quella_in_corso_e_chi_lascia_la_pagina_la_ferma()
    {
        var component = Contesto.Render<Reads>().Instance;
        var first = component.Read();
        var second = component.Read();
        await first.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal([true, false], component.Tokens.Select(t => t.IsCancellationRequested));

        await component.DisposeAsync();
        await second.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.True(component.Tokens[1].IsCancellationRequested);
        await component.Read();
    }

    private sealed class Reads : ReadingComponent
    {
        public List<CancellationToken> Tokens { get; } = [];

        public Task Read() => InPlaceOfTheLast(async ct =>
        {
            Tokens.Add(ct);
            await Task.Delay(Timeout.Infinite, ct);
        });
    }
}
