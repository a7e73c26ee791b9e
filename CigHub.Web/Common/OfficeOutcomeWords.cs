namespace CigHub.Web.Common;

/// <summary>
/// The sentences that the screen shows after an action of the office: on Enti, people, Convenzioni and Lotti, and on the portal
/// (registrations, percorso, malfunctions).
/// </summary>
public static class OfficeOutcomeWords
{
    public const string Salvato = "Dati salvati.";

    public const string EnteChiuso = "Chiusura dell'Ente registrata: dal giorno indicato non vi si aprono affidamenti.";

    public const string EnteRiaperto = "Ente riaperto: vi si possono aprire affidamenti.";

    public const string RuoloAssegnato = "Ruolo assegnato: vale dal giorno indicato.";

    public const string RupAggiunto = "RUP aggiunto: vale dal giorno indicato.";

    public const string RuoloTolto = "Fine del ruolo registrata: dal giorno indicato la persona non agisce più in questo ruolo.";

    public const string AttoDiNominaRegistrato = "Atto di nomina registrato.";

    public const string PersonaDisattivata = "Persona disattivata: le sue sessioni sono chiuse e non può più accedere. Ciò che ha fatto resta.";

    public const string PersonaRiattivata = "Persona riattivata: può accedere di nuovo.";

    public const string NomeLimitato = "Nome limitato: lo legge solo un Auditor.";

    public const string LimitazioneTolta = "Limitazione tolta: il nome è di nuovo visibile.";

    public const string VincoloPosto = "Vincolo posto: il nome non si può cancellare.";

    public const string VincoloTolto = "Vincolo tolto.";

    public const string CancellazioneChiesta = "Cancellazione chiesta: la conferma un altro Amministratore.";

    public const string CancellazioneRitirata = "Richiesta ritirata: il nome resta.";

    public const string NomeCancellato = "Nome cancellato. Gli eventi restano, senza nome.";

    public const string SessioniChiuse = "Sessioni chiuse: per continuare la persona deve accedere di nuovo.";

    public const string IdentitaScollegata = "Identità scollegata: al prossimo accesso la persona è riconosciuta dal suo nome utente.";

    public const string RichiestaApprovata = "Richiesta approvata: la persona può accedere.";

    public const string RichiestaRespinta = "Richiesta respinta: chi l'ha mandata ne legge il motivo.";

    public const string PassoDellaRegistrazione = "Passo della registrazione salvato.";

    public const string RegistrazioneSospesa = "Registrazione segnata come sospesa.";

    public const string RegistrazioneRipresa = "Registrazione di nuovo attiva.";

    public const string PercorsoPubblicato = "Percorso pubblicato: vale per le richieste che cominciano da adesso. Quelle in corso tengono il loro.";

    public const string GuastoFinito = "Malfunzionamento chiuso: l'avviso non si vede più.";

    public const string ConvenzioneChiusa = "Convenzione chiusa: non vi si aprono altri affidamenti. Quelli in corso continuano.";

    public const string ConvenzioneRiaperta = "Convenzione riaperta: vi si possono aprire affidamenti.";

    public const string TuttiGliEnti = "Elenco tolto: ora possono aderire tutti gli Enti.";

    public const string LottoChiuso = "Lotto chiuso: non vi si aprono altri affidamenti. Quelli in corso continuano.";

    public const string LottoRiaperto = "Lotto riaperto: vi si possono aprire affidamenti.";
}
