using CigHub.Web.Features.Account.SceltaDelRuolo;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Iter;
using CigHub.Web.Features.Affidamenti.ListaAttesa;
using CigHub.Web.Features.Affidamenti.Malfunzionamenti;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Affidamenti.SceltaDelFornitore;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.Affidamenti.Serie;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.Attestazioni.Dossier;
using CigHub.Web.Features.Codici.Errori;
using CigHub.Web.Features.Codici.Importazione;
using CigHub.Web.Features.Codici.Percorso;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.Convenzioni.EntiCheAderiscono;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.Adempimenti;
using CigHub.Web.Features.Persone.Conservazione;
using CigHub.Web.Features.Persone.Importazione;
using CigHub.Web.Features.Persone.NuovoRup;
using CigHub.Web.Features.Persone.RichiesteDiAccesso;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.Features.Revisione.Campioni;
using CigHub.Web.Features.Revisione.Carte;
using CigHub.Web.Features.Revisione.Correttive;
using CigHub.Web.Features.Revisione.Piano;
using CigHub.Web.Features.Revisione.Programma;
using CigHub.Web.Features.Revisione.Rapporto;
using CigHub.Web.Features.Rilievi.Elenco;
using CigHub.Web.Features.Rilievi.Esame;
using CigHub.Web.Features.Spesa.Avvisi;
using CigHub.Web.Features.Spesa.Fogli;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Relazione;
using CigHub.Web.Features.Spesa.Riconciliazione;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features;

