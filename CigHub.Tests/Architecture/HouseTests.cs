using System.Reflection;
using System.Xml.Linq;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Architecture;

/// <summary>Tests that the sources keep the house rules, and that each check finds the planted source that breaks its rule.</summary>
public sealed class HouseTests
{
    public static TheoryData<string> Names => new(HouseRules.All.Select(r => r.Name));

    private static HouseRules.Rule Regola(string nome) => HouseRules.All.Single(r => r.Name == nome);

    [Theory]
    [MemberData(nameof(Names))]
    public void La_casa_rispetta_la_regola(string nome) => Assert.Empty(House.Sources.SelectMany(Regola(nome).Check));

    [Theory]
    [MemberData(nameof(Names))]
    public void Il_controllo_scopre_chi_la_trasgredisce(string nome) => Assert.NotEmpty(Regola(nome).Check(Regola(nome).Transgression));

    [Fact]
    public void I_sorgenti_sono_stati_trovati() => Assert.True(House.Sources.Count > 50, $"{House.Sources.Count} sources under {House.Root}");

    [Fact]
    public void Il_dominio_dipende_solo_da_System() => Assert.All(
        typeof(Importo).Assembly.GetReferencedAssemblies(),
        a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Ogni_tipo_pubblico_del_dominio_e_documentato()
    {
        var assembly = typeof(Importo).Assembly;
        var documentati = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member").Select(m => m.Attribute("name")!.Value).ToHashSet();
        var muti = assembly.GetExportedTypes().Select(t => $"T:{t.FullName!.Replace('+', '.')}").Where(t => !documentati.Contains(t));
        Assert.Empty(muti);
    }
}

/// <summary>Tests that every command and query, found by reflection, has all the parts that it needs.</summary>
public sealed class CommandsAndQueriesTests
{
    public static TheoryData<Type> Commands => new(WritePathSetup.Commands(typeof(WritePathSetup).Assembly));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Ogni_comando_ha_permesso_e_handler(Type comando)
    {
        Assert.NotNull(comando.GetProperty(nameof(ICommand.Requires), BindingFlags.Public | BindingFlags.Static));
        Assert.True(comando.GetNestedType("Handler")!.IsAssignableTo(typeof(ICommandHandler<>).MakeGenericType(comando)));
    }

    [Fact]
    public void Un_comando_su_un_affidamento_esistente_dichiara_di_chi_e() => Assert.All(
        WritePathSetup.Commands(typeof(WritePathSetup).Assembly).Where(c => c.GetProperty("AffidamentoId") is not null),
        c => Assert.True(c.IsAssignableTo(typeof(IOnAffidamento)), c.Name));

    [Fact]
    public void Ogni_azione_del_registro_ha_le_sue_parole() => Assert.All(
        typeof(Azioni).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
        azione => Assert.Contains(azione, Azioni.Tutte));
}
