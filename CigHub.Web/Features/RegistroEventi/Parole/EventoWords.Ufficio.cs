using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data.Registro;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using static CigHub.Web.Features.RegistroEventi.Parole.TolerantReader;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>The sentences about acts of the office, about sign-ins, and about the list exported from the portal.</summary>
public static partial class EventoWords
{
    /// <summary>Returns the sentence for an action that is not about one Affidamento, or null for any other action.</summary>
    private static string? DellUfficio(string azione, Evento evento) => azione switch
    {
        Azioni.AccessoEntrata => "ha effettuato l'accesso a CigHub",
        Azioni.AccessoUscita => "ha chiuso la sessione di CigHub",
        Azioni.RuoloScelto => "ha scelto il ruolo con cui lavorare",
        Azioni.AccessoRichiesto => "ha ricevuto una richiesta di accesso",
        Azioni.RichiestaAccessoApprovata => "ha approvato la richiesta di accesso",
        Azioni.RichiestaAccessoRespinta => "ha respinto la richiesta di accesso",
        Azioni.IdentitaCollegata => "ha collegato un'utenza alla persona",
        Azioni.IdentitaScollegata => "ha scollegato l'utenza dalla persona",
        Azioni.SessioniChiuse => "ha chiuso le sessioni della persona",
        Azioni.PersonaSalvata => Nuovo(evento, "Persona") ? "ha inserito la persona" : "ha modificato i dati della persona",
        Azioni.PersonaDisattivata => "ha disattivato la persona",
        Azioni.PersonaRiattivata => "ha riattivato la persona",
        Azioni.NomeLimitato => "ha limitato il nome della persona: lo legge solo un Auditor",
        Azioni.LimitazioneTolta => "ha tolto la limitazione dal nome della persona",
        Azioni.VincoloPosto => "ha posto un vincolo: il nome della persona non si cancella",
        Azioni.VincoloTolto => "ha tolto il vincolo dal nome della persona",
        Azioni.CancellazioneChiesta => "ha chiesto di cancellare il nome della persona",
        Azioni.CancellazioneRitirata => "ha ritirato la richiesta di cancellare il nome della persona",
        Azioni.IdentitaCancellata => "ha confermato la cancellazione del nome della persona",
        Azioni.RuoloAssegnato => $"ha assegnato {RuoloDi(evento)} alla persona",
        Azioni.RuoloTolto => "ha tolto un ruolo alla persona",
        Azioni.AttoDiNominaRegistrato => "ha registrato l'atto di nomina della persona",
        Azioni.DelegaConferita => "ha delegato operazioni esecutive sui propri affidamenti alla persona",
        Azioni.DelegaRevocata => "ha revocato la delega alla persona",
        Azioni.DichiarazioneDelDelegato => "ha dichiarato, da delegato, di non avere conflitti di interessi con i fornitori",
        Azioni.RichiestaRegistrazioneUscita => "ha preparato la richiesta di registrazione al portale",
        Azioni.RegistrazioneAggiornata => "ha annotato un passo della registrazione al portale",
        Azioni.RegistrazioneSospesa => "ha annotato la sospensione della registrazione al portale",
        Azioni.RegistrazioneRipresa => "ha annotato la ripresa della registrazione al portale",
        Azioni.RegistrazioneDedotta => "ha annotato come attiva la registrazione al portale, desumendola dai CIG già acquisiti",
        Azioni.ConsegnePassate => Quanti("ha passato le consegne", Intero(evento.Dati, "affidamenti"), "affidamento", "affidamenti"),
        Azioni.EnteSalvato => Nuovo(evento, "Ente") ? "ha inserito l'Ente" : "ha modificato i dati dell'Ente",
        Azioni.EnteChiuso => "ha chiuso l'Ente",
        Azioni.EnteRiaperto => "ha riaperto l'Ente",
        Azioni.ConvenzioneSalvata => Nuovo(evento, "Convenzione") ? "ha inserito la Convenzione" : "ha modificato la Convenzione",
        Azioni.ConvenzioneChiusa => "ha chiuso la Convenzione",
        Azioni.ConvenzioneRiaperta => "ha riaperto la Convenzione",
        Azioni.EntiAmmessiCambiati => "ha cambiato gli Enti ammessi alla Convenzione",
        Azioni.LottoSalvato => Nuovo(evento, "Lotto") ? "ha inserito il Lotto" : "ha modificato il Lotto",
        Azioni.LottoChiuso => "ha chiuso il Lotto",
        Azioni.LottoRiaperto => "ha riaperto il Lotto",
        Azioni.MassimaleVariato => Movimento(evento, "Variazione") switch
        {
            null => "ha variato il massimale del Lotto",
            { } ridotto when ridotto < Importo.Zero => $"ha ridotto il massimale del Lotto di {-ridotto:E}",
            { } aumentato => $"ha aumentato il massimale del Lotto di {aumentato:E}",
        },
        Azioni.AltreAdesioniRegistrate => "ha registrato le adesioni di altri Enti al Lotto",
        Azioni.CatalogoCaricato => "ha caricato i dati iniziali (Enti, persone, ruoli, Convenzioni, Lotti)",
        Azioni.PercorsoPubblicato =>
            Intero(evento.Dati, "versione") is { } versione
                ? $"ha pubblicato la versione {versione} del percorso del portale"
                : "ha pubblicato il percorso del portale",
        Azioni.AiutoErroreSalvato => With("ha modificato l'aiuto su un errore del portale", Text(evento.Dati, "codice") is { } c ? $"({c})" : null),
        Azioni.ListeImportate => "ha caricato le liste di codici",
        Azioni.ElencoEsportato => Quanti("ha esportato l'elenco degli affidamenti", Intero(evento.Dati, "righe"), "riga", "righe"),
        Azioni.ElencoStampato => Quanti("ha stampato l'elenco degli affidamenti", Intero(evento.Dati, "righe"), "riga", "righe"),
        Azioni.SpesaEsportata => Quanti("ha esportato la spesa per Convenzione", Intero(evento.Dati, "righe"), "riga", "righe"),
        Azioni.SerieCreata => Quanti("ha creato bozze in serie da un foglio", Intero(evento.Dati, "righe"), "riga", "righe"),
        Azioni.SchedaEsportata => "ha esportato la scheda",
        Azioni.SchedaStampata => "ha stampato la scheda",
        Azioni.IterEsportato => Quanti("ha scaricato lo ZIP dell'iter", Intero(evento.Dati, "righe"), "file", "file"),
        Azioni.IterStampato => "ha stampato l'iter",
        Azioni.BozzaDiAttoScaricata => $"ha scaricato la bozza {(Tipo(evento) is { } bozza ? $"dell'atto «{bozza.Nome()}»" : "di un atto")}",
        Azioni.SchedaImportata => "ha creato l'affidamento importando una scheda",
        Azioni.MalfunzionamentoSegnalato => "ha segnalato un malfunzionamento del portale",
        Azioni.MalfunzionamentoChiuso => "ha segnato che il portale funziona di nuovo",
        Azioni.ElencoPortaleRegistrato => Quanti("ha registrato un elenco del portale", Intero(evento.Dati, "righe"), "riga", "righe"),
        Azioni.ElencoPortaleAperto => "ha scaricato da CigHub il file di un elenco del portale",
        Azioni.DatiRipristinati => "ha rilevato che i dati vengono da una copia di sicurezza",
        Azioni.RegistroDiversoDallaNota => "ha trovato il registro diverso da quello annotato accanto ai dati",
        Azioni.RegistroConfrontato => $"ha confrontato i dati con il registro: {EsitoDelConfronto(Intero(evento.Dati, "discordanze") ?? 0)}",
        Azioni.DiscordanzaSpiegata =>
            With("ha spiegato una differenza tra dati e registro", Text(evento.Dati, "oggetto") is { } oggetto ? $"({oggetto})" : null),
        Azioni.AttestazioneChiesta => "ha chiesto una nuova attestazione di integrità",
        Azioni.AttestazioneConfrontata => "ha confrontato il registro con un'attestazione di integrità",
        Azioni.ChiaveSostituita => "ha sostituito la chiave che firma le attestazioni di integrità",
        Azioni.RegistroEsportato => Quanti("ha esportato eventi del registro", Intero(evento.Dati, "righe"), "evento", "eventi"),
        Azioni.RegistroStampato => Quanti("ha stampato eventi del registro", Intero(evento.Dati, "righe"), "evento", "eventi"),
        Azioni.DossierPreparato => Quanti(
            $"ha preparato un dossier del registro{(evento.Dati?["pseudonimi"] is null ? "" : " con pseudonimi")}",
            Intero(evento.Dati, "eventi"), "evento", "eventi"),
        Azioni.EstrattoScritto => Quanti(
            $"ha scritto l'estratto giornaliero degli eventi per il conservatore{DelGiorno(evento)}", Intero(evento.Dati, "eventi"), "evento", "eventi"),
        Azioni.AvvisoSilenziato => "ha silenziato un avviso sulla spesa",
        Azioni.AvvisoRiattivato => "ha riattivato un avviso sulla spesa",
        Azioni.RelazioneStampata => "ha stampato la relazione sulla spesa per Convenzione",
        Azioni.OpenDataConfrontati =>
            Quanti("ha confrontato CigHub con gli open data di ANAC", Intero(evento.Dati, "discordanze"), "differenza", "differenze"),
        Azioni.DifferenzaSpiegata =>
            With("ha spiegato una differenza con gli open data di ANAC", Text(evento.Dati, "cig") is { } differente ? $"(CIG {differente})" : null),
        Azioni.RilieviCalcolati => Quanti("ha calcolato i rilievi", Intero(evento.Dati, "righe"), "rilievo", "rilievi"),
        Azioni.RilievoChiarito => With("ha chiarito un rilievo", Text(evento.Dati, "oggetto") is { } chiarito ? $"(«{chiarito}»)" : null),
        Azioni.RilievoTrasmesso => With("ha trasmesso un rilievo al RPCT", Text(evento.Dati, "oggetto") is { } trasmesso ? $"(«{trasmesso}»)" : null),
        Azioni.ScostamentiEsportati => Quanti("ha esportato gli scostamenti dai controlli", Intero(evento.Dati, "righe"), "riga", "righe"),
        Azioni.AuditPianificato => With("ha pianificato un audit", Text(Primo(evento.Dopo, "Audit"), "Titolo") is { } piano ? $"(«{piano}»)" : null),
        Azioni.CampioneEstratto => Quanti("ha estratto il campione di un audit", Intero(evento.Dati, "righe"), "affidamento", "affidamenti"),
        Azioni.CartaCompilata => With("ha compilato una carta di lavoro di un audit", EsitoDi(Text(Primo(evento.Dopo, "CartaDiLavoro"), "Esito"))),
        Azioni.ConstatazioneAggiunta =>
            With("ha aggiunto una constatazione a un audit", EsitoDi(Text(Primo(evento.Dopo, "Constatazione"), "Gravita"))),
        Azioni.ConstatazioneRisposta => "ha risposto a una constatazione di un audit",
        Azioni.AzioneVerificata => "ha verificato l'azione correttiva di una constatazione",
        Azioni.AuditChiuso => With("ha firmato il rapporto di un audit", Text(evento.Dati, "oggetto") is { } firmato ? $"(«{firmato}»)" : null),
        Azioni.RapportoStampato => With("ha stampato il rapporto di un audit", Text(evento.Dati, "oggetto") is { } stampato ? $"(«{stampato}»)" : null),
        Azioni.VerificaFornitoreRegistrata => With("ha registrato una verifica sul fornitore", Verificato(Primo(evento.Dopo, "VerificaFornitore"))),
        Azioni.ProgrammaAuditRegistrato => With(
            "ha registrato il programma annuale di audit",
            Intero(Primo(evento.Dopo, "ProgrammaAudit"), "Anno")?.ToString(CultureInfo.InvariantCulture)),
        Azioni.AdempimentoRegistrato => With(
            "ha registrato un atto della persona",
            NomiRegistrati.Leggi<TipoAdempimento>(Text(Primo(evento.Dopo, "Adempimento"), "Tipo"), out var adempimento) ? $"(«{adempimento.Nome()}»)" : null),
        Azioni.FileVerificaAperto => "ha scaricato il file di una verifica sul fornitore",
        Azioni.PopolazioneEsportata => Quanti("ha esportato la popolazione di un campione", Intero(evento.Dati, "righe"), "riga", "righe"),
        _ => null,
    };

