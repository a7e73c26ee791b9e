using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The rules of a CIG Derivato, each with its error message. Pages, queries, commands and the aggregate all use them.</summary>
/// <remarks>
/// <see cref="Cig.Leggi"/> decides whether a text is a CIG at all, with its check digits right. The errors have the field <c>Cig</c>, which
/// is that of the commands. A caller with another field replaces it.
/// </remarks>
/// <param name="ammettePalestra">True when the CIG of the palestra are accepted, which happens only in the demonstration.</param>
public sealed class RegoleCigDerivato(bool ammettePalestra)
{
    private const string Campo = "Cig";

    /// <summary>
    /// The error for a CIG that another adhesion has, in any Ente. The message never says whose adhesion it is. The database, not this
    /// class, ensures that no CIG is recorded twice.
    /// </summary>
    public static Error GiaUsato { get; } = new(
        "cig.gia-usato",
        "Questo CIG Derivato risulta già registrato per un altro affidamento: verifica sul portale di quale è. "
        + "Se quell'adesione è già in CigHub, non registrarla di nuovo.",
        Campo);

    /// <summary>
    /// Reads a CIG Derivato as it was typed. Returns an error when the text is not a CIG, or is a CIG that may not be recorded here.
    /// </summary>
    public Result<Cig> Leggi(string? testo)
    {
        var letto = Cig.Leggi(testo);
        return letto.TryGet(out var cig) && DiPalestra(cig) is { } no ? no : letto;
    }

    /// <summary>
    /// Returns an error for a CIG of the palestra where such CIG are not accepted (<c>cig.di-palestra</c>). Returns null for any other CIG,
    /// and for every CIG in the demonstration.
    /// </summary>
    public Error? DiPalestra(Cig cig) => CigDiPalestra.Contiene(cig) && !ammettePalestra
        ? new Error(
            "cig.di-palestra",
            $"Questo CIG viene dall'ambiente di prova (comincia con {CigDiPalestra.Prefisso}): serve per imparare, ANAC non lo conosce. "
            + "Copia il CIG Derivato dal portale vero.",
            Campo)
        : null;

    /// <summary>Returns an error when the CIG Derivato is the Lotto's own CIG, the CIG Padre (<c>cig.e-il-padre</c>), else null.</summary>
    public static Error? EIlPadre(Cig cig, Cig? padre) => cig == padre
        ? new Error(
            "cig.e-il-padre",
            $"{cig} è un CIG Padre, non un CIG Derivato: copia dal portale il valore della casella «CIG Derivato».",
            Campo)
        : null;

    /// <summary>
    /// Returns an error when the CIG Derivato is the CIG Padre of any Lotto in the given set (<c>cig.e-il-padre</c>), else null.
    /// </summary>
    public static Error? EIlPadre(Cig cig, IReadOnlySet<Cig> padri) => padri.Contains(cig) ? EIlPadre(cig, cig) : null;

    /// <summary>
    /// Returns an error when the CIG has a form that ANAC's PCP never gives (<c>cig.non-da-pcp</c>), else null. An adhesion made before
    /// 2024 may have a CIG of any form, so this rule does not apply to it.
    /// </summary>
    public static Error? NonDaPcp(Cig cig) => cig.Forma != FormaCig.SimogV2OPcp
        ? new Error(
            "cig.non-da-pcp",
            $"{cig} non può essere un CIG rilasciato ora: quelli della PCP cominciano con una lettera da A a U. "
            + "Copia dal portale il valore della casella «CIG Derivato».",
            Campo)
        : null;

    /// <summary>
    /// Returns the reason why the portal cannot have given this CIG for a request on the Lotto with that CIG Padre, or null when it can.
    /// </summary>
    public static Error? NonRilasciatoOra(Cig cig, Cig padre) => EIlPadre(cig, padre) ?? NonDaPcp(cig);

    /// <summary>
    /// Returns the reason why this CIG may not be recorded here for a request on the Lotto with that CIG Padre, or null when it may.
    /// </summary>
    public Error? Rifiuta(Cig cig, Cig padre) => DiPalestra(cig) ?? NonRilasciatoOra(cig, padre);
}
