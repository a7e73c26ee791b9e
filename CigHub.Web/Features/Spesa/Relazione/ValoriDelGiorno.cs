using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>
/// The values of Convenzioni, Lotti, Enti and fascicoli that were in force at the end of a day. They are those of today, unless a later event of the
/// registro tells what stood there before it.
/// </summary>
public sealed class ValoriDelGiorno
{
    private static readonly string[] _tipi = [Oggetti.Convenzione, Oggetti.Lotto, Oggetti.Ente];

    private readonly Dictionary<string, JsonObject> _prima = new(StringComparer.Ordinal);

    private ValoriDelGiorno(long ultimo, string sha256) => (UltimoEvento, Sha256) = (ultimo, sha256);

    /// <summary>The number of the last event of the registro at the end of the day. Zero when there was none yet.</summary>
    public long UltimoEvento { get; }

    /// <summary>The SHA-256 of that event, which is its leaf in the registro's tree. Empty when there was none.</summary>
    public string Sha256 { get; }

    /// <summary>Reads what the events after a day tell about these objects.</summary>
    /// <remarks>Everybody may see the catalogue, so its events are read whatever Ente the reader sees.</remarks>
    public static async Task<ValoriDelGiorno> Read(CigHubDbContext db, IReadOnlyCollection<Guid> oggetti, DateOnly al, CancellationToken ct)
    {
        var dopo = await FirstAfter(db, al, ct);
        var tutti = db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]);
        var foglia = await tutti.Where(e => e.Seq == dopo - 1).Select(e => e.Foglia).SingleOrDefaultAsync(ct);
        var valori = new ValoriDelGiorno(dopo - 1, foglia is null ? "" : Convert.ToHexStringLower(foglia));
        var ids = oggetti.Select(o => o.ToString()).ToList();
        await valori.TakeBack(tutti.Where(e => ids.Contains(e.OggettoId) && e.Seq >= dopo && _tipi.Contains(e.OggettoTipo)), ct);
        return valori;
    }

    /// <summary>Reads what the events after a day tell about the fascicoli of the Affidamenti that the reader sees.</summary>
    public static async Task<ValoriDelGiorno> OfFascicoli(CigHubDbContext db, DateOnly al, CancellationToken ct)
    {
        var dopo = await FirstAfter(db, al, ct);
        var valori = new ValoriDelGiorno(dopo - 1, "");
        await valori.TakeBack(db.Registro.AsNoTracking().Where(e => e.Azione == Azioni.FascicoloModificato && e.Seq >= dopo), ct);
        return valori;
    }

    /// <summary>Returns a text that was in force at the end of the day.</summary>
    public string Text(string tipo, Guid id, string nome, string oggi) =>
        Found(tipo, id, nome, out var prima) && prima is JsonValue valore && valore.TryGetValue<string>(out var testo) ? testo : oggi;

    /// <summary>Returns a JSON array or object as it was at the end of the day, or null when it has not changed since.</summary>
    public JsonNode? Json(string tipo, Guid id, string nome) => Found(tipo, id, nome, out var prima) ? prima : null;

    /// <summary>Returns a day that was in force at the end of the day.</summary>
    public DateOnly Day(string tipo, Guid id, string nome, DateOnly oggi) =>
        DateOnly.TryParseExact(Text(tipo, id, nome, ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) ? giorno : oggi;

    /// <summary>Returns a day that was in force at the end of the day, or null when there was none.</summary>
    public DateOnly? DayIfAny(string tipo, Guid id, string nome, DateOnly? oggi) => !Found(tipo, id, nome, out var prima) ? oggi
        : prima is JsonValue valore && valore.TryGetValue<string>(out var testo) ? DateOnly.ParseExact(testo, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Returns an amount that was in force at the end of the day, or null when there was none.</summary>
    public Importo? Amount(string tipo, Guid id, string nome, Importo? oggi) => !Found(tipo, id, nome, out var prima) ? oggi
        : prima is JsonValue valore && valore.TryGetValue<long>(out var centesimi) ? Importo.DaCentesimi(centesimi) : null;

    /// <summary>Returns a number that was in force at the end of the day, or null when there was none.</summary>
    public int? Number(string tipo, Guid id, string nome, int? oggi) => !Found(tipo, id, nome, out var prima) ? oggi
        : prima is JsonValue valore && valore.TryGetValue<int>(out var numero) ? numero : null;

    private static Task<long> FirstAfter(CigHubDbContext db, DateOnly al, CancellationToken ct) =>
        db.FirstEventFrom(RomeTime.StartOf(al.AddDays(1)), ct);

    /// <summary>Takes back what some events did, from the newest to the oldest, so that the oldest one counts.</summary>
    private async Task TakeBack(IQueryable<RigaRegistro> eventi, CancellationToken ct)
    {
        var righe = await eventi.Where(e => e.Esito == "ok").Select(e => new { e.Seq, e.Byte }).ToListAsync(ct);
        foreach (var evento in righe.OrderByDescending(e => e.Seq).Select(e => Evento.Leggi(e.Byte)).Where(e => e.IsSuccess).Select(e => e.Value))
        {
            Undo(evento.Prima);
        }
    }

    private bool Found(string tipo, Guid id, string nome, out JsonNode? prima)
    {
        prima = null;
        return _prima.TryGetValue($"{tipo}/{id}", out var valori) && valori.TryGetPropertyValue(nome, out prima);
    }

    /// <summary>Takes the values before an event in place of those that a newer one told.</summary>
    private void Undo(JsonObject? prima)
    {
        foreach (var (oggetto, valori) in prima ?? [])
        {
            if (valori is not JsonObject dati)
            {
                continue;
            }

            var tenuti = _prima.TryGetValue(oggetto, out var trovati) ? trovati : _prima[oggetto] = [];
            foreach (var (nome, valore) in dati)
            {
                tenuti[nome] = valore?.DeepClone();
            }
        }
    }
}
