using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Convenzioni;
using CigHub.Web.Security;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>
/// The words for what an event keeps of each kind of object: the label of a value and how it is written. A value without words is not shown to
/// people, except in the technical details.
/// </summary>
public static class ParoleDeiDati
{
    private static readonly Dato _giorno = new(Forma.Giorno), _istante = new(Forma.Istante), _persona = new(Forma.Persona), _testo = new(Forma.Testo),
        _euro = new(Forma.Euro), _siNo = new(Forma.SiNo), _tecnico = new(Forma.Tecnico);

    private static readonly Dato _ruolo = Scelta<Ruolo>(r => r.Nome());

    private static readonly Dictionary<string, (string Nome, Dictionary<string, Dato> Dati)> _oggetti = new()
    {
        ["Affidamento"] = ("Affidamento", new()
        {
            ["Stato"] = Scelta<StatoAffidamento>(s => s.Nome()),
            ["RupId"] = _persona.Detto("RUP"),
            ["AutoreId"] = _persona.Detto("Preparato da"),
            ["InviatoDaId"] = _persona.Detto("Inviato da"),
            ["ApprovatoDaId"] = _persona.Detto("Approvato da"),
            ["ApprovatoIl"] = _istante.Detto("Approvato il"),
            ["CreatoIl"] = _istante.Detto("Creato il"),
            ["RichiestoIl"] = _istante.Detto("Richiesta avviata il"),
            ["RilettoIl"] = _istante.Detto("Riletto sul portale il"),
            ["MotivoBandoSuccessivo"] = _testo.Detto("Motivo della scheda AD4"),
            ["NotaRitorno"] = _testo.Detto("Nota di chi l'ha restituito"),
            ["Ritorno"] = Scelta<MotivoRitorno>(r => r switch
            {
                MotivoRitorno.Nessuno => "Nessuno",
                MotivoRitorno.RifiutatoDalPortale => "Rifiutato dal portale",
                MotivoRitorno.Restituito => "Restituito da chi approva",
                _ => null,
            }).Detto("Tornato in lavorazione"),
            ["InviatoAlPortale"] = _siNo.Detto("Sul portale"),
            ["Pregresso"] = _siNo.Detto("Adesione già fatta"),
            ["Portale.RegistroDiSistema"] = _testo.Detto("Registro di Sistema"),
            ["Portale.FascicoloDiSistema"] = _testo.Detto("Fascicolo di Sistema"),
            ["Portale.DataInvio"] = _giorno.Detto("Data Invio"),
            ["Portale.Stato"] = _testo.Detto("Stato sul portale"),
            ["Portale.StatoAffidamento"] = _testo.Detto("Stato Affidamento sul portale"),
            ["Portale.StatoSchedaPcp"] = _testo.Detto("Stato Scheda PCP"),
            ["VersionePercorso"] = _testo.Detto("Versione del percorso"),
            ["Anno"] = _tecnico,
            ["Progressivo"] = _tecnico,
            ["EnteId"] = _tecnico,
            ["LottoId"] = _tecnico,
            ["Fascicolo"] = _tecnico,
            ["statoBozza"] = _tecnico,
        }),
        ["Aggiudicazione"] = ("Adesione", new()
        {
            ["Stato"] = Scelta<StatoAggiudicazione>(s => s switch
            {
                StatoAggiudicazione.DaRichiedere => "Da richiedere",
                StatoAggiudicazione.InRichiesta => "In richiesta",
                StatoAggiudicazione.DaVerificare => "Da verificare",
                StatoAggiudicazione.Acquisita => "CIG acquisito",
                StatoAggiudicazione.Annullata => "Annullata",
                _ => null,
            }),
            ["CigDerivato"] = _testo.Detto("CIG Derivato"),
            ["AffidamentoId"] = _tecnico,
            ["Indice"] = _tecnico,
        }),
        ["Capienza"] = ("Capienza del Lotto", new()
        {
            ["Massimale"] = _euro.Detto("Massimale"),
            ["MassimaleIniziale"] = _euro.Detto("Massimale iniziale"),
            ["Riservato"] = _euro.Detto("Riservato"),
            ["Aderito"] = _euro.Detto("Aderito"),
            ["AltreAdesioni"] = _euro.Detto("Altre adesioni"),
            ["AltreAdesioniAl"] = _istante.Detto("Altre adesioni aggiornate il"),
            ["SforamentoDaRegolarizzare"] = _siNo.Detto("Sforamento da regolarizzare"),
        }),
        ["MovimentoCapienza"] = ("Movimento di capienza", new()
        {
            ["Tipo"] = Scelta<TipoMovimento>(t => t.Parola()),
            ["Importo"] = _euro.Detto("Importo"),
            ["Protocollo"] = _testo.Detto("Protocollo"),
            ["DataAtto"] = _giorno.Detto("Data dell'atto"),
            ["Riferimento"] = _testo.Detto("Riferimento"),
            ["AggiudicazioneId"] = _tecnico,
            ["LottoId"] = _tecnico,
            ["Utc"] = _tecnico,
        }),
        ["Atto"] = ("Atto del fascicolo", new() { ["AggiuntoIl"] = _istante.Detto("Aggiunto il"), ["AffidamentoId"] = _tecnico, ["Dati"] = _tecnico, ["File"] = _tecnico }),
        ["OperazionePortale"] = ("Operazione sul portale", new()
        {
            ["Tipo"] = Scelta<TipoOperazione>(t => t.Nome()),
            ["Stato"] = Scelta<StatoOperazione>(s => s.Nome()),
            ["AvviataIl"] = _istante.Detto("Avviata il"),
            ["ChiusaIl"] = _istante.Detto("Chiusa il"),
            ["AffidamentoId"] = _tecnico,
            ["AggiudicazioneId"] = _tecnico,
            ["Dati"] = _tecnico,
        }),
        ["ElencoCaricato"] = ("Elenco del portale", new()
        {
            ["Righe"] = _testo.Detto("Righe"),
            ["Cig"] = _testo.Detto("CIG registrati"),
            ["Aggiornamenti"] = _testo.Detto("Aggiornamenti"),
            ["Adottati"] = _testo.Detto("Adottati"),
            ["CaricatoDa"] = _persona.Detto("Caricato da"),
            ["CaricatoIl"] = _istante.Detto("Caricato il"),
            ["EnteId"] = _tecnico,
            ["File"] = _tecnico,
            ["Sha256"] = _tecnico,
        }),
        ["Malfunzionamento"] = ("Malfunzionamento del portale", new()
        {
            ["Dal"] = _istante.Detto("Dal"),
            ["Al"] = _istante.Detto("Al"),
            ["Nota"] = _testo.Detto("Nota"),
            ["SegnalatoDaId"] = _persona.Detto("Segnalato da"),
            ["ChiusoDaId"] = _persona.Detto("Chiuso da"),
        }),
        ["PercorsoPortale"] = ("Percorso del portale", new()
        {
            ["Versione"] = _testo.Detto("Versione"),
            ["Nota"] = _testo.Detto("Nota"),
            ["PubblicatoIl"] = _istante.Detto("Pubblicato il"),
            ["Passi"] = _tecnico,
        }),
        ["ListaImportata"] = ("Lista di codici", new()
        {
            ["IdTipologica"] = _testo.Detto("Lista"),
            ["NomeFile"] = _testo.Detto("File"),
            ["ImportataDa"] = _persona.Detto("Importata da"),
            ["ImportataIl"] = _istante.Detto("Importata il"),
            ["Impronta"] = _tecnico,
        }),
        ["Convenzione"] = ("Convenzione", new()
        {
            ["Titolo"] = _testo.Detto("Titolo"),
            ["DataBando"] = _giorno.Detto("Data del bando"),
            ["Disciplina"] = Scelta<DisciplinaApplicabile>(d => d.Parola()).Detto("Disciplina applicabile"),
            ["AdesioniDal"] = _giorno.Detto("Primo giorno per aderire"),
            ["AdesioniAl"] = _giorno.Detto("Ultimo giorno per aderire"),
            ["ChiusaDal"] = _giorno.Detto("Chiusa dal"),
            ["ConfrontoCompetitivo"] = _siNo.Detto("Confronto competitivo"),
            ["DichiarazioniAl"] = _giorno.Detto("Dichiarazioni valide fino al"),
            ["DurataMassimaMesi"] = _testo.Detto("Durata massima, in mesi"),
            ["Erosione"] = Scelta<ErosioneMassimale>(e => e.Parola()).Detto("Che cosa consuma il massimale"),
            ["OpzioniPreviste"] = _siNo.Detto("Opzioni o rinnovi previsti"),
            ["QuintoPrevisto"] = _siNo.Detto("Quinto d'obbligo previsto"),
            ["OrdineMinimo"] = _euro.Detto("Ordine minimo"),
            ["SogliaApprovazione"] = _euro.Detto("Soglia di approvazione"),
        }),
        ["Lotto"] = ("Lotto", new()
        {
            ["Numero"] = _testo.Detto("Numero"),
            ["Oggetto"] = _testo.Detto("Oggetto"),
            ["CigPadre"] = _testo.Detto("CIG Padre"),
            ["EsitoPadre"] = Scelta<EsitoPadre>(e => e.Nome()).Detto("Verifica del CIG Padre"),
            ["PadreVerificatoIl"] = _giorno.Detto("CIG Padre verificato il"),
            ["ChiusoDal"] = _giorno.Detto("Chiuso dal"),
            ["Caratteristiche.Categoria"] = _testo.Detto("Categoria"),
            ["Caratteristiche.Ccnl"] = _testo.Detto("CCNL"),
            ["Caratteristiche.Cpv"] = _testo.Detto("CPV"),
            ["Caratteristiche.DataAggiudicazione"] = _giorno.Detto("Data di aggiudicazione"),
            ["Caratteristiche.Nuts"] = _testo.Detto("Luogo (NUTS)"),
            ["Caratteristiche.OggettoContratto"] = _testo.Detto("Oggetto del contratto"),
            ["ConvenzioneId"] = _tecnico,
            ["Fornitori"] = _tecnico,
        }),
        ["Appartenenza"] = ("Ruolo", new()
        {
            ["Ruolo"] = _ruolo.Detto("Ruolo"),
            ["Dal"] = _giorno.Detto("Dal"),
            ["Fino"] = _giorno.Detto("Fino al"),
            ["RegistrataIl"] = _giorno.Detto("Registrato il"),
            ["PersonaId"] = _persona.Detto("Persona"),
            ["Motivo"] = _testo.Detto("Motivo"),
            ["Incarico"] = _testo.Detto("Incarico"),
            ["Esterno"] = _siNo.Detto("Esterno all'Ente"),
            ["Atto"] = _tecnico,
            ["EnteId"] = _tecnico,
        }),
        ["DichiarazioneConflitto"] = ("Dichiarazione di conflitto", new()
        {
            ["Esito"] = Scelta<EsitoDichiarazione>(e => e == EsitoDichiarazione.NessunConflitto ? "Nessun conflitto" : "Conflitto"),
            ["Natura"] = Scelta<NaturaConflitto>(n => n.Parola()),
            ["PersonaId"] = _persona.Detto("Dichiarata da"),
            ["PassatoA"] = _persona.Detto("Passato a"),
            ["ValidaAl"] = _giorno.Detto("Valida fino al"),
            ["Fornitore"] = _testo.Detto("Fornitore"),
            ["Utc"] = _istante.Detto("Dichiarata il"),
            ["AffidamentoId"] = _tecnico,
            ["ConvenzioneId"] = _tecnico,
            ["FornitoreCodice"] = _tecnico,
            ["Versione"] = _tecnico,
        }),
        ["Ente"] = ("Ente", new()
        {
            ["Denominazione"] = _testo.Detto("Denominazione"),
            ["CodiceFiscale"] = _testo.Detto("Codice fiscale"),
            ["PartitaIva"] = _testo.Detto("Partita IVA"),
            ["CodiceAusa"] = _testo.Detto("Codice AUSA"),
            ["CodiceIpa"] = _testo.Detto("Codice IPA"),
            ["Pec"] = _testo.Detto("PEC"),
            ["Luogo"] = _testo.Detto("Luogo (ISTAT)"),
            ["ChiusoDal"] = _giorno.Detto("Chiuso dal"),
            ["Sede.Indirizzo"] = _testo.Detto("Indirizzo"),
            ["Sede.Cap"] = _testo.Detto("CAP"),
            ["Sede.Citta"] = _testo.Detto("Città"),
            ["Sede.Provincia"] = _testo.Detto("Provincia"),
            ["CentriDiCosto"] = _tecnico,
        }),
        ["Persona"] = ("Persona", new() { ["Attiva"] = _siNo.Detto("Attiva") }),
        ["RegistrazionePortale"] = ("Registrazione al portale", new()
        {
            ["Stato"] = Scelta<StatoRegistrazione>(s => s.Nome()),
            ["RichiestaIl"] = _giorno.Detto("Richiesta il"),
            ["SollecitataIl"] = _giorno.Detto("Sollecitata il"),
            ["CredenzialiIl"] = _giorno.Detto("Credenziali ricevute il"),
            ["PasswordCambiataIl"] = _giorno.Detto("Password cambiata il"),
            ["AttivaDal"] = _giorno.Detto("Attiva dal"),
            ["SospesaDal"] = _giorno.Detto("Sospesa dal"),
            ["SospesaDallUfficio"] = _siNo.Detto("Sospesa dall'ufficio"),
            ["MotivoSospensione"] = _testo.Detto("Motivo della sospensione"),
            ["PersonaId"] = _persona.Detto("Persona"),
            ["EnteId"] = _tecnico,
        }),
        ["RichiestaDiAccesso"] = ("Richiesta di accesso", new()
        {
            ["Stato"] = Scelta<StatoRichiestaAccesso>(s => s switch
            {
                StatoRichiestaAccesso.InAttesa => "In attesa",
                StatoRichiestaAccesso.Approvata => "Approvata",
                StatoRichiestaAccesso.Respinta => "Respinta",
                _ => null,
            }),
            ["Ruolo"] = _ruolo.Detto("Ruolo"),
            ["Ente"] = _testo.Detto("Ente"),
            ["CodiceFiscaleEnte"] = _testo.Detto("Codice fiscale dell'Ente"),
            ["Motivo"] = _testo.Detto("Motivo"),
            ["DecisaDa"] = _persona.Detto("Decisa da"),
            ["DecisaIl"] = _istante.Detto("Decisa il"),
            ["PresentataIl"] = _istante.Detto("Presentata il"),
            ["PersonaId"] = _persona.Detto("Persona"),
        }),
        ["ContenutoFile"] = ("File", []),
    };