    private static string DelGiorno(Evento evento) =>
        EstrattoGiornaliero.GiornoDi(Text(evento.Dati, "nome")) is { } giorno ? $", del {RomeTime.Text(giorno)}" : "";

    /// <summary>Returns the kind of a check and the supplier, or null when the event does not tell them.</summary>
    private static string? Verificato(JsonObject? verifica) => NomiRegistrati.Leggi<TipoVerifica>(Text(verifica, "Tipo"), out var tipo)
        ? $"(«{tipo.Nome()}», {Text(verifica, "Fornitore")})"
        : null;

    /// <summary>Returns the outcome of a working paper or the weight of a finding, or null when the event does not tell it.</summary>
    private static string? EsitoDi(string? nome) => NomiRegistrati.Leggi<EsitoAudit>(nome, out var esito) ? $"(«{esito.Nome()}»)" : null;

    /// <summary>Says whether the event created its object of this kind, because the values before are missing.</summary>
    private static bool Nuovo(Evento evento, string tipo) => Primo(evento.Dopo, tipo) is not null && Primo(evento.Prima, tipo) is null;

    private static string RuoloDi(Evento evento) =>
        NomiRegistrati.Leggi<Ruolo>(Text(Primo(evento.Dopo, "Appartenenza"), "Ruolo"), out var ruolo) ? $"il ruolo di {ruolo.Name()}" : "un ruolo";

