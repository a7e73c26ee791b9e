namespace CigHub.Domain.Affidamenti.Ad4;

public static partial class SchemaAd4
{
    // A star marks what must be there. Declaration order matters: a shape is made before the shapes that hold it.
    private static readonly FormaAd4 _testo = new(TipoJson.Testo);
    private static readonly FormaAd4 _siNo = new(TipoJson.SiNo);
    private static readonly FormaAd4 _numero = new(TipoJson.Numero);
    private static readonly FormaAd4 _data = _testo with { Formato = "date-time" };
    private static readonly FormaAd4 _percentuale = _numero with { Limiti = (0, 100) };

    // The one object that takes other properties too. Whether the code is in its list is not the schema's to say.
    private static readonly FormaAd4 _codice = Oggetto(("idTipologica", _testo), ("codice", _testo)) with { Chiusa = false };
    private static readonly FormaAd4 _multilingua = Oggetto(("de", _testo), ("en", _testo));

    private static readonly FormaAd4 _stazione = Oggetto(
        ("codiceFiscale*", _testo), ("codiceAusa*", _testo), ("codiceCentroCosto*", _testo), ("saTitolare*", _siNo), ("funzioniSvolte", Elenco(_codice)));

    private static readonly FormaAd4 _appalto = Oggetto(
        ("codiceAppalto*", _testo with { Lunghezza = (LimitiAd4.CodiceAppaltoMinimo, LimitiAd4.CodiceAppaltoMassimo) }),
        ("cig*", _testo),
        ("dataAdesione*", _data),
        ("relazioneUnicaSulleProcedure*", _siNo),
        ("opereUrbanizzazioneScomputo*", _siNo),
        ("datiBase*", Oggetto(("oggetto*", _testo), ("oggettoMl", _multilingua))),
        ("datiBaseSubappalti", SenzaTipo(("subappalto", _codice))));

    private static readonly FormaAd4 _parita = Oggetto(
        ("derogaAQ", _siNo),
        ("quota30PerCento", _testo with { Valori = ["SI", "NO", "SI_QUOTA_INFERIORE"] }),
        ("quotaInferioreOccupFemminile", _percentuale),
        ("quotaInferioreOccupGiovanile", _percentuale),
        ("motivoDeroga", Elenco(_codice)),
        ("ulterioriMisurePremiali", _siNo),
        ("misurePremiali", Elenco(_codice)));

    private static readonly FormaAd4 _partecipante = Oggetto(
        ("codiceFiscale*", _testo),
        ("denominazione*", _testo),
        ("ruoloOE*", _codice),
        ("tipoOE*", _codice),
        ("idPartecipante*", _testo with { Formato = "uuid" }),
        ("paeseOperatoreEconomico*", _testo),
        ("paeseOperatoreEconomicoMl", _multilingua),
        ("avvalimento*", _siNo),
        ("importo*", _numero),
        ("tipologiaAvvalimento", _codice));

    private static readonly FormaAd4 _aggiudicazione = Oggetto(
        ("lotIdentifier*", _testo),
        ("ccnl*", _codice),
        ("categoria*", _codice),
        ("categoriaScorporabile", Elenco(_codice)),
        ("codIstat*", _codice),
        ("afferenteInvestimentiPNRR*", _siNo),
        ("acquisizioneCup", _siNo),
        ("cupLotto", Elenco(_testo)),
        ("paritaDiGenereGenerazionale", _parita),
        ("quadroEconomicoStandard", Importi(
            "impLavori", "impServizi", "impForniture", "impTotaleSicurezza", "ulterioriSommeNoRibasso", "impProgettazione",
            "sommeOpzioniRinnovi", "sommeRipetizioni", "sommeADisposizione")),
        ("quadroEconomicoConcessioni", Importi(
            "impLavori", "impServizi", "impForniture", "finanziamentiCanoniPA", "entrateUtenza", "introitoAttivo", "impTotaleSicurezza",
            "ulterioriSommeNoRibasso", "sommeOpzioniRinnovi", "sommeADisposizione")),
        ("finanziamenti*", Elenco(Oggetto(("tipoFinanziamento*", _codice), ("importo*", _numero)))),
        ("partecipanti*", Elenco(_partecipante)),
        ("datiBase*", Oggetto(("oggetto*", _testo), ("oggettoMl", _multilingua), ("oggettoContratto*", _codice))),
        ("datiBaseCPV*", Oggetto(("tipoClassificazione*", _codice), ("cpvPrevalente*", _codice), ("cpvSecondarie", Elenco(_codice)))),
        ("datiBaseContratto*", Oggetto(("codNUTS*", _codice))),
        ("datiBaseAggiudicazioneAppalto*", SenzaTipo(("dataAggiudicazione*", _data))),
        ("datiBaseAccessibilita", SenzaTipo(("accessibilita", _codice), ("giustificazione", _testo), ("giustificazioneMl", _multilingua))),
        ("datiBaseDocumenti", Oggetto(("url", _testo), ("lingue", Elenco(_codice)))),
        ("strumentiElettroniciSpecifici", _siNo),
        ("docFAP", _siNo));

    private static readonly FormaAd4 _scheda = Oggetto(
        ("anacForm*", Oggetto(("stazioniAppaltanti*", Elenco(_stazione)), ("appalto*", _appalto), ("aggiudicazioni*", Elenco(_aggiudicazione)))),
        ("espd", _testo));

    private static FormaAd4 Oggetto(params (string Nome, FormaAd4 Forma)[] voci) => new(TipoJson.Oggetto)
    {
        Voci = voci.ToDictionary(v => v.Nome.TrimEnd('*'), v => v.Forma, StringComparer.Ordinal),
        Obbligatorie = [.. voci.Where(v => v.Nome.EndsWith('*')).Select(v => v.Nome.TrimEnd('*'))],
        Chiusa = true,
    };

    private static FormaAd4 SenzaTipo(params (string Nome, FormaAd4 Forma)[] voci) => Oggetto(voci) with { Tipo = TipoJson.NonDichiarato };

    private static FormaAd4 Elenco(FormaAd4 righe) => new(TipoJson.Elenco) { Righe = righe };

    private static FormaAd4 Importi(params string[] nomi) => Oggetto([.. nomi.Select(n => (n, _numero))]);
}