    private enum Forma
    {
        Testo,
        Euro,
        Giorno,
        Istante,
        SiNo,

        /// <summary>The id of a person.</summary>
        Persona,

        /// <summary>One of few values, each with its word.</summary>
        Scelta,

        /// <summary>An id, a hash or a text for machines.</summary>
        Tecnico,
    }

    /// <summary>The name of a kind of object; a kind that is not known is named as it stands.</summary>
    public static string Oggetto(string tipo) => _oggetti.TryGetValue(tipo, out var oggetto) ? oggetto.Nome : tipo;

    /// <summary>The label of a value; null for one that people are not shown.</summary>
    public static string? Etichetta(string tipo, string dato) => Di(tipo, dato) is { Forma: not Forma.Tecnico } noto ? noto.Etichetta ?? dato : null;

    /// <summary>A value in words. Whatever does not have the form that it should have is given as it stands.</summary>
    /// <param name="persone">The names of the persons whose ids may stand there.</param>
    public static string? Valore(string tipo, string dato, JsonNode? valore, IReadOnlyDictionary<Guid, string> persone)
    {
        if (valore is null)
        {
            return null;
        }

        var testo = valore.ToString();
        return Di(tipo, dato)?.Forma switch
        {
            Forma.Euro when valore.GetValueKind() == JsonValueKind.Number && long.TryParse(testo, CultureInfo.InvariantCulture, out var centesimi) => Importo.DaCentesimi(centesimi).ToString("E", null),
            Forma.Giorno when DateOnly.TryParseExact(testo, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) => OraItaliana.Testo(giorno),
            Forma.Istante when DateTime.TryParse(testo, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var utc) && utc.Kind == DateTimeKind.Utc => OraItaliana.Testo(utc),
            Forma.SiNo => valore.GetValueKind() switch { JsonValueKind.True => "Sì", JsonValueKind.False => "No", _ => testo },
            Forma.Persona when Guid.TryParse(testo, out var id) => persone.GetValueOrDefault(id, "persona non più nota"),
            Forma.Scelta => Di(tipo, dato)!.Parole!.GetValueOrDefault(testo, testo),
            _ => testo,
        };
    }

    /// <summary>Whether there are words for a value, or it is known to be technical.</summary>
    internal static bool Conosce(string tipo, string dato) => Di(tipo, dato) is not null;

    /// <summary>Whether one value of a choice has a word.</summary>
    internal static bool Conosce(string tipo, string dato, string valore) => Di(tipo, dato) is { Forma: Forma.Scelta, Parole: var parole } && parole!.ContainsKey(valore);

    private static Dato? Di(string tipo, string dato) => _oggetti.TryGetValue(tipo, out var oggetto) ? oggetto.Dati.GetValueOrDefault(dato) : null;

    private static Dato Scelta<T>(Func<T, string?> parola)
        where T : struct, Enum => new(Forma.Scelta)
        {
            Parole = Enum.GetValues<T>().Select(v => (v, Parola: parola(v))).Where(x => x.Parola is not null).ToDictionary(x => x.v.ToString(), x => x.Parola!),
        };

    private sealed record Dato(Forma Forma)
    {
        /// <summary>Null: the stored name is a word.</summary>
        public string? Etichetta { get; private init; }

        public IReadOnlyDictionary<string, string>? Parole { get; init; }

        public Dato Detto(string etichetta) => this with { Etichetta = etichetta };
    }
}
