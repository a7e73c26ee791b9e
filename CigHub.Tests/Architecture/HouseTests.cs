using System.Reflection;
using System.Xml.Linq;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Architecture;

/// <summary>Tests that the sources keep the house rules, and that each check finds a violation.</summary>
public sealed class HouseTests
{
    public static TheoryData<string> Nomi => new(HouseRules.Tutte.Select(r => r.Nome));

    private static HouseRules.Rule Regola(string nome) => HouseRules.Tutte.Single(r => r.Nome == nome);

    [Theory]
    [MemberData(nameof(Nomi))]
    public void La_casa_rispetta_la_regola(string nome) => Assert.Empty(House.Sorgenti.SelectMany(Regola(nome).Controlla));

    [Theory]
    [MemberData(nameof(Nomi))]
    public void Il_controllo_scopre_chi_la_trasgredisce(string nome) => Assert.NotEmpty(Regola(nome).Controlla(Regola(nome).Trasgressione));

    [Fact]
    public void I_sorgenti_sono_stati_trovati() => Assert.True(House.Sorgenti.Count > 50, $"{House.Sorgenti.Count} sources under {House.Radice}");

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

/// <summary>Tests that every command and query, found by reflection, has all it needs.</summary>
public sealed class CommandsAndQueriesTests
{
    public static TheoryData<Type> Comandi => new(WritePathSetup.Comandi(typeof(WritePathSetup).Assembly));

    [Theory]
    [MemberData(nameof(Comandi))]
    public void Ogni_comando_ha_permesso_e_handler(Type comando)
    {
        Assert.NotNull(comando.GetProperty(nameof(ICommand.Requires), BindingFlags.Public | BindingFlags.Static));
        Assert.True(comando.GetNestedType("Handler")!.IsAssignableTo(typeof(ICommandHandler<>).MakeGenericType(comando)));
    }

    [Fact]
    public void Un_comando_su_un_affidamento_esistente_dichiara_di_chi_e() => Assert.All(
        WritePathSetup.Comandi(typeof(WritePathSetup).Assembly).Where(c => c.GetProperty("AffidamentoId") is not null),
        c => Assert.True(c.IsAssignableTo(typeof(IOnAffidamento)), c.Name));

    [Fact]
    public void Ogni_azione_del_registro_ha_le_sue_parole() => Assert.All(
        typeof(Azioni).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
        azione => Assert.Contains(azione, Azioni.Tutte));
}
