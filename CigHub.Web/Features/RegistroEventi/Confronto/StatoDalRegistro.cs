using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>One row as the registro tells it.</summary>
/// <param name="Intera">Whether its beginning is among the events; of a row that began with an autosave only what changed later is known.</param>
/// <param name="UltimoEvento">The number of the last event that changed it.</param>
internal sealed record RigaRaccontata(JsonObject Valori, bool Intera, long UltimoEvento);

/// <summary>
/// The rows that the tables must hold, worked out from the events alone, one after the other. They are kept as text, a tenth of what they take as
/// objects: a draft alone has sixty fields.
/// </summary>
/// <param name="interessa">Which rows are worth remembering, by <c>kind/id</c>: of a large registro a part at a time.</param>
internal sealed class StatoDalRegistro(Func<string, bool> interessa)
{
    private readonly Dictionary<string, Tenuta> _righe = [];

    /// <summary>The rows that are there after the events so far, by <c>kind/id</c>.</summary>
    public IEnumerable<KeyValuePair<string, RigaRaccontata>> Righe => _righe.Select(r => KeyValuePair.Create(r.Key, r.Value.Aperta()));

    /// <summary>Gives a row and forgets it; null: it is not there.</summary>
    public RigaRaccontata? Togli(string chiave) => _righe.Remove(chiave, out var riga) ? riga.Aperta() : null;

    public void Aggiungi(Evento evento)
    {
        foreach (var (chiave, dopo) in evento.Dopo ?? [])
        {
            if (interessa(chiave) && dopo is JsonObject nuovi)
            {
                Aggiungi(chiave, evento.Prima?[chiave] as JsonObject, nuovi, evento);
            }
        }

        foreach (var (chiave, _) in evento.Prima ?? [])
        {
            if (evento.Dopo?[chiave] is null && interessa(chiave))
            {
                _righe.Remove(chiave);
            }
        }
    }

    private void Aggiungi(string chiave, JsonObject? vecchi, JsonObject nuovi, Evento evento)
    {
        var riga = _righe.TryGetValue(chiave, out var tenuta) ? tenuta.Aperta() : new RigaRaccontata([], vecchi is null, evento.Seq);
        foreach (var (dato, valore) in nuovi)
        {
            if (dato != NomiRegistrati.Bozza)
            {
                riga.Valori[dato] = valore?.DeepClone();
            }
        }

        Campi(riga.Valori, LetturaTollerante.Oggetto(vecchi, NomiRegistrati.Bozza), LetturaTollerante.Oggetto(nuovi, NomiRegistrati.Bozza));
        _righe[chiave] = new Tenuta(JsonSerializer.SerializeToUtf8Bytes(riga.Valori), riga.Intera, evento.Seq);
    }

    /// <summary>The draft is told field by field: one that was there before and is not there after was cleared.</summary>
    private static void Campi(JsonObject valori, JsonObject? vecchi, JsonObject? nuovi)
    {
        if (vecchi is null && nuovi is null)
        {
            return;
        }

        var campi = valori[NomiRegistrati.Bozza] as JsonObject ?? [];
        foreach (var (campo, _) in vecchi ?? [])
        {
            campi.Remove(campo);
        }

        foreach (var (campo, testo) in nuovi ?? [])
        {
            campi[campo] = testo?.DeepClone();
        }

        if (campi.Count == 0)
        {
            valori.Remove(NomiRegistrati.Bozza);
        }
        else if (campi.Parent is null)
        {
            valori[NomiRegistrati.Bozza] = campi;
        }
    }

    private readonly record struct Tenuta(byte[] Valori, bool Intera, long UltimoEvento)
    {
        public RigaRaccontata Aperta() => new((JsonObject)JsonNode.Parse(Valori)!, Intera, UltimoEvento);
    }
}
