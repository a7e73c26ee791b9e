using CigHub.Domain.Common;

namespace CigHub.Domain.OpenData;

/// <summary>
/// One difference between CigHub and the last file of ANAC's open data. Its identity is its kind and what both sides say, by the codes alone where
/// there are codes, so that an explanation holds for the next file as long as both still say the same.
/// </summary>
/// <remarks>
/// The row is derived from other data and from a public file. The explanations are events of the registro, from which
/// <see cref="Riprendi"/> restores the state.
/// </remarks>
public sealed class DifferenzaOpenData
{
    /// <summary>The largest number of characters in an explanation.</summary>
    public const int MaxMotivo = 1000;

    /// <summary>The longest text about one side of the difference, and the longest name of an Ente, in characters.</summary>
    public const int MaxTesto = 250;

    private DifferenzaOpenData() { }

    /// <param name="fileId">The file by which it was found (<see cref="FileOpenData.Id"/>).</param>
    public DifferenzaOpenData(Guid fileId, DifferenzaTrovata trovata)
    {
        FileId = fileId;
        Identita = Hash(trovata.Tipo, trovata.Cig, trovata.CodiciQui ?? trovata.Qui, trovata.CodiciLa ?? trovata.La);
        Id = StableId.Of($"{fileId}\n{Identita}");
        Tipo = trovata.Tipo;
        Cig = Breve(trovata.Cig);
        Scrivi(trovata);
    }

    public Guid Id { get; private set; }

    public Guid FileId { get; private set; }

    /// <summary>The id of the same difference in every file, under which the registro has its explanations.</summary>
    public Guid Identita { get; private set; }

    public TipoDifferenza Tipo { get; private set; }

    public string Cig { get; private set; } = "";

    /// <summary>The Ente of CigHub that it concerns. Null for an adhesion of an Ente outside CigHub, and for a CIG Padre.</summary>
    public Guid? EnteId { get; private set; }

    /// <summary>The name of the Ente as the file has it, else empty.</summary>
    public string Ente { get; private set; } = "";

    public Guid? LottoId { get; private set; }

    public Guid? AffidamentoId { get; private set; }

    /// <summary>The words for what CigHub has. Empty when it has nothing.</summary>
    public string Qui { get; private set; } = "";

    /// <summary>The words for what ANAC publishes. Empty when it publishes nothing.</summary>
    public string La { get; private set; } = "";

    /// <summary>The day of the CIG by which the page sorts and which gives its age.</summary>
    public DateOnly Giorno { get; private set; }

    /// <summary>The object that ANAC publishes, for an adhesion that CigHub has not. Else empty.</summary>
    public string Oggetto { get; private set; } = "";

    /// <summary>The amount that ANAC publishes, for an adhesion that CigHub has not. Null when the file has none.</summary>
    public Importo? Importo { get; private set; }

    /// <summary>Says whether somebody has explained it.</summary>
    public bool Spiegata { get; private set; }

    /// <summary>
    /// Returns the identities under which the registro may have explanations: the present one, and the one with the names of both sides that
    /// explanations had before names were left out of it.
    /// </summary>
    public IReadOnlyList<Guid> IdentitaNelRegistro() => [.. new[] { Identita, Hash(Tipo, Cig, Qui, La) }.Distinct()];

    /// <summary>Takes what does not belong to the identity from the same difference, found again.</summary>
    public void Scrivi(DifferenzaTrovata trovata) => (Qui, La, EnteId, Ente, LottoId, AffidamentoId, Giorno, Importo, Oggetto) =
        (Breve(trovata.Qui), Breve(trovata.La), trovata.EnteId, Breve(trovata.Ente), trovata.LottoId, trovata.AffidamentoId, trovata.Giorno,
        trovata.Importo, Breve(trovata.Oggetto));

    /// <summary>Records that somebody has explained it.</summary>
    public void Spiega() => Spiegata = true;

    /// <summary>Restores the state that the registro tells.</summary>
    public void Riprendi(bool spiegata) => Spiegata = spiegata;

    private static Guid Hash(TipoDifferenza tipo, string cig, string qui, string la) => StableId.Of($"{(int)tipo}\n{cig}\n{qui}\n{la}");

    private static string Breve(string testo) => testo.Length > MaxTesto ? testo[..MaxTesto] : testo;
}

/// <summary>One difference as the comparison finds it, before it is kept.</summary>
/// <param name="CodiciQui">The codes alone of what CigHub has, where <paramref name="Qui"/> has names too. Null where it has none.</param>
/// <param name="CodiciLa">The codes alone of what ANAC publishes, where <paramref name="La"/> has names too. Null where it has none.</param>
public sealed record DifferenzaTrovata(
    TipoDifferenza Tipo, string Cig, string Qui, string La, DateOnly Giorno, Guid? EnteId = null, string Ente = "", Guid? LottoId = null,
    Guid? AffidamentoId = null, Importo? Importo = null, string Oggetto = "",
    string? CodiciQui = null, string? CodiciLa = null);