/// <summary>The stored name of every command, as the event of a refusal holds it, with the words for the attempt. A stored name never changes.</summary>
internal sealed class ComandiRegistrati : ICommandNames
{
    private static readonly (Type Comando, string Nome, string Parole)[] _comandi =
    [
        (typeof(AbbandonaOperazione), "AbbandonaOperazione", "chiudere un'operazione senza inviarla"),
        (typeof(AccettaOperazione), "AccettaOperazione", "registrare che il portale ha accettato un'operazione"),
        (typeof(AggiornaRegistrazione), "AggiornaRegistrazione", "aggiornare una registrazione al portale"),
        (typeof(AggiungiAtti), "AggiungiAtti", "aggiungere più atti al fascicolo"),
        (typeof(AggiungiAtto), "AggiungiAtto", "aggiungere un atto al fascicolo"),
        (typeof(AggiungiRup), "AggiungiRup", "aggiungere il RUP di un Ente"),
        (typeof(AnnullaCigInPiu), "AnnullaCigInPiu", "registrare che il portale ha annullato un CIG in più"),
        (typeof(ApprovaAffidamento), "ApprovaAffidamento", "approvare l'affidamento"),
        (typeof(AmmettiEnti), "AmmettiEnti", "aggiungere Enti ammessi a una Convenzione"),
        (typeof(AmmettiTuttiGliEnti), "AmmettiTuttiGliEnti", "ammettere tutti gli Enti a una Convenzione"),
        (typeof(TogliEnteAmmesso), "TogliEnteAmmesso", "togliere un Ente ammesso da una Convenzione"),
        (typeof(ApprovaRichiestaDiAccesso), "ApprovaRichiestaDiAccesso", "approvare una richiesta di accesso"),
        (typeof(ApriAllegato), "ApriAllegato", "scaricare un allegato"),
        (typeof(ApriElencoPortale), "ApriElencoPortale", "scaricare un elenco del portale"),
        (typeof(AssegnaAMe), "AssegnaAMe", "assegnarsi l'affidamento"),
        (typeof(AssegnaRuolo), "AssegnaRuolo", "assegnare un ruolo"),
        (typeof(AvviaAnnullamento), "AvviaAnnullamento", "avviare l'annullamento dell'affidamento"),
        (typeof(AvviaModifica), "AvviaModifica", "avviare «Modifica CUP e/o Importo»"),
        (typeof(AvviaRichiestaCig), "AvviaRichiestaCig", "avviare la richiesta del CIG"),
        (typeof(AvviaSostituzioneRup), "AvviaSostituzioneRup", "avviare la sostituzione del RUP"),
        (typeof(CambiaSospensione), "CambiaSospensione", "sospendere o riprendere una registrazione al portale"),
        (typeof(CaricaAdesionePregressa), "CaricaAdesionePregressa", "caricare un'adesione pregressa"),
        (typeof(CaricaAdesioniPregresse), "CaricaAdesioniPregresse", "caricare adesioni pregresse da un foglio"),
        (typeof(ChiediConferma), "ChiediConferma", "chiedere la conferma di capienza"),
        (typeof(ChiediCancellazione), "ChiediCancellazione", "chiedere di cancellare il nome di una persona"),
        (typeof(ChiarisciRilievo), "ChiarisciRilievo", "chiarire un rilievo"),
        (typeof(ChiudiConvenzione), "ChiudiConvenzione", "chiudere una Convenzione"),
        (typeof(ChiudiEnte), "ChiudiEnte", "chiudere un Ente"),
        (typeof(ChiudiLotto), "ChiudiLotto", "chiudere un Lotto"),
        (typeof(ChiudiMalfunzionamento), "ChiudiMalfunzionamento", "segnare che il portale funziona di nuovo"),
        (typeof(ChiudiSessioni), "ChiudiSessioni", "chiudere le sessioni di una persona"),
        (typeof(ConfermaNonRisulta), "ConfermaNonRisulta", "dire che cosa c'è nell'elenco del portale dopo un errore"),
        (typeof(ConfermaRilettura), "ConfermaRilettura", "confermare la rilettura sul portale"),
        (typeof(ConferisciDelega), "ConferisciDelega", "conferire una delega"),
        (typeof(CopiaAffidamento), "CopiaAffidamento", "copiare l'affidamento"),
        (typeof(CorreggiCodici), "CorreggiCodici", "correggere i codici dell'errore del portale"),
        (typeof(CreaInSerie), "CreaInSerie", "creare bozze in serie da un foglio"),
        (typeof(DecidiCancellazione), "DecidiCancellazione", "decidere la cancellazione del nome di una persona"),
        (typeof(DichiaraConflitto), "DichiaraConflitto", "dichiarare un conflitto di interessi"),
        (typeof(DichiaraDaDelegato), "DichiaraDaDelegato", "dichiarare, da delegato, di non avere conflitti di interessi"),
        (typeof(DisattivaPersona), "DisattivaPersona", "disattivare una persona"),
        (typeof(EliminaAffidamento), "EliminaAffidamento", "eliminare l'affidamento"),
        (typeof(EscludiConflitto), "EscludiConflitto", "decidere che non c'è un conflitto di interessi"),
        (typeof(EsportaAffidamenti), "EsportaAffidamenti", "esportare l'elenco degli affidamenti"),
        (typeof(EsportaEventi), "EsportaEventi", "esportare eventi del registro"),
        (typeof(EsportaSchede), "EsportaSchede", "esportare le schede"),
        (typeof(EsportaSpesa), "EsportaSpesa", "esportare la spesa per Convenzione"),
        (typeof(ImportaEnti), "ImportaEnti", "importare Enti da un foglio"),
        (typeof(ImportaPersone), "ImportaPersone", "importare persone e ruoli da un foglio"),
        (typeof(ImportaListe), "ImportaListe", "caricare le liste di codici"),
        (typeof(ImportaScheda), "ImportaScheda", "importare una scheda"),
        (typeof(InviaPerApprovazione), "InviaPerApprovazione", "inviare l'affidamento per l'approvazione"),
        (typeof(LasciaListaAttesa), "LasciaListaAttesa", "lasciare la lista d'attesa di un Lotto"),
        (typeof(MettiInListaAttesa), "MettiInListaAttesa", "mettere l'affidamento in lista d'attesa"),
        (typeof(RipristinaAffidamento), "RipristinaAffidamento", "ripristinare l'affidamento eliminato"),
        (typeof(ScaricaBozzaDiAtto), "ScaricaBozzaDiAtto", "scaricare la bozza di un atto"),
        (typeof(LiberaCapienza), "LiberaCapienza", "liberare la capienza confermata"),
        (typeof(LimitaNome), "LimitaNome", "limitare il nome di una persona"),
        (typeof(ModificaFascicolo), "ModificaFascicolo", "modificare i dati contabili e del contratto"),
        (typeof(MotivaSceltaFornitore), "MotivaSceltaFornitore", "motivare la scelta del fornitore"),
        (typeof(NuovaAttestazione), "NuovaAttestazione", "chiedere un'attestazione di integrità"),
        (typeof(NuovoAffidamento), "NuovoAffidamento", "creare un affidamento"),
        (typeof(PassaConsegne), "PassaConsegne", "passare le consegne"),
        (typeof(PreparaDossier), "PreparaDossier", "preparare un dossier del registro"),
        (typeof(PreparaRichiestaRegistrazione), "PreparaRichiestaRegistrazione", "preparare una richiesta di registrazione al portale"),
        (typeof(PubblicaPercorso), "PubblicaPercorso", "pubblicare il percorso del portale"),
        (typeof(RegistraAltreAdesioni), "RegistraAltreAdesioni", "registrare le adesioni comunicate da CMRC su un Lotto"),
        (typeof(RegistraAttoDiNomina), "RegistraAttoDiNomina", "registrare un atto di nomina"),
        (typeof(RegistraCigDerivato), "RegistraCigDerivato", "registrare il CIG Derivato"),
        (typeof(RegistraCigInPiu), "RegistraCigInPiu", "registrare un CIG in più, da annullare"),
        (typeof(RegistraDatiPortale), "RegistraDatiPortale", "registrare i dati del portale"),
        (typeof(RegistraElencoPortale), "RegistraElencoPortale", "registrare un elenco del portale"),
        (typeof(RegistraRisposta), "RegistraRisposta", "registrare la risposta di CMRC sulla capienza"),
        (typeof(RegistraRifiuto), "RegistraRifiuto", "registrare il rifiuto del portale"),
        (typeof(RespingiRichiestaDiAccesso), "RespingiRichiestaDiAccesso", "respingere una richiesta di accesso"),
        (typeof(RestituisciAffidamento), "RestituisciAffidamento", "restituire l'affidamento"),
        (typeof(RevocaDelega), "RevocaDelega", "revocare una delega"),
        (typeof(RiapriConvenzione), "RiapriConvenzione", "riaprire una Convenzione"),
        (typeof(RiapriEnte), "RiapriEnte", "riaprire un Ente"),
        (typeof(RiapriLotto), "RiapriLotto", "riaprire un Lotto"),
        (typeof(RiassegnaAffidamento), "RiassegnaAffidamento", "riassegnare l'affidamento a un altro RUP"),
        (typeof(RiattivaPersona), "RiattivaPersona", "riattivare una persona"),
        (typeof(RifiutaOperazione), "RifiutaOperazione", "registrare che il portale ha rifiutato un'operazione"),
        (typeof(RiattivaAvviso), "RiattivaAvviso", "riattivare un avviso sulla spesa"),
        (typeof(RimuoviAtto), "RimuoviAtto", "togliere un atto dal fascicolo"),
        (typeof(RiportaInLavorazione), "RiportaInLavorazione", "riportare l'affidamento in lavorazione"),
        (typeof(RitiraAnnullamento), "RitiraAnnullamento", "registrare che l'annullamento è stato ritirato"),
        (typeof(SalvaAiutoErrore), "SalvaAiutoErrore", "salvare l'aiuto su un errore del portale"),
        (typeof(SalvaBozza), "SalvaBozza", "modificare la bozza"),
        (typeof(SalvaConvenzione), "SalvaConvenzione", "salvare una Convenzione"),
        (typeof(SalvaEnte), "SalvaEnte", "salvare i dati di un Ente"),
        (typeof(SalvaLotto), "SalvaLotto", "salvare un Lotto"),
        (typeof(SalvaPersona), "SalvaPersona", "salvare i dati di una persona"),
        (typeof(ScegliRuolo), "ScegliRuolo", "scegliere il ruolo con cui lavorare"),
        (typeof(ScollegaIdentita), "ScollegaIdentita", "scollegare un'utenza da una persona"),
        (typeof(SegnaEsitoDaVerificare), "SegnaEsitoDaVerificare", "segnare l'esito come da verificare"),
        (typeof(SegnaNonInviata), "SegnaNonInviata", "chiudere la richiesta senza inviarla"),
        (typeof(SegnaPronto), "SegnaPronto", "dichiarare la scheda pronta per il portale"),
        (typeof(SegnalaMalfunzionamento), "SegnalaMalfunzionamento", "segnalare un malfunzionamento del portale"),
        (typeof(SilenziaAvviso), "SilenziaAvviso", "silenziare un avviso sulla spesa"),
        (typeof(SostituisciPerConflitto), "SostituisciPerConflitto", "sostituire chi ha dichiarato un conflitto di interessi"),
        (typeof(SollecitaRup), "SollecitaRup", "sollecitare un RUP"),
        (typeof(SpiegaDifferenza), "SpiegaDifferenza", "spiegare una differenza con gli open data"),
        (typeof(SpiegaDiscordanza), "SpiegaDiscordanza", "spiegare una differenza tra dati e registro"),
        (typeof(StampaEventi), "StampaEventi", "stampare eventi del registro"),
        (typeof(StampaElenco), "StampaElenco", "stampare l'elenco degli affidamenti"),
        (typeof(StampaRelazione), "StampaRelazione", "stampare la relazione sulla spesa"),
        (typeof(StampaScheda), "StampaScheda", "stampare la scheda"),
        (typeof(EsportaIter), "EsportaIter", "scaricare lo ZIP dell'iter di un affidamento"),
        (typeof(StampaIter), "StampaIter", "stampare l'iter di un affidamento"),
        (typeof(TogliRuolo), "TogliRuolo", "togliere un ruolo"),
        (typeof(TrasmettiRilievo), "TrasmettiRilievo", "trasmettere un rilievo al RPCT"),
        (typeof(EsportaScostamenti), "EsportaScostamenti", "esportare gli scostamenti dai controlli"),
        (typeof(PianificaAudit), "PianificaAudit", "pianificare un audit"),
        (typeof(EstraiCampione), "EstraiCampione", "estrarre il campione di un audit"),
        (typeof(EsportaPopolazione), "EsportaPopolazione", "esportare la popolazione di un campione"),
        (typeof(CompilaCarta), "CompilaCarta", "compilare una carta di lavoro di un audit"),
        (typeof(AggiungiConstatazione), "AggiungiConstatazione", "aggiungere una constatazione a un audit"),
        (typeof(RispondiConstatazione), "RispondiConstatazione", "rispondere a una constatazione di un audit"),
        (typeof(VerificaAzione), "VerificaAzione", "verificare un'azione correttiva"),
        (typeof(ChiudiAudit), "ChiudiAudit", "firmare il rapporto di un audit"),
        (typeof(StampaRapporto), "StampaRapporto", "stampare il rapporto di un audit"),
        (typeof(ApriFileVerifica), "ApriFileVerifica", "scaricare il file di una verifica sul fornitore"),
        (typeof(RegistraAdempimento), "RegistraAdempimento", "registrare una dichiarazione o la formazione di una persona"),
        (typeof(RegistraProgramma), "RegistraProgramma", "registrare un programma annuale di audit"),
        (typeof(RegistraVerificaAffidamento), "RegistraVerificaAffidamento", "registrare una verifica sul fornitore di un affidamento"),
        (typeof(RegistraVerificaLotto), "RegistraVerificaLotto", "registrare una verifica sul fornitore di un Lotto"),
        (typeof(VariaMassimale), "VariaMassimale", "variare il massimale di un Lotto"),
        (typeof(VincolaIdentita), "VincolaIdentita", "vincolare il nome di una persona"),
    ];

    private static readonly Dictionary<Type, string> _nomi = _comandi.ToDictionary(c => c.Comando, c => c.Nome);
    private static readonly Dictionary<string, string> _parole = _comandi.ToDictionary(c => c.Nome, c => c.Parole);

    /// <summary>All stored names of commands, for the approval test.</summary>
    public static IEnumerable<string> Nomi => _nomi.Values;

    /// <summary>Returns the words for a command by its stored name: «registrare il CIG Derivato». Null for a command of another version.</summary>
    public static string? Words(string? nome) => nome is null ? null : _parole.GetValueOrDefault(nome);

    public string NameOf(Type command) => _nomi.TryGetValue(command, out var nome)
        ? nome
        : throw new InvalidOperationException($"{command.Name} has no name in the registro: list it.");
}
