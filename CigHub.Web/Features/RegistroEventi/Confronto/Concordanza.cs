using System.Security.Cryptography;
using System.Text;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>One thing on which the data and the registro do not agree, in words.</summary>
/// <param name="Oggetto">The kind of object.</param>
/// <param name="Dato">What of it; null: the whole row.</param>
/// <param name="Atteso">As the events tell it; null: they do not know it.</param>
/// <param name="Trovato">As the data hold it; null: they do not hold it.</param>
/// <param name="UltimoEvento">The last event that changed the row; null: there is none.</param>
/// <param name="Riga">Kind and id of the row; null: it is about no row.</param>
public sealed record Discordanza(string Oggetto, string? Dato, string? Atteso, string? Trovato, long? UltimoEvento, string? Riga = null)
{
    /// <summary>The title of the object where it has one: the number of an Affidamento, the CIG Padre of a Lotto.</summary>
    public string? Quale { get; init; }

    /// <summary>The Affidamento that it is about, or a part of which it is about.</summary>
    public Guid? AffidamentoId { get; init; }

    /// <summary>The number of the event that explains it; null: nobody has.</summary>
    public long? SpiegataDa { get; init; }

    /// <summary>The hash by which an explanation finds it again: 64 hexadecimal digits. Another value in the data is another difference.</summary>
    public string Impronta => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Riga, Oggetto, Dato, Atteso, Trovato))));
}

/// <summary>The progress of a comparison.</summary>
/// <param name="Fatti">Events read and rows compared so far.</param>
/// <param name="Totale">All that there are to read and compare.</param>
public sealed record AvanzamentoConfronto(long Fatti, long Totale);

/// <summary>The outcome of a comparison.</summary>
/// <param name="Utc">When it ended.</param>
/// <param name="Discordanze">At most <see cref="ConfrontoConIDati.Massimo"/>, those that are explained at the end.</param>
/// <param name="Oltre">There are more.</param>
public sealed record Concordanza(DateTime Utc, long Eventi, long Righe, IReadOnlyList<Discordanza> Discordanze, bool Oltre)
{
    /// <summary>The number of differences that nobody has explained.</summary>
    public int DaSpiegare => Discordanze.Count(d => d.SpiegataDa is null);

    public int Spiegate => Discordanze.Count - DaSpiegare;

    /// <summary>True when there is nothing that somebody has to look at.</summary>
    public bool Concordano => DaSpiegare == 0;

    /// <summary>The outcome in a sentence, with what to do; it accuses nobody.</summary>
    public string Messaggio => ParoleDelConfronto.Messaggio(Eventi, Righe, DaSpiegare, Spiegate, Oltre);

    /// <summary>The same outcome with one difference explained.</summary>
    public Concordanza Con(string impronta, long seq) => this with { Discordanze = [.. Discordanze.Select(d => d.Impronta == impronta ? d with { SpiegataDa = seq } : d)] };
}

/// <summary>The sentences of an outcome, fresh from the comparison or read back from its event.</summary>
internal static class ParoleDelConfronto
{
    public static string Messaggio(long eventi, long righe, int daSpiegare, int spiegate, bool oltre)
    {
        var confrontate = $"{Plural.Of(righe, "riga confrontata", "righe confrontate")} con {Plural.Of(eventi, "evento", "eventi")}";
        return (daSpiegare, spiegate) switch
        {
            (0, 0) => $"I dati concordano con il registro: {confrontate}.",
            (0, _) => $"I dati concordano con il registro, salvo {Plural.Of(spiegate, "punto già spiegato", "punti già spiegati")}: {confrontate}.",
            _ => $"{(oltre ? "Più di mille punti" : Plural.Of(daSpiegare, "punto", "punti"))} in cui i dati non concordano con il registro. Può essere una copia di sicurezza " +
                "ripristinata, un'altra installazione sugli stessi dati, o un'alterazione. Non modificare nulla; conserva una copia dei dati così come sono; avvisa RPCT e dirigente.",
        };
    }
}
