using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>The kind of an identifier of a supplier.</summary>
public enum NaturaIdentificativo
{
    /// <summary>The codice fiscale of a person, of 16 characters.</summary>
    PersonaItaliana,

    /// <summary>The 11 digits of an Italian company or body.</summary>
    SocietaItaliana,

    /// <summary>A foreign identifier of a known shape: a VAT number with the prefix of its country, or the COE of San Marino.</summary>
    Estero,

    /// <summary>A text of another shape. It may be right, because CigHub does not know the identifiers of every country.</summary>
    NonRiconosciuto,
}

/// <summary>
/// The identifier of a supplier (ANAC's <c>codiceFiscale</c> of a participant): an Italian codice fiscale, or the identifier of a foreign
/// one, for example <c>DE123456789</c> or San Marino's <c>SM12345</c>.
/// </summary>
/// <remarks>
/// Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Default: null. Separators (blanks, dots, hyphens) are taken out, and an
/// <c>IT</c> before 11 digits is dropped. Only these texts are refused: one without a digit, one with «/», which ANAC does not accept (ANAC, npa
/// issues 305 and 2256), and one that can only be an Italian code with a mistake in it. Any other text is kept, and
/// <see cref="Dubbio"/> says why it is not recognised.
/// </remarks>
public sealed record IdentificativoOperatore : Codice<IdentificativoOperatore>, ICodice<IdentificativoOperatore>
{
    /// <summary>The longest identifier, in characters, without its separators.</summary>
    public const int MaxLunghezza = 40;

    /// <summary>The code of the error for a slash in an identifier.</summary>
    public const string Barra = "identificativo.barra";

    private const string Italia = "ITA";
    private const string Separatori = ".-_,:;'\"()[]{}·‐‑‒–—’#";

    private IdentificativoOperatore(string valore) : base(valore) { }

    /// <summary>The kind of the identifier, which follows from its shape.</summary>
    public NaturaIdentificativo Natura =>
        Valore.Length == CodiceFiscale.LunghezzaEnte && CodeText.SoloCifre(Valore) ? NaturaIdentificativo.SocietaItaliana
        : CodiceFiscale.TryParse(Valore, null, out _) ? NaturaIdentificativo.PersonaItaliana
        : FormeEstere.Riconosce(Valore) ? NaturaIdentificativo.Estero
        : NaturaIdentificativo.NonRiconosciuto;

    /// <summary>The Italian codice fiscale, or null when the identifier is foreign or not recognised.</summary>
    public CodiceFiscale? Italiano => CodiceFiscale.TryParse(Valore, null, out var suo) ? suo : null;

    /// <summary>
    /// The three letters of the country (<c>ITA</c>, <c>DEU</c>) that the shape of the identifier tells, or null when it tells none.
    /// </summary>
    public string? Paese => Natura switch
    {
        NaturaIdentificativo.NonRiconosciuto => null,
        NaturaIdentificativo.Estero => FormeEstere.Paese(Valore),
        _ => Italia,
    };

    /// <summary>The Italian sentence that says why the identifier is not recognised and what to do, or null when it is recognised.</summary>
    public string? Dubbio => Natura != NaturaIdentificativo.NonRiconosciuto ? null
        : FormeEstere.Attesa(Valore) is { } attesa
            ? $"«{Valore}» comincia con la sigla di un paese, i cui identificativi sono {attesa}: confrontalo con i documenti del fornitore."
            : $"«{Valore}» non ha una forma che CigHub conosce (Italia, Unione europea, San Marino, Svizzera, Norvegia, Regno Unito): "
                + "confrontalo con i documenti del fornitore; se è estero, di solito comincia con le due lettere del paese.";

    public static implicit operator IdentificativoOperatore(CodiceFiscale codice) => new(codice.Valore);

    public static Result<IdentificativoOperatore> Leggi(string? testo)
    {
        if ((testo ?? "").AsSpan().ContainsAny('/', '\\'))
        {
            return new Error(
                Barra,
                "ANAC non accetta la «/» in un identificativo: scrivi solo lettere e cifre, senza separatori, "
                    + $"per esempio {SenzaSeparatori(testo!.Replace("/", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal))}.");
        }

        var s = SenzaSeparatori(testo);
        s = s.StartsWith("COESM", StringComparison.Ordinal) ? s[3..] : s;
        s = s.Length == CodiceFiscale.LunghezzaEnte + 2 && s.StartsWith("IT", StringComparison.Ordinal) && CodeText.SoloCifre(s.AsSpan(2)) ? s[2..] : s;
        if (s.Length == 0)
        {
            return new Error(
                "identificativo.mancante",
                "Scrivi il codice fiscale del fornitore, o per un fornitore estero il suo identificativo con la sigla del paese (DE123456789).");
        }

        if (!s.Any(char.IsAsciiDigit))
        {
            return new Error(
                "identificativo.senza-cifre",
                $"{TypedText.Citato(s)} non è un identificativo: scrivi il codice fiscale, o per un fornitore estero la sigla del paese e le cifre.");
        }

        if (s.Length > MaxLunghezza)
        {
            return new Error("identificativo.lunghezza", $"Un identificativo ha al massimo {MaxLunghezza} caratteri: scrivine uno solo.");
        }

        if (!SoloItaliano(s) || CodiceFiscale.Leggi(s) is not { IsSuccess: false } no)
        {
            return new IdentificativoOperatore(s);
        }

        var errore = no.Errors[0];
        return CodeText.SoloCifre(s)
            ? errore with { Message = errore.Message + " Se il fornitore è estero, scrivi davanti la sigla del suo paese." }
            : errore;
    }

    /// <summary>
    /// Says whether the text can only be an Italian code: 11 digits, digits that lost their leading zeros, or a text that begins like the
    /// codice fiscale of a person (six letters and two digits, where a digit may stand for a letter by mistake).
    /// </summary>
    private static bool SoloItaliano(string s)
    {
        if (CodeText.SoloCifre(s))
        {
            return s.Length == CodiceFiscale.LunghezzaEnte || CodeText.ConGliZeriIniziali(s) is not null;
        }

        const int Cognome = 6, MinimoLettere = 5, Scarto = 1;
        return Math.Abs(s.Length - CodiceFiscale.LunghezzaPersona) <= Scarto && CodeText.SoloCifreELettere(s)
            && s[..Cognome].Count(char.IsAsciiLetterUpper) >= MinimoLettere;
    }

    private static string SenzaSeparatori(string? testo) => CodeText.Pulisci(
        new string([.. (testo ?? "").Where(c => !CodeText.Invisibile(c) && !Separatori.Contains(c, StringComparison.Ordinal))]));
}
