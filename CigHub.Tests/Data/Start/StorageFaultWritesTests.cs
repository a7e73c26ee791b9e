using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.Operations;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Checks writes that are not commands (a serie di richieste, ticks, the step of a request) while the storage accepts nothing. They must be
/// refused with a sentence too.
/// </summary>
public sealed class StorageFaultWritesTests : IAsyncLifetime
{
    private readonly Obstacles _obstacles = new();
    private string _folder = "";
    private WebApplication _app = null!;
    private Actor _rup = null!;

    public async Task InitializeAsync()
    {
        _folder = await OfficeAtRest.Copy("writes");
        _app = StartUnderTest.Build(_folder, Web.Data.Start.StartSteps.None, adjust: _obstacles.AddTo);
        await _app.PrepareDataAsync();
        var request = await Find(a => a.Stato == StatoAffidamento.CigInRichiesta || a.Stato == StatoAffidamento.ProntoPerIlPortale);
        _rup = new Actor(request.RupId, Ruolo.Rup, request.EnteId, [Ruolo.Rup]);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        StartUnderTest.LetGo(_folder);
        TestFolder.Delete(_folder);
    }

    [Fact]
    public async Task Una_serie_non_si_mette_in_fila_e_lo_dice()
    {
        var series = _app.Services.GetRequiredService<SerieReader>();
        _obstacles.FileIsReadOnly();
        Refused(await series.Add(_rup, null, CancellationToken.None));
        Refused(await series.Write(_rup, (own, rows) => rows.Remove(own, [Guid.NewGuid()])));
        _obstacles.Gone();
        Assert.True((await series.Add(_rup, null, CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task Una_spunta_dell_elenco_non_si_tiene_e_lo_dice()
    {
        var preferences = _app.Services.GetRequiredService<ListPreferences>();
        var id = (await Find(_ => true)).Id;
        _obstacles.FileIsReadOnly();
        Refused(await preferences.Tick(_rup, [id], true));
        Refused(await preferences.SpuntaNessuno(_rup));
        Assert.Empty(await preferences.Spuntati(_rup.PersonaId));
        _obstacles.Gone();
        Assert.True((await preferences.Tick(_rup, [id], true)).IsSuccess);
    }

    [Fact]
    public async Task Una_richiesta_non_ricomincia_e_lo_dice()
    {
        var request = await Find(a => a.Stato == StatoAffidamento.CigInRichiesta);
        var actor = new Actor(request.RupId, Ruolo.Rup, request.EnteId, [Ruolo.Rup]);
        var positions = _app.Services.GetRequiredService<RequestProgress>();
        _obstacles.FileIsReadOnly();
        Refused(await positions.StartOver(actor, request.Id));
        _obstacles.Gone();
        Assert.True((await positions.StartOver(actor, request.Id)).IsSuccess);
    }

    private static void Refused(Result outcome)
    {
        var error = Assert.Single(outcome.Errors);
        Assert.Equal("archivio.sola-lettura", error.Code);
        Assert.StartsWith("Non salvato: ", error.Message, StringComparison.Ordinal);
    }

    private async Task<Affidamento> Find(System.Linq.Expressions.Expression<Func<Affidamento, bool>> which)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Affidamenti.AsNoTracking().FirstAsync(which);
    }
}
