using System.Reflection;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Tests.Support;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.RegistroEventi.Dettaglio;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>Checks that the pages have a label and a format for every value which an event may keep.</summary>
public sealed class DataWordsTests : WithBench
{
    private static readonly Dictionary<Guid, string> _nessuno = [];

    [Fact]
    public void Ogni_dato_che_entra_nel_registro_ha_le_sue_parole()
    {
        var dati = DatiRegistrati().ToList();
        Assert.True(dati.Count > 150, $"{dati.Count} values");
        Assert.Empty(dati.Where(d => !DataWords.Knows(d.Tipo, d.Dato)).Select(d => $"{d.Tipo}.{d.Dato}"));
        Assert.Empty(dati.Where(d => d.Dato != "statoBozza" && d.Scelte.Any(v => !DataWords.Knows(d.Tipo, d.Dato, v))).Select(d => $"{d.Tipo}.{d.Dato}"));
    }

    [Fact]
    public async Task Un_CIG_registrato_si_legge_senza_centesimi_ne_identificativi()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var ultimo = await Bench.Query(
            db => db.Registro.Where(e => e.OggettoId == id.ToString()).OrderByDescending(e => e.Seq).Select(e => e.Byte).FirstAsync());
        var evento = CigHub.Domain.Registro.Evento.Leggi(ultimo).Value;

        var cambiamenti = Cambiamento.Of(evento.Prima, evento.Dopo, _nessuno);

        Assert.Contains(
            new Cambiamento("Affidamento", "Stato", StatoAffidamento.ProntoPerIlPortale.Nome(), StatoAffidamento.CigInRichiesta.Nome()), cambiamenti);
        Assert.Contains(new Cambiamento(
            "Capienza del Lotto", "In corso di adesione", Importo.Zero.ToString("E", null), Importo.DaCentesimi(100_000).ToString("E", null)), cambiamenti);
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
        Assert.Equal(atteso, DataWords.Value(tipo, dato, JsonNode.Parse(json), _nessuno));

    /// <summary>
    /// Lists the values that an event may keep: the stored name of the type, of the value, and of the choices of an enumeration. A value
    /// inside a record is listed as <c>Record.Member</c>.
    /// </summary>
    private static IEnumerable<(string Tipo, string Dato, IReadOnlyCollection<string> Scelte)> DatiRegistrati() =>
        from tipo in NomiRegistrati.Tipi
        from membro in tipo.Membri
        let dato = tipo.DatoDi(membro)!
        let csharp = CsharpDi(tipo.Tipo, membro)
        let contenuto = NomiRegistrati.Contenuti.FirstOrDefault(c => c.Tipo == csharp)
        from x in contenuto is null
            ? [(Dato: dato, Tipo: csharp)]
            : contenuto.Membri.Select(m => (Dato: $"{dato}.{contenuto.DatoDi(m)}", Tipo: CsharpDi(contenuto.Tipo, m)))
        select (tipo.Nome, x.Dato, NomiRegistrati.Scelte.FirstOrDefault(s => s.Tipo == x.Tipo)?.Nomi ?? []);

    /// <summary>
    /// Returns the C# type of a member, given by its dotted name. A nullable value type is returned without its nullability.
    /// </summary>
    internal static Type CsharpDi(Type tipo, string membro)
    {
        foreach (var nome in membro.Split('.'))
        {
            tipo = tipo.GetProperty(nome)?.PropertyType ?? tipo.GetField(nome, BindingFlags.Instance | BindingFlags.NonPublic)!.FieldType;
        }

        return Nullable.GetUnderlyingType(tipo) ?? tipo;
    }
}
