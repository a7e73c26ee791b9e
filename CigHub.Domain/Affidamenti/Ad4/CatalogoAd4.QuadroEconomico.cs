using static CigHub.Domain.Affidamenti.Ad4.SezioneAd4;

namespace CigHub.Domain.Affidamenti.Ad4;

public static partial class CatalogoAd4
{
    /// <summary>
    /// The value of the field <see cref="PercorsoAd4.TipoContratto"/> with which the draft uses the quadro economico of concessions instead
    /// of the standard one.
    /// </summary>
    internal const string Concessione = "concessione";

    /// <summary>
    /// The amounts of the quadro economico that an adhesion usually has, which are columns of the sheet for many drafts. The other amounts,
    /// if any, are filled in later in the editor.
    /// </summary>
    private static readonly string[] _importiInSerie =
        ["impLavori", "impServizi", "impForniture", "impTotaleSicurezza", "sommeOpzioniRinnovi", "sommeADisposizione"];

    private static IEnumerable<CampoAd4> QuadroEconomico() =>
    [
        Campo(PercorsoAd4.TipoContratto, "Il contratto è", SezioneAd4.QuadroEconomico, TipoCampo.Scelta,
            "Nella concessione il fornitore si remunera gestendo l'opera o il servizio (art. 177 D.Lgs. 36/2023), "
                + "e ANAC chiede un altro quadro economico. Non è un dato di ANAC: senza risposta vale appalto.") with
        {
            Scelte = [new SceltaAd4("appalto", "Appalto"), new SceltaAd4(Concessione, "Concessione")],
        },
        .. Importi("quadroEconomicoStandard", Applicabilita.PerAppalti,
            ("impLavori", "Lavori", "L'importo dei lavori, senza IVA e senza sicurezza."),
            ("impServizi", "Servizi", "L'importo dei servizi, senza IVA e senza sicurezza."),
            ("impForniture", "Forniture", "L'importo delle forniture, senza IVA e senza sicurezza."),
            ("impTotaleSicurezza", "Sicurezza", "I costi per l'attuazione della sicurezza, che non sono soggetti a ribasso (art. 41 D.Lgs. 36/2023)."),
            ("ulterioriSommeNoRibasso", "Altre somme non soggette a ribasso", "Le altre somme del contratto che il ribasso non tocca, senza IVA."),
            ("impProgettazione", "Progettazione", "L'importo della progettazione, quando è appaltata insieme ai lavori (art. 44 D.Lgs. 36/2023)."),
            ("sommeOpzioniRinnovi", "Opzioni e rinnovi",
                "Il valore delle opzioni e dei rinnovi previsti (art. 14 D.Lgs. 36/2023): "
                + "tienilo separato dall'importo, altrimenti si perde nella banca dati."),
            ("sommeRipetizioni", "Ripetizioni",
                "Le somme per ripetere servizi, forniture o lavori analoghi e per consegne complementari (art. 76 D.Lgs. 36/2023)."),
            ("sommeADisposizione", "Somme a disposizione (IVA e altro)",
                "L'IVA (anche quella su opzioni e rinnovi), le altre imposte e le somme che l'Ente tiene a disposizione: "
                + "gli importi qui sopra sono senza IVA. Scrivi 0 se non ce ne sono.")),
        .. Importi("quadroEconomicoConcessioni", Applicabilita.PerConcessioni,
            ("impLavori", "Concessione: lavori", "L'importo dei lavori della concessione, senza IVA e senza sicurezza."),
            ("impServizi", "Concessione: servizi", "L'importo dei servizi della concessione, senza IVA e senza sicurezza."),
            ("impForniture", "Concessione: forniture", "L'importo delle forniture della concessione, senza IVA e senza sicurezza."),
            ("finanziamentiCanoniPA", "Concessione: finanziamenti o canoni della PA",
                "Quanto l'amministrazione finanzia o paga come canone al concessionario (art. 177 D.Lgs. 36/2023)."),
            ("entrateUtenza", "Concessione: entrate dall'utenza", "Le entrate che il concessionario riceve dagli utenti (art. 177 D.Lgs. 36/2023)."),
            ("introitoAttivo", "Concessione: introito attivo per la PA", "Quanto il concessionario versa all'amministrazione."),
            ("impTotaleSicurezza", "Concessione: sicurezza", "I costi per l'attuazione della sicurezza, che non sono soggetti a ribasso."),
            ("ulterioriSommeNoRibasso", "Concessione: altre somme non soggette a ribasso", "Le altre somme che il ribasso non tocca, senza IVA."),
            ("sommeOpzioniRinnovi", "Concessione: opzioni e rinnovi", "Il valore delle opzioni e dei rinnovi previsti dalla concessione."),
            ("sommeADisposizione", "Concessione: somme a disposizione", "L'IVA, le altre imposte e le somme che l'Ente tiene a disposizione.")),
        Campo(A + "finanziamenti/*/tipoFinanziamento", "Tipo di finanziamento", Finanziamenti, TipoCampo.Scelta,
            "Da dove vengono i fondi: bilancio dell'Ente, entrate vincolate, mutuo. Deve accordarsi con l'impegno di spesa della determina.",
            Obbligo.Sempre) with { Lista = "tipoFinanziamento", InSerie = true },
        Campo(A + "finanziamenti/*/importo", "Importo finanziato", Finanziamenti, TipoCampo.Euro,
            "Quanto viene da questa fonte. Insieme, le fonti coprono tutto il quadro economico, somme a disposizione e IVA comprese: "
                + "possono superarlo. CigHub propone il totale.",
            Obbligo.Sempre) with { InSerie = true },
    ];

    private static IEnumerable<CampoAd4> Importi(string quadro, Applicabilita quando, params (string Nome, string Etichetta, string Aiuto)[] voci) =>
        voci.Select(v => Campo($"{A}{quadro}/{v.Nome}", v.Etichetta, SezioneAd4.QuadroEconomico, TipoCampo.Euro, v.Aiuto) with
        {
            Applicabilita = quando,
            InSerie = quando == Applicabilita.PerAppalti && _importiInSerie.Contains(v.Nome),
            Obbligo = v.Nome == "sommeADisposizione" ? Obbligo.ConQuadro : Obbligo.Mai,
        });
}
