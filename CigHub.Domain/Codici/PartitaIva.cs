using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>An Italian partita IVA: 11 digits, the last of which is the check digit. A leading <c>IT</c> is accepted and dropped.</summary>
/// <remarks>Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Default: null. Source of the check: DM 23/12/1976.</remarks>
public sealed record PartitaIva : Codice<PartitaIva>, ICodice<PartitaIva>
{
    public const int Lunghezza = 11;

    private PartitaIva(string valore) : base(valore) { }

    public static Result<PartitaIva> Leggi(string? testo)
    {
        var s = CodeText.Pulisci(testo);
        if (s.Length == 0)
        {
            return new Error("partita-iva.mancante", "Scrivi la partita IVA: 11 cifre.");
        }

        if (s.Length == Lunghezza + 2 && s.StartsWith("IT", StringComparison.Ordinal))
        {
            s = s[2..];
        }

        if (CodeText.ConGliZeriIniziali(s) is { } intero)
        {
            return new Error(
                "partita-iva.zero-iniziale",
                $"Una partita IVA ha 11 cifre, {CodeText.QuiCiSono(s.Length)}: forse un foglio di calcolo ha tolto gli zeri iniziali (forse {intero}?). "
                    + "Confrontala con una fattura e scrivila con gli zeri.");
        }

        if (s.Length != Lunghezza)
        {
            return new Error(
                "partita-iva.lunghezza",
                $"Una partita IVA ha 11 cifre, {CodeText.QuiCiSono(s.Length)}: ricopiala intera, con gli zeri iniziali.");
        }

        if (!CodeText.SoloCifre(s))
        {
            return new Error("partita-iva.caratteri", "Una partita IVA ha solo cifre: togli lettere, spazi e altri segni.");
        }

        return s.AsSpan().ContainsAnyExcept('0') && CodeText.CifraDiControlloGiusta(s)
            ? new PartitaIva(s)
            : new Error(
                "partita-iva.cifra-di-controllo",
                "La cifra di controllo della partita IVA non torna: almeno una cifra è sbagliata. Confrontala con una fattura o con la visura.");
    }
}
