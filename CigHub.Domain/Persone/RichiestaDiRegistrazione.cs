using System.Net.Mail;
using System.Text;

namespace CigHub.Domain.Persone;

/// <summary>The owner of a missing datum: the person or the Ente that must supply it.</summary>
public enum TitolareDelDato
{
    Rup,
    Ente,
}

/// <summary>A datum of the request that is missing or cannot be right.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Codice">The stable code, for tests: <c>richiesta.telefono</c>.</param>
/// <param name="Messaggio">The Italian sentence that says what is missing. The page says where to correct it.</param>
/// <param name="Di">The owner of the datum.</param>
/// <param name="Ferma">Says whether the portal would send the request back. If not, the request goes out and says that the Ente has no such
/// datum.</param>
public sealed record DatoMancante(string Codice, string Messaggio, TitolareDelDato Di, bool Ferma = true);

/// <summary>The request for registration on the portal, or its reminder, as the portal's instructions require it.</summary>
/// <remarks>
/// Equality: by all members, the list by reference. Source: the portal's instructions (for the RUP: codice fiscale, e-mail, telephone; for
/// the Ente: denominazione, PEC, codice fiscale, partita IVA, registered office with CAP, provincia, città).
/// </remarks>
/// <param name="Mancanti">The missing data. Empty when every datum is there and well formed.</param>
public sealed record RichiestaDiRegistrazione(string Oggetto, string Testo, IReadOnlyList<DatoMancante> Mancanti)
{
    private const int MinCifreTelefono = 4;

    /// <summary>Says whether the request may be sent, because no missing datum would make the portal send it back.</summary>
    public bool Completa => !Mancanti.Any(m => m.Ferma);

    /// <summary>Composes the text of the request, or of its reminder, from the data of the RUP and the Ente.</summary>
    /// <param name="rup">The RUP who asks.</param>
    /// <param name="ente">The Ente for which the RUP asks.</param>
    /// <param name="sollecitaDel">The day of the request to remind of, or null to compose the request itself.</param>
    public static RichiestaDiRegistrazione Componi(Persona rup, Ente ente, DateOnly? sollecitaDel = null)
    {
        var oggetto = $"Registrazione al Portale Gare – RUP {rup.NomeCompleto} – {ente.Denominazione}";
        var testo = new StringBuilder();
        testo.AppendLine("Buongiorno,").AppendLine();
        testo.AppendLine(sollecitaDel is { } giorno
            ? $"sollecito la richiesta di registrazione che ho inviato il {giorno:dd'/'MM'/'yyyy}. Riporto i dati:"
            : "in qualità di RUP dell'Ente indicato sotto chiedo la registrazione sul Portale delle Gare Telematiche, "
                + "per acquisire il CIG Derivato delle adesioni alle Convenzioni.");
        testo.AppendLine().AppendLine("RUP");
        Riga(testo, "Nome e cognome", rup.NomeCompleto);
        Riga(testo, "Codice fiscale", rup.CodiceFiscale?.Valore ?? "non disponibile");
        Riga(testo, "E-mail", rup.Email);
        Riga(testo, "Telefono", rup.Telefono);
        testo.AppendLine().AppendLine("Ente di appartenenza");
        Riga(testo, "Denominazione", ente.Denominazione);
        Riga(testo, "PEC", ente.Pec);
        Riga(testo, "Codice fiscale", ente.CodiceFiscale.Valore);
        Riga(testo, "Partita IVA", ente.PartitaIva?.Valore ?? "non posseduta");
        Riga(testo, "Sede legale", ente.Sede.Indirizzo);
        Riga(testo, "CAP", ente.Sede.Cap);
        Riga(testo, "Città", ente.Sede.Citta);
        Riga(testo, "Provincia", ente.Sede.Provincia);
        testo.AppendLine().AppendLine("Cordiali saluti").Append(rup.NomeCompleto);
        return new RichiestaDiRegistrazione(
            sollecitaDel is null ? oggetto : $"Sollecito: {oggetto}", testo.Replace("\r\n", "\n").ToString(), [.. DelRup(rup), .. DellEnte(ente)]);
    }

    private static void Riga(StringBuilder testo, string etichetta, string valore) => testo.Append("- ").Append(etichetta).Append(": ").AppendLine(valore);

