using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Tests.Support;
using CigHub.Tests.WritePath;
using CigHub.Web.Data;
using CigHub.Web.Data.Configurazioni;
using CigHub.Web.Features.RegistroEventi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CigHub.Tests.RegistroEventi;

/// <summary>Every value that an event may keep has words: a label, and a way to write it.</summary>
public sealed class ParoleDeiDatiTests : ConBanco
{
    private static readonly Dictionary<Guid, string> _nessuno = [];

    [Fact]
    public async Task Ogni_dato_che_entra_nel_registro_ha_le_sue_parole()
    {
        var dati = await Banco.Legge(db => Task.FromResult(DatiDelModello(db.Model).ToList()));
        Assert.True(dati.Count > 150, $"{dati.Count} values");
        Assert.Empty(dati.Where(d => !ParoleDeiDati.Conosce(d.Tipo, d.Dato)).Select(d => $"{d.Tipo}.{d.Dato}"));
        Assert.Empty(dati.Where(d => d.Dato != "statoBozza" && d.Scelte.Any(v => !ParoleDeiDati.Conosce(d.Tipo, d.Dato, v))).Select(d => $"{d.Tipo}.{d.Dato}"));
    }

    [Fact]
    public async Task Un_CIG_registrato_si_legge_senza_centesimi_ne_identificativi()
    {
        var id = await Banco.Affidamento(StatoAffidamento.CigInRichiesta);
        var ultimo = await Banco.Legge(db => db.Registro.Where(e => e.OggettoId == id.ToString()).OrderByDescending(e => e.Seq).Select(e => e.Byte).FirstAsync());
        var evento = Domain.Registro.Evento.Leggi(ultimo).Value;

        var cambiamenti = Cambiamento.Di(evento.Prima, evento.Dopo, _nessuno);

        Assert.Contains(new Cambiamento("Affidamento", "Stato", StatoAffidamento.ProntoPerIlPortale.Nome(), StatoAffidamento.CigInRichiesta.Nome()), cambiamenti);
        Assert.Contains(new Cambiamento("Capienza del Lotto", "Riservato", Importo.Zero.ToString("E", null), Importo.DaCentesimi(100_000).ToString("E", null)), cambiamenti);
        Assert.DoesNotContain(cambiamenti, c => Guid.TryParse(c.Dopo, out _) || (c.Prima ?? c.Dopo) is null);
    }

    [Theory]
    [InlineData("Capienza", "Riservato", "\"molto\"", "molto")]
    [InlineData("Convenzione", "DataBando", "\"ieri\"", "ieri")]
    [InlineData("Affidamento", "Stato", "\"Volato\"", "Volato")]
    [InlineData("Affidamento", "Pregresso", "true", "Sì")]
    [InlineData("Affidamento", "ApprovatoIl", "\"2026-11-24T10:15:30.1234567Z\"", "24/11/2026 11:15")]
    [InlineData("Affidamento", "RupId", "\"00000000-0000-0000-0000-000000000001\"", "persona non più nota")]
    public void Un_valore_di_un_altra_forma_si_mostra_com_e(string tipo, string dato, string json, string atteso) =>
        Assert.Equal(atteso, ParoleDeiDati.Valore(tipo, dato, JsonNode.Parse(json), _nessuno));

    /// <summary>Lists the values that the write path keeps of each entity, with the words of its enums.</summary>
    private static IEnumerable<(string Tipo, string Dato, string[] Scelte)> DatiDelModello(IModel modello) =>
        from entita in modello.GetEntityTypes()
        where entita.ClrType != typeof(RigaRegistro) && entita.ClrType != typeof(RigaTesta)
        from p in entita.GetProperties().Where(p => !p.IsPrimaryKey()).Select(p => (Name: p.Name, Property: p))
            .Concat(entita.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties().Select(p => (Name: $"{c.Name}.{p.Name}", Property: p))))
        where p.Property.FindAnnotation(Modello.FuoriRegistro) is null
        let tipo = Nullable.GetUnderlyingType(p.Property.ClrType) ?? p.Property.ClrType
        select (entita.ClrType.Name, p.Name.TrimStart('_').Replace(".Centesimi", "", StringComparison.Ordinal), tipo.IsEnum ? Enum.GetNames(tipo) : []);
}
