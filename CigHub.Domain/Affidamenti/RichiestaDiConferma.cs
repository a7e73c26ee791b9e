using System.Text;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>The letter by which an Ente asks CMRC to confirm that a Lotto has room for an Affidamento.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Importo">The amount that the Ente asks for: that of the draft.</param>
public sealed record RichiestaDiConferma(string Oggetto, string Testo, Importo Importo)
{
    /// <summary>Says whether the letter may be sent: without an amount CMRC could confirm nothing.</summary>
    public bool Completa => Importo > Importo.Zero;

    public static RichiestaDiConferma Componi(Affidamento affidamento, Lotto lotto, Convenzione convenzione, Ente ente, Persona rup)
    {
        var testo = new StringBuilder();
        testo.AppendLine("Buongiorno,").AppendLine();
        testo.AppendLine("l'Ente indicato sotto intende aderire alla Convenzione e chiede di confermare che il Lotto ha capienza per l'importo indicato.");
        testo.AppendLine().AppendLine("Adesione");
        Riga(testo, "Convenzione", convenzione.Titolo);
        Riga(testo, "Lotto", $"{lotto.Numero} – {lotto.Oggetto}");
        Riga(testo, "CIG Padre", lotto.CigPadre.Valore);
        Riga(testo, "Fornitore", affidamento.DenominazioneOe);
        Riga(testo, "Oggetto", affidamento.Oggetto);
        Riga(testo, "Importo (netto IVA, intera durata)", affidamento.Importo.ToString("E", null));
        Riga(testo, "Riferimento", affidamento.Numero.ToString());
        testo.AppendLine().AppendLine("Ente");
        Riga(testo, "Denominazione", ente.Denominazione);
        Riga(testo, "Codice fiscale", ente.CodiceFiscale.Valore);
        Riga(testo, "PEC", ente.Pec);
        Riga(testo, "RUP", rup.NomeCompleto);
        testo.AppendLine().AppendLine("Nella risposta servono l'importo confermato, l'ultimo giorno in cui la conferma vale, la data e il protocollo.");
        testo.AppendLine().AppendLine("Cordiali saluti").Append(rup.NomeCompleto);
        return new RichiestaDiConferma(
            $"Conferma di capienza – {convenzione.Titolo}, Lotto {lotto.Numero} – {ente.Denominazione}",
            testo.Replace("\r\n", "\n").ToString(), affidamento.Importo);
    }

    private static void Riga(StringBuilder testo, string etichetta, string valore)
    {
        if (valore.Length > 0)
        {
            testo.Append("- ").Append(etichetta).Append(": ").AppendLine(valore);
        }
    }
}
