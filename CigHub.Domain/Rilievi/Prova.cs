namespace CigHub.Domain.Rilievi;

/// <summary>The kinds of thing on which a rilievo stands.</summary>
public enum TipoProva
{
    /// <summary>An Affidamento, by its id.</summary>
    Affidamento,

    /// <summary>An event of the registro, by its number.</summary>
    Evento,

    /// <summary>A declaration about a conflict of interest, by its id.</summary>
    Dichiarazione,

    /// <summary>A role of a person (an Appartenenza), by its id.</summary>
    Ruolo,

    /// <summary>One request of a CIG (a tentativo), by its id.</summary>
    Tentativo,
}

/// <summary>One thing on which a rilievo stands, so that the reader can look at it.</summary>
/// <remarks>Equality: by both members.</remarks>
/// <param name="Id">An id in lower case with hyphens, or the number of an event.</param>
public sealed record Prova(TipoProva Tipo, string Id)
{
    private const char Mezzo = ':', Tra = ' ';

    public static Prova Affidamento(Guid id) => new(TipoProva.Affidamento, id.ToString());

    public static Prova Evento(long seq) => new(TipoProva.Evento, seq.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The id as a Guid. Null for an event.</summary>
    public Guid? Riferimento => Guid.TryParse(Id, out var id) ? id : null;

    /// <summary>The number of the event. Null for any other kind.</summary>
    public long? Seq => Tipo == TipoProva.Evento && long.TryParse(Id, out var seq) ? seq : null;

    /// <summary>Writes evidence as one text, each thing once and always in the same order.</summary>
    public static string Scrivi(IEnumerable<Prova> prove) =>
        string.Join(Tra, prove.Select(p => $"{p.Tipo}{Mezzo}{p.Id}").Distinct().Order(StringComparer.Ordinal));

    /// <summary>Reads evidence from the text of <see cref="Scrivi"/>.</summary>
    public static IReadOnlyList<Prova> Leggi(string testo) =>
    [
        .. from parte in testo.Split(Tra, StringSplitOptions.RemoveEmptyEntries)
           let mezzo = parte.IndexOf(Mezzo)
           where mezzo > 0 && Enum.TryParse<TipoProva>(parte[..mezzo], out _)
           select new Prova(Enum.Parse<TipoProva>(parte[..mezzo]), parte[(mezzo + 1)..]),
    ];
}