    private static IEnumerable<DatoMancante> DelRup(Persona rup)
    {
        if (rup.CodiceFiscale is not { DiPersonaFisica: true })
        {
            yield return new DatoMancante("richiesta.codice-fiscale-rup", "Il codice fiscale del RUP non è quello di una persona.", TitolareDelDato.Rup);
        }

        if (!IndirizzoLeggibile(rup.Email))
        {
            yield return new DatoMancante("richiesta.email", "L'e-mail del RUP manca o non è un indirizzo.", TitolareDelDato.Rup);
        }

        if (rup.Telefono.Count(char.IsAsciiDigit) < MinCifreTelefono)
        {
            yield return new DatoMancante("richiesta.telefono", "Manca il telefono del RUP.", TitolareDelDato.Rup);
        }
    }

    private static IEnumerable<DatoMancante> DellEnte(Ente ente)
    {
        if (string.IsNullOrWhiteSpace(ente.Denominazione))
        {
            yield return new DatoMancante("richiesta.denominazione", "Manca la denominazione dell'Ente.", TitolareDelDato.Ente);
        }

        if (!IndirizzoLeggibile(ente.Pec))
        {
            yield return new DatoMancante("richiesta.pec", "La PEC dell'Ente manca o non è un indirizzo.", TitolareDelDato.Ente);
        }

        if (ente.CodiceFiscale.DiPersonaFisica)
        {
            yield return new DatoMancante("richiesta.codice-fiscale-ente", "Il codice fiscale dell'Ente è quello di una persona.", TitolareDelDato.Ente);
        }

        if (ente.PartitaIva is null)
        {
            yield return new DatoMancante(
                "richiesta.partita-iva",
                "In CigHub l'Ente non ha la partita IVA: la richiesta dice «non posseduta». Se l'Ente ce l'ha, va scritta.",
                TitolareDelDato.Ente,
                Ferma: false);
        }

        if (string.IsNullOrWhiteSpace(ente.Sede.Indirizzo) || string.IsNullOrWhiteSpace(ente.Sede.Citta))
        {
            yield return new DatoMancante("richiesta.sede", "Manca l'indirizzo o la città della sede legale.", TitolareDelDato.Ente);
        }

        if (ente.Sede.Cap.Length != Sede.CifreCap || !ente.Sede.Cap.All(char.IsAsciiDigit))
        {
            yield return new DatoMancante("richiesta.cap", "Il CAP della sede legale non ha 5 cifre.", TitolareDelDato.Ente);
        }

        if (ente.Sede.Provincia.Length != 2 || !ente.Sede.Provincia.All(char.IsAsciiLetterUpper))
        {
            yield return new DatoMancante("richiesta.provincia", "La provincia della sede legale non è una sigla di due lettere.", TitolareDelDato.Ente);
        }
    }

    private static bool IndirizzoLeggibile(string indirizzo) =>
        MailAddress.TryCreate(indirizzo, out var letto) && letto.Address == indirizzo && letto.Host.Contains('.', StringComparison.Ordinal);
}

/// <summary>Makes the <c>mailto:</c> address that opens a new message in the user's mail program, as RFC 6068 defines it.</summary>
public static class Mailto
{
    /// <summary>The longest address that mail programs are known to accept whole, in characters (Windows passes on about 2 000).</summary>
    public const int Massimo = 2000;

    /// <summary>
    /// Returns the address, with subject and text percent-encoded in UTF-8 and line breaks as <c>%0D%0A</c>. Returns null when the address
    /// would be too long to arrive whole.
    /// </summary>
    /// <param name="destinatario">The recipient. It may be empty: the mail program then asks for it.</param>
    /// <param name="oggetto">The subject.</param>
    /// <param name="testo">The body, lines ended by a line feed.</param>
    public static string? Link(string destinatario, string oggetto, string testo)
    {
        var corpo = Uri.EscapeDataString(testo.ReplaceLineEndings("\r\n"));
        var a = Uri.EscapeDataString(destinatario).Replace("%40", "@", StringComparison.Ordinal);
        var indirizzo = $"mailto:{a}?subject={Uri.EscapeDataString(oggetto)}&body={corpo}";
        return indirizzo.Length <= Massimo ? indirizzo : null;
    }
}
