using System.Text.Json.Nodes;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Data.Configurazioni;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>
/// Checks the stored names that events hold for ever. A test fails when a name is changed, removed, or used without being listed.
/// </summary>
public sealed class NomiRegistratiTests : WithBench
{
    /// <summary>
    /// The stored names must equal the approved ones in the file. A new name is added to the file by hand, and a name in the file is never
    /// changed.
    /// </summary>
    [Fact]
    public void I_nomi_sono_quelli_approvati() =>
        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Features", "RegistroEventi", "NomiRegistrati.approved.txt")), Elenco);

    [Fact]
    public async Task Ogni_dato_del_modello_e_elencato_o_resta_fuori()
    {
        var dati = await Bench.Query(db => Task.FromResult(Dati(db.Model).ToList()));
        Assert.True(dati.Count > 200, $"{dati.Count} values");
        Assert.Empty(dati.Where(d => d.Nome is null == d.NelRegistro).Select(d => $"{d.Tipo}.{d.Membro}"));
    }

    [Fact]
    public void Ogni_valore_di_ogni_scelta_e_elencato()
    {
        Assert.Empty(NomiRegistrati.Scelte.SelectMany(s => Enum.GetValues(s.Tipo).Cast<Enum>().Except(s.Tutti).Select(v => $"{s.Nome}.{v}")));
        Assert.Empty(
            from tipo in NomiRegistrati.Tipi.Concat(NomiRegistrati.Contenuti)
            from membro in tipo.Membri
            let scelta = DataWordsTests.CsharpDi(tipo.Tipo, membro)
            where scelta.IsEnum && !NomiRegistrati.HaIValoriDi(scelta)
            select $"{tipo.Nome}.{membro}: {scelta.Name}");
    }

    /// <summary>
    /// Every filter of an exported list must have a stored name, because the event of the export names the filters that were used.
    /// </summary>
    [Fact]
    public void Ogni_filtro_di_un_elenco_esportato_e_elencato() =>
        Assert.Empty(AffidamentiFilterSet.Tutti.Filters.Select(f => $"dati {f.Name}").Except(Elenco));

    [Fact]
    public void Ogni_comando_e_elencato_e_ha_le_sue_parole() =>
        Assert.All(WritePathSetup.Commands(typeof(WritePathSetup).Assembly), c => Assert.NotEmpty(ComandiRegistrati.Words(new ComandiRegistrati().NameOf(c))!));

    [Fact]
    public async Task Ogni_record_di_una_colonna_JSON_e_elencato()
    {
        var record = await Bench.Query(db => Task.FromResult(
            db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.GetTypeMapping().Converter is IJsonColumn)
                .Select(p => p.ClrType.IsGenericType ? p.ClrType.GetGenericArguments()[0] : p.ClrType).ToHashSet()));
        Assert.True(record.Count >= 8, $"{record.Count} records");
        Assert.Empty(record.Except(NomiRegistrati.Contenuti.Select(c => c.Tipo)).Select(r => r.Name));
    }

    [Theory]
    [InlineData("affidamento.volato", Oggetti.Affidamento, null)]
    [InlineData(Azioni.AffidamentoPronto, "Aeroplano", null)]
    [InlineData(Azioni.AffidamentoPronto, Oggetti.Affidamento, """{"avvisi":[{"quota":1}]}""")]
    public void Cio_che_non_e_elencato_non_si_scrive(string azione, string tipo, string? dati) =>
        Assert.Throws<InvalidOperationException>(
            () => EventRecorder.Check(new EventToWrite(azione, tipo, Guid.Empty, null, dati is null ? null : JsonNode.Parse(dati)!.AsObject())));

    private static IEnumerable<string> Elenco => NomiRegistrati.Elenco
        .Concat(ComandiRegistrati.Nomi.Select(c => $"comando {c}"))
        .Concat(Oggetti.Tutti.Select(o => $"tipo {o}"))
        .Concat(Azioni.Tutte.Select(a => $"azione {a}"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<(string Tipo, string Membro, string? Nome, bool NelRegistro)> Dati(IModel modello) =>
        from entita in modello.GetEntityTypes()
        where entita.ClrType != typeof(RigaRegistro) && entita.ClrType != typeof(RigaTesta)
        let tipo = NomiRegistrati.Tipo(entita.ClrType)
        from p in entita.GetProperties().Where(p => !p.IsPrimaryKey()).Concat(entita.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties()))
        select (tipo.Nome, p.Name, NomiRegistrati.Dato(tipo, p), p.FindAnnotation(ModelParts.OutsideRegistro) is null);
}
