namespace CigHub.Tests.UseCases.TenYears;

/// <summary>
/// The questions that still read more when the archive grows, and the plans that still read or sort a whole large table, each with the
/// reason. The test fails on one that is missing here, and on one that is here without need, so that the lists only shrink.
/// </summary>
internal static class KnownGrowth
{
    private const string Everything = "it checks every event on purpose: an Auditor starts it, or the night";
    private const string AllRules = "it runs all rules over the whole archive on purpose: the night starts it, or a user who waits";
    private const string NewLeaves = "it reads the leaves written since it was asked last, or since the start, and keeps the roots of each 1 024";
    private const string WholeEnte = "it reads every Affidamento of the Ente to find the few that are open";
    private const string WholeArchive = "it reads every Affidamento, and the condition has no index";
    private const string SortedArchive = "it sorts or passes over the archive, because the order has no index for this reader";
    private const string WholeRegistro = "it reads every event: the filter has no index, and the count no limit";
    private const string Skips = "the rows of the pages before are read and left out; for the Affidamenti they are 10 000 at most";
    private const string NoIndex = "it reads the whole table, which has no index for the condition";
    private const string AllOfPerson = "it reads everything that the person ever did, open or not";
    private const string AllOfLotto = "it reads everything that was ever done on the Lotto";
    private const string LastYear = "it reads the adhesions of the last year to average them, and a sum for each Lotto and month";
    private const string MonthlySums = "it reads a sum for each Lotto, Ente, supplier and month, and a small archive does not have all of them yet";
    private const string OpenWork = "it groups the work that is open, of which an office has the same every year";
    private const string OthersRows = "it passes over the rows of Enti that the reader may not see, in an index";
    private const string NewestTexts = "it reads the texts of the newest 10 000 events, and a small archive does not have as many yet";
    private const string FewRows = "it sorts the rows of one Affidamento, of one small group, or of one search, which finds a thousand at most";

    /// <summary>The questions that grow by more than the test allows.</summary>
    public static IReadOnlyDictionary<string, string> Steps { get; } = Reasons(
        (Everything, ["ConfrontaAttestazione", "ContenutoDossier", "ConfrontoConIDati", "VerificaIntegrita"]),
        (AllRules, ["CalcoloRilievi", "EsaminaOpenData"]),
        (NewLeaves, ["ProvaDiCoerenza", "ProvaDiInclusione"]),
        (WholeEnte, [
            "ChiPuoProcedere", "LavoroCheResta", "AnteprimaElencoPortale",
            "ListaAffidamenti attesa=SchedaInScadenza",
            "ListaAffidamenti attesa=SulPortale", "ListaAffidamenti attesa=SenzaEsito", "ListaAffidamenti testo=archivio", "ListaAffidamenti cigDerivato=B1",
            "CercaDestinazioni", "ListaDiLavoro"]),
        (WholeArchive, [
            "ListaAffidamenti testo=parolachenonesiste", "ListaAffidamenti registro=PI99", "ListaAffidamenti registro=PI0000",
            "ListaAffidamenti cigPadre=A3A11", "ListaAffidamenti titolo=niente di simile",
            "ListaAffidamenti cigDerivato=ZZZZ", "ListaAffidamenti oe=niente di simile", "ListaAffidamenti dal=2019-01-01",
            "ListaAffidamenti al=2019-01-01"]),
        (Skips, ["ListaAffidamenti ultima pagina"]),
        (WholeRegistro, [
            "ListaEventi Esito=negato", "ListaEventi ultima pagina", "LeggiPassaggi"]),
        (NoIndex, [
            "ElenchiCaricati", "ListaRichiesteDiAccesso", "StoriaMalfunzionamenti"]),
        (AllOfPerson, ["DelegheDellaPersona"]),
        (LastYear, ["AvvisiAttuali", "QuadroSpesa", "RelazioneSpesa"]),
        (MonthlySums, ["ConsumoNelTempo", "RiepilogoSpesa"]),
        (OthersRows, ["MovimentiSpesa"]),
        (NewestTexts, ["ListaEventi Testo=elenco", "ListaEventi Testo=parolachenonesiste"]),
        (AllOfLotto, [
            "QuoteDeiFornitori", "DettaglioLotto", "PrimaDiApprovare", "IterAffidamento", "IterDaPortareVia",
            "ListaEventi Convenzione=pulizia", "ListaEventi Lotto=pulizia"]));

