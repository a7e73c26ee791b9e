using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>A row of a table with the values that the events give it.</summary>
/// <param name="Intera">True when the events contain the row's beginning. For a row that began with an autosave, only the later changes are
/// known.</param>
/// <param name="UltimoEvento">The number of the last event that changed the row.</param>
internal sealed record ToldRow(JsonObject Valori, bool Intera, long UltimoEvento);

/// <summary>
/// Computes from the events alone which rows the tables must contain. Events are added one after the other. The rows are kept as text,
/// because as objects they would take ten times the memory.
/// </summary>
/// <param name="interessa">Says whether to remember a row, by its <c>kind/id</c>. A large registro is compared in parts.</param>
internal sealed class StateFromRegistro(Func<string, bool> interessa)
{
    private readonly Dictionary<string, KeptRow> _rows = [];

    /// <summary>The rows that exist after the events added so far, by <c>kind/id</c>.</summary>
    public IEnumerable<KeyValuePair<string, ToldRow>> Righe => _rows.Select(r => KeyValuePair.Create(r.Key, r.Value.Aperta()));

    /// <summary>Returns a row by its <c>kind/id</c> and removes it here. Returns null when the events give no such row.</summary>
    public ToldRow? Remove(string chiave) => _rows.Remove(chiave, out var riga) ? riga.Aperta() : null;

    public void Add(Evento evento)
    {
        foreach (var (chiave, dopo) in evento.Dopo ?? [])
        {
            if (interessa(chiave) && dopo is JsonObject nuovi)
            {
                Add(chiave, evento.Prima?[chiave] as JsonObject, nuovi, evento);
            }
        }

        foreach (var (chiave, _) in evento.Prima ?? [])
        {
            if (evento.Dopo?[chiave] is null && interessa(chiave))
            {
                _rows.Remove(chiave);
            }
        }
    }

    private void Add(string chiave, JsonObject? vecchi, JsonObject nuovi, Evento evento)
    {
        var riga = _rows.TryGetValue(chiave, out var tenuta) ? tenuta.Aperta() : new ToldRow([], vecchi is null, evento.Seq);
        foreach (var (dato, valore) in nuovi)
        {
            if (dato != NomiRegistrati.Bozza)
            {
                riga.Valori[dato] = valore?.DeepClone();
            }
        }

        Fields(riga.Valori, TolerantReader.Oggetto(vecchi, NomiRegistrati.Bozza), TolerantReader.Oggetto(nuovi, NomiRegistrati.Bozza));
        _rows[chiave] = new KeptRow(JsonSerializer.SerializeToUtf8Bytes(riga.Valori), riga.Intera, evento.Seq);
    }

    /// <summary>
    /// Applies the fields of a draft that an event changed. A field that the event has before the act but not after it was cleared.
    /// </summary>
    private static void Fields(JsonObject valori, JsonObject? vecchi, JsonObject? nuovi)
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

    private readonly record struct KeptRow(byte[] Valori, bool Intera, long UltimoEvento)
    {
        public ToldRow Aperta() => new((JsonObject)JsonNode.Parse(Valori)!, Intera, UltimoEvento);
    }
}
