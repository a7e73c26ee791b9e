using System.Security.Cryptography;
using System.Text;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>One point on which the database and the registro disagree, in words for the screen.</summary>
/// <param name="Oggetto">The kind of object.</param>
/// <param name="Dato">The value that differs. Null for the whole row.</param>
/// <param name="Atteso">The value according to the events. Null when the events do not contain it.</param>
/// <param name="Trovato">The value in the data. Null when the data do not contain it.</param>
/// <param name="UltimoEvento">The number of the last event that changed the row. Null when there is none.</param>
/// <param name="Riga">The kind and id of the row. Null when the difference concerns no single row.</param>
public sealed record Discordanza(string Oggetto, string? Dato, string? Atteso, string? Trovato, long? UltimoEvento, string? Riga = null)
{
    /// <summary>The object's title, for example the number of an Affidamento or the CIG Padre of a Lotto. Null when it has none.</summary>
    public string? Quale { get; init; }

    /// <summary>The id of the Affidamento to which the difference belongs. Null when it belongs to none.</summary>
    public Guid? AffidamentoId { get; init; }

    /// <summary>The number of the event that explains the difference. Null when nobody has explained it.</summary>
    public long? SpiegataDa { get; init; }

    /// <summary>
    /// The hash that identifies the difference, so that an explanation stays with it: 64 hexadecimal digits. When the value in the database
    /// changes again, the hash changes too.
    /// </summary>
    public string Impronta => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Riga, Oggetto, Dato, Atteso, Trovato))));
}

/// <summary>The progress of a comparison between database and registro.</summary>
/// <param name="Fatti">The number of events read and rows compared so far.</param>
/// <param name="Totale">The number of events and rows to read and compare in all.</param>
public sealed record ConfrontoProgress(long Fatti, long Totale);

/// <summary>The outcome of a comparison between database and registro.</summary>
/// <param name="Utc">The instant when the comparison ended, UTC.</param>
/// <param name="Discordanze">The differences, at most <see cref="ConfrontoConIDati.Massimo"/>. The explained ones come last.</param>
/// <param name="Oltre">Says whether there are more differences than listed.</param>
public sealed record Concordanza(DateTime Utc, long Eventi, long Righe, IReadOnlyList<Discordanza> Discordanze, bool Oltre)
{
    /// <summary>The number of listed differences that have no explanation yet.</summary>
    public int DaSpiegare => Discordanze.Count(d => d.SpiegataDa is null);

    public int Spiegate => Discordanze.Count - DaSpiegare;

    /// <summary>Says whether there is no difference without explanation, so that nobody has to act.</summary>
    public bool Concordano => DaSpiegare == 0;

    /// <summary>The outcome in Italian sentences, with the steps to take. They blame nobody.</summary>
    public string Messaggio => ConcordanzaWords.Messaggio(Eventi, Righe, DaSpiegare, Spiegate, Oltre);

    /// <summary>Returns the outcome with the difference that has this hash marked as explained by an event.</summary>
    public Concordanza With(string impronta, long seq) =>
        this with { Discordanze = [.. Discordanze.Select(d => d.Impronta == impronta ? d with { SpiegataDa = seq } : d)] };
}

/// <summary>The sentences about the outcome of a comparison, whether it has just ended or is read back from its event.</summary>
internal static class ConcordanzaWords
{
    public static string Messaggio(long eventi, long righe, int daSpiegare, int spiegate, bool oltre)
    {
        var confrontate = $"{Plural.Of(righe, "riga confrontata", "righe confrontate")} con {Plural.Of(eventi, "evento", "eventi")}";
        return (daSpiegare, spiegate) switch
        {
            (0, 0) => $"I dati concordano con il registro: {confrontate}.",
            (0, _) => $"I dati concordano con il registro, salvo {Plural.Of(spiegate, "punto già spiegato", "punti già spiegati")}: {confrontate}.",
            _ => $"{(oltre ? "Più di mille punti" : Plural.Of(daSpiegare, "punto", "punti"))} in cui i dati non concordano con il registro. "
                + "Può essere una copia di sicurezza ripristinata, un'altra installazione sugli stessi dati, o un'alterazione. "
                + "Non modificare nulla; conserva una copia dei dati così come sono; avvisa RPCT e dirigente.",
        };
    }
}
