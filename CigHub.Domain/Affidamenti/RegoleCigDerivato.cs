using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The rules of a CIG Derivato, each with its one sentence: page, query, command and aggregate ask here.</summary>
/// <remarks>
/// That a text is a CIG at all, with its check digits right, is <see cref="Cig.Leggi"/>'s to say. The field of the errors is the commands'
/// <c>Cig</c>; whoever has another field puts its own name there.
/// </remarks>
/// <param name="ammettePalestra">Whether the CIG of the palestra are taken: in the demonstration alone.</param>
public sealed class RegoleCigDerivato(bool ammettePalestra)
{
    private const string Campo = "Cig";

    /// <summary>
    /// A CIG belongs to one adhesion, over all Enti; the sentence never tells whose the other one is. That two are the same is the
    /// database's to say.
    /// </summary>
    public static Error GiaUsato { get; } = new(
        "cig.gia-usato",
        "Questo CIG Derivato risulta già registrato per un altro affidamento: verifica sul portale di quale è. "
        + "Se quell'adesione è già in CigHub, non registrarla di nuovo.",
        Campo);

    /// <summary>Reads a CIG Derivato as it was typed; says why when it is no CIG, or one that may not be taken here.</summary>
    public Result<Cig> Leggi(string? testo)
    {
        var letto = Cig.Leggi(testo);
        return letto.TryGet(out var cig) && DiPalestra(cig) is { } no ? no : letto;
    }

    /// <summary>Refuses a CIG of the palestra outside the demonstration (<c>cig.di-palestra</c>); null when it may be taken.</summary>
    public Error? DiPalestra(Cig cig) => CigDiPalestra.Contiene(cig) && !ammettePalestra
        ? new Error(
            "cig.di-palestra",
            $"Questo CIG viene dalla palestra (comincia con {CigDiPalestra.Prefisso}): serve per imparare, ANAC non lo conosce. "
            + "Copia il CIG Derivato dal portale vero.",
            Campo)
        : null;

    /// <summary>Refuses the Lotto's CIG in the place of the CIG Derivato (<c>cig.e-il-padre</c>).</summary>
    public static Error? EIlPadre(Cig cig, Cig? padre) => cig == padre
        ? new Error(
            "cig.e-il-padre",
            $"{cig} è un CIG Padre, non un CIG Derivato: copia dal portale il valore della casella «CIG Derivato».",
            Campo)
        : null;

    /// <summary>Refuses the CIG of any Lotto in the place of the CIG Derivato (<c>cig.e-il-padre</c>).</summary>
    public static Error? EIlPadre(Cig cig, IReadOnlySet<Cig> padri) => padri.Contains(cig) ? EIlPadre(cig, cig) : null;

    /// <summary>Refuses what PCP cannot have given (<c>cig.non-da-pcp</c>). An adhesion made before 2024 may have any form.</summary>
    public static Error? NonDaPcp(Cig cig) => cig.Forma != FormaCig.SimogV2OPcp
        ? new Error(
            "cig.non-da-pcp",
            $"{cig} non può essere un CIG rilasciato ora: quelli della PCP cominciano con una lettera da A a U. "
            + "Copia dal portale il valore della casella «CIG Derivato».",
            Campo)
        : null;

    /// <summary>Says why the portal cannot have given this CIG for a request on the Lotto of that CIG Padre; null when it can.</summary>
    public static Error? NonRilasciatoOra(Cig cig, Cig padre) => EIlPadre(cig, padre) ?? NonDaPcp(cig);

    /// <summary>Says why this CIG may not be recorded here for a request on the Lotto of that CIG Padre; null when it may.</summary>
    public Error? Rifiuta(Cig cig, Cig padre) => DiPalestra(cig) ?? NonRilasciatoOra(cig, padre);
}