    private static string EsitoDelConfronto(long discordanze) =>
        discordanze == 0 ? "concordano" : Plural.Of(discordanze, "punto non concorda", "punti non concordano");

    /// <summary>Returns the sentence for an attempt that was refused.</summary>
    private static string Tentativo(Evento evento)
    {
        var cosa = ComandiRegistrati.Words(Text(evento.Dati, "comando")) is { } parole ? $"di {parole}" : null;
        return evento.Azione switch
        {
            Azioni.AccessoLimitato => $"ha tentato {cosa ?? "un'operazione"} troppe volte in poco tempo: rifiutato",
            Azioni.AccessoRifiutato => "ha tentato di entrare in CigHub: rifiutato",
            _ => $"ha tentato {cosa ?? "un'operazione"} senza averne il diritto: negato",
        };
    }

    /// <summary>
    /// Returns the sentence about a look into the portal's list, with its hour and the row that was found when the event tells them.
    /// </summary>
    private static string Sguardo(Evento evento) =>
        NomiRegistrati.Leggi<TrovatoInElenco>(Text(evento.Dati, "nellElenco"), out var trovato)
            ? $"ha guardato nell'elenco del portale{Quando(Istante(evento.Dati, "guardato"))}: {trovato.Nome()}"
            : "ha verificato che nell'elenco del portale il CIG non risulta";

    private static string Quando(DateTime? utc) => utc is { } ora ? $" alle {RomeTime.Time(ora)} del {RomeTime.Text(RomeTime.DayInRome(ora))}" : "";

    private static string Quanti(string frase, long? quanti, string uno, string molti) =>
        quanti is { } n ? $"{frase} ({Plural.Of((int)n, uno, molti)})" : frase;
}