    /// <summary>The scans and sorts, each after the query that has it.</summary>
    public static IReadOnlyDictionary<string, string> Plans { get; } = Reasons(
        (Everything, [
            "ConfrontoConIDati: SCAN Registro", "ContenutoDossier: SCAN Atti",
            "ContenutoDossier: USE TEMP B-TREE FOR ORDER BY (Affidamenti, Atti)",
            "ContenutoDossier: USE TEMP B-TREE FOR ORDER BY (VerificheFornitori)"]),
        (AllRules, [
            "CalcoloRilievi: SCAN Affidamenti", "CalcoloRilievi: SCAN Aggiudicazioni", "CalcoloRilievi: SCAN Atti",
            "CalcoloRilievi: SCAN DichiarazioniConflitto", "CalcoloRilievi: SCAN VerificheFornitori", "CalcoloRilievi: USE TEMP B-TREE FOR DISTINCT (Registro)",
            "EsaminaOpenData: SCAN Affidamenti"]),
        (FewRows, [
            "ChiPuoProcedere: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, OperazioniPortale, Tentativi)",
            "ChiPuoProcedere: USE TEMP B-TREE FOR ORDER BY (DichiarazioniConflitto)",
            "CronologiaAffidamento: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, OperazioniPortale, Tentativi)",
            "DettaglioAffidamento: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, OperazioniPortale, Tentativi)",
            "DettaglioDopoIlCig: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, Atti, CigInPiu, OperazioniPortale, Tentativi)",
            "DettaglioDopoIlCig: USE TEMP B-TREE FOR ORDER BY (MovimentiCapienza)",
            "DettaglioFascicolo: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, Atti, OperazioniPortale, Tentativi)",
            "CercaDestinazioni: USE TEMP B-TREE FOR ORDER BY (Affidamenti)",
            "EventiDaEsportare: USE TEMP B-TREE FOR ORDER BY (Registro)",
            "DueDiligenceAffidamento: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, OperazioniPortale, Tentativi)",
            "IterAffidamento: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, Atti, OperazioniPortale, Tentativi)",
            "IterDaPortareVia: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, Atti, OperazioniPortale, Tentativi)",
            "ListaEventi: USE TEMP B-TREE FOR ORDER BY (Registro)",
            "PrimaDiApprovare: USE TEMP B-TREE FOR ORDER BY (Aggiudicazioni, OperazioniPortale, Tentativi)",
            "PrimaDiApprovare: USE TEMP B-TREE FOR ORDER BY (Atti)",
            "RiepilogoRegistro: USE TEMP B-TREE FOR GROUP BY (Registro)"]),
        (WholeEnte, [
            "AnteprimaElencoPortale: USE TEMP B-TREE FOR ORDER BY (Affidamenti, Aggiudicazioni)",
            "ChiPuoProcedere: USE TEMP B-TREE FOR ORDER BY (Affidamenti, DichiarazioniConflitto)",
            "LavoroDaPassare: USE TEMP B-TREE FOR ORDER BY (Affidamenti)",
            "LavoroSenzaRup: USE TEMP B-TREE FOR GROUP BY (Affidamenti)",
            "ListaDiLavoro: USE TEMP B-TREE FOR ORDER BY (Affidamenti)"]),
        (SortedArchive, [
            "ListaAffidamenti: USE TEMP B-TREE FOR LAST TERM OF ORDER BY (Affidamenti)",
            "ListaAffidamenti: USE TEMP B-TREE FOR ORDER BY (Affidamenti)"]),
        (OpenWork, [
            "AvvisiAttuali: USE TEMP B-TREE FOR GROUP BY (Affidamenti)",
            "AvvisiAttuali: USE TEMP B-TREE FOR GROUP BY (Affidamenti, Aggiudicazioni, Atti)",
            "QuadroSpesa: USE TEMP B-TREE FOR GROUP BY (Affidamenti)",
            "QuadroSpesa: USE TEMP B-TREE FOR GROUP BY (Affidamenti, Aggiudicazioni, Atti)"]),
        (WholeRegistro, ["ListaEventi: SCAN Registro"]),
        (NoIndex, [
            "AnteprimaElencoPortale: SCAN CigInPiu",
            "ConflittiDaDecidere: USE TEMP B-TREE FOR ORDER BY (Affidamenti, DichiarazioniConflitto)",
            "ElenchiCaricati: SCAN ElenchiPortale",
            "ElenchiCaricati: USE TEMP B-TREE FOR ORDER BY (ElenchiPortale)",
            "ListaRichiesteDiAccesso: SCAN RichiesteDiAccesso",
            "ListaRichiesteDiAccesso: USE TEMP B-TREE FOR ORDER BY (RichiesteDiAccesso)"]),
        (AllOfPerson, [
            "DelegheDellaPersona: USE TEMP B-TREE FOR ORDER BY (Affidamenti, AffidamentiDelegati, Deleghe)",
            "DelegheDellaPersona: USE TEMP B-TREE FOR ORDER BY (Deleghe)"]),
        (AllOfLotto, [
            "DettaglioLotto: USE TEMP B-TREE FOR LAST TERM OF ORDER BY (MovimentiCapienza)",
            "PrimaDiApprovare: USE TEMP B-TREE FOR ORDER BY (Affidamenti)",
            "QuoteDeiFornitori: USE TEMP B-TREE FOR GROUP BY (Affidamenti, Aggiudicazioni)"]));

    /// <summary>The tables that stay small for ever.</summary>
    public static IReadOnlyDictionary<string, string> Steady { get; } = Reasons(
        ("an office has as many in its first year as in its tenth", [
            "Persone", "IdentitaPersone", "Enti", "Appartenenze", "RegistrazioniPortale", "Convenzioni", "Lotti", "Capienze", "PercorsiPortale",
            "ListeImportate", "AiutiErrori"]),
        ("a few are added a year", ["Audit", "CarteDiLavoro", "Constatazioni", "ProgrammiAudit", "Adempimenti", "AvvisiSilenziati"]),
        ("only those of the last file are kept", ["FileOpenData", "DifferenzeOpenData"]),
        ("a user has a few, and they are replaced", [
            "AffidamentiSelezionati", "PosizioniRichiesta", "Preferenze", "Sessioni", "SpunteCopia", "VisteSalvate", "VociSerie"]),
        ("it has one row", ["ProvaDiScrittura", "RegistroTesta"]),
        ("it has a sum for each Lotto, Ente, supplier and month", ["TotaliSpesa"]));

    private static Dictionary<string, string> Reasons(params (string Reason, string[] Names)[] groups) =>
        groups.SelectMany(g => g.Names.Select(n => (n, g.Reason))).ToDictionary(x => x.n, x => x.Reason);
}
