using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Web.Demo.Dimostrazione;

/// <content>The rest of the office: the Enti, people, Convenzioni and Lotti on which the generated Affidamenti stand.</content>
internal sealed partial class DemoCatalogo
{
    /// <summary>
    /// The least amount, in euro, for which a Lotto's massimale is computed, because a Lotto without Affidamenti needs a massimale too.
    /// </summary>
    private const decimal MinimoPrevisto = 60_000m;

    /// <summary>The user name of the RUP whose request for registration on the portal has no answer yet.</summary>
    public const string InAttesaDelPortale = "rup2.guidonia";

    private readonly List<(Lotto Lotto, Filling Riempimento)> _daAprire = [];

    /// <summary>The degree to which the massimale of a Lotto is used up.</summary>
    private enum Filling
    {
        Largo,
        Meta,

        /// <summary>All but a few percent is taken.</summary>
        QuasiEsaurito,
    }

    /// <summary>The Lotti on which Affidamenti are generated. The Lotti of the small catalogue are not among them.</summary>
    public List<LottoToFill> DaRiempire { get; } = [];

    /// <summary>
    /// Adds to the small catalogue nine Enti, their people, two Convenzioni and fifteen Lotti. The Lotti get their massimale in
    /// <see cref="ApriCapienze"/>.
    /// </summary>
    public DemoCatalogo Amplia()
    {
        Persona("istruttore.guidonia", "Sara", "Colbrini", "CLBSRA", 1990, (Ruolo.Istruttore, Enti[2].Id));
        Gente(Comune("Frascati", "058039", "00044"), "frascati", ("Bruno", "Selvatici", "SLVBRN", 1968), ("Chiara", "Ombrosi", "MBRCHR", 1987));
        Gente(Comune("Albano Laziale", "058003", "00041"), "albano", ("Lucia", "Fontebella", "FNTLCU", 1971), ("Matteo", "Rivalta", "RVLMTT", 1992));
        Gente(Comune("Pomezia", "058079", "00071"), "pomezia", ("Sergio", "Campolungo", "CMPSRG", 1963), ("Ilaria", "Pinetti", "PNTLRI", 1985));
        Gente(Comune("Civitavecchia", "058032", "00053"), "civitavecchia", ("Anna", "Portonaccio", "PRTNNA", 1976), ("Fabio", "Scogliari", "SCGFBA", 1989));
        Gente(Comune("Monterotondo", "058065", "00015"), "monterotondo", ("Paolo", "Torrefiori", "TRRPLA", 1969), ("Giada", "Ulivelli", "LVLGDI", 1994));
        Gente(Comune("Palestrina", "058074", "00036"), "palestrina", ("Rita", "Montealto", "MNTRTI", 1973), ("Nicola", "Querceti", "QRCNCL", 1986));
        Gente(Comune("Bracciano", "058013", "00062"), "bracciano", ("Guido", "Lagomare", "LGMGDU", 1965), ("Serena", "Canneti", "CNNSRN", 1991));
        Gente(Altro("Consorzio intercomunale Valle del Farfaro", "consorzio-farfaro", "Via dei Mulini 4", "00060", "Nazzano", "058069"),
            "farfaro", ("Elio", "Mulinari", "MLNLEI", 1970), ("Bianca", "Guadagni", "GDGBNC", 1988));
        Gente(Altro("Azienda speciale Servizi alla Persona dei Monti Ernesi", "asp-ernesi", "Viale delle Terme 18", "00038", "Valmontone", "058110"),
            "ernesi", ("Carla", "Sorgiviva", "SRGCRL", 1975), ("Tommaso", "Acquedotti", "CQDTMS", 1993));

        NonAncoraRegistrata(InAttesaDelPortale, "Silvia", "Acquaviva", "CQVSLV", 1984, Enti[2].Id);
        var (pulizie, manutenzione, vigilanza) = (Convenzioni[0], Convenzioni[2], Convenzioni[3]);
        var energia = Finestra(
            "Energia elettrica e servizi connessi – ed. 4", new(2023, 11, 10), oggi.AddMonths(-24).AddDays(1), oggi.AddDays(20),
            ErosioneMassimale.NettoConSicurezza, null);
        var arredi = Finestra(
            "Arredi scolastici e per uffici – ed. 2", new(2023, 12, 4), oggi.AddMonths(-20), oggi.AddMonths(4),
            ErosioneMassimale.NettoConSicurezza, Importo.DaEuro(500m));
        const string Servizi = "services", Forniture = "supplies";

        Vuoto(pulizie, 3, "Igiene degli uffici – litorale nord", Servizi, "90919200", "K05", "FS", Filling.Largo, 3, Solo("Brillante Servizi S.r.l.", 51));
        Vuoto(pulizie, 4, "Igiene degli edifici scolastici – valle dell'Aniene", Servizi, "90919300", "K05", "FS", Filling.Meta, 3,
            Solo("Aurora Multiservizi Soc. coop.", 52));
        Vuoto(manutenzione, 2, "Climatizzazione – sedi comunali", Servizi, "50730000", "C01", "FS", Filling.Largo, 3,
            Solo("Frigotecnica Sabina S.r.l.", 53));
        Vuoto(manutenzione, 3, "Climatizzazione – biblioteche e musei", Servizi, "50730000", "C01", "FS", Filling.Meta, 2,
            Raggruppamento(61, "Ariaviva Impianti S.p.A.", "Termoclima Due S.r.l."));
        Vuoto(manutenzione, 4, "Climatizzazione – impianti sportivi", Servizi, "50730000", "C01", "FS", Filling.Largo, 2,
            Solo("Polaris Energia S.r.l.", 54));
        Vuoto(vigilanza, 2, "Portierato – sedi decentrate", Servizi, "98341120", "H05", "FS", Filling.Largo, 0, Solo("Custodia Romana S.r.l.", 55));
        Vuoto(energia, 1, "Energia elettrica – utenze in bassa tensione", Forniture, "09310000", "K01", "FB", Filling.Meta, 5,
            Solo("Lumen Tirreno S.p.A.", 56));
        Vuoto(energia, 2, "Energia elettrica – utenze in media tensione", Forniture, "09310000", "K01", "FB", Filling.Largo, 4,
            Raggruppamento(63, "Voltaria Energia S.p.A.", "Rete Chiara S.r.l."));
        Vuoto(energia, 3, "Gas naturale – sedi comunali", Forniture, "09123000", "B05", "FB", Filling.Largo, 4,
            Quota(60m, "Metano Lazio Servizi S.r.l.", 57), Quota(40m, "Gasdotti Aurunci S.p.A.", 58));
        Vuoto(energia, 4, "Servizi energetici – diagnosi e gestione", Servizi, "71314200", "K01", "FS", Filling.Meta, 3, Solo("Ergon Diagnosi S.r.l.", 59));
        Vuoto(energia, 5, "Illuminazione – lampade e accessori", Forniture, "31520000", "C01", "FB", Filling.Largo, 3,
            Solo("Chiarore Illuminazione S.r.l.", 60));
        Vuoto(arredi, 1, "Arredo scolastico – primaria e secondaria", Forniture, "39160000", "F05", "FB", Filling.Largo, 4,
            Solo("Banchi e Lavagne S.r.l.", 65));
        Vuoto(arredi, 2, "Arredo per nidi e scuole dell'infanzia", Forniture, "39161000", "F05", "FB", Filling.QuasiEsaurito, 4,
            Solo("Girotondo Arredi Soc. coop.", 66));
        Vuoto(arredi, 3, "Mobili per uffici", Forniture, "39130000", "F05", "FB", Filling.Meta, 4, Solo("Scrivanie del Tevere S.p.A.", 67));
        Vuoto(arredi, 4, "Sedute ergonomiche", Forniture, "39112000", "F05", "FB", Filling.Largo, 3, Solo("Seduta Giusta S.r.l.", 68));
        return this;
    }

    /// <summary>Sets the massimale of each added Lotto, large enough for the amounts planned on it.</summary>
    /// <param name="previsti">The total amount of the Affidamenti of each Lotto.</param>
    public void ApriCapienze(IReadOnlyDictionary<Guid, Importo> previsti, DateTime utc)
    {
        foreach (var (lotto, riempimento) in _daAprire)
        {
            var previsto = decimal.Max(MinimoPrevisto, previsti.GetValueOrDefault(lotto.Id).InEuro);
            var (massimale, altre) = riempimento switch
            {
                Filling.QuasiEsaurito => (Tondo(previsto * 8m), Tondo(previsto * 8m) - previsto),
                Filling.Meta => (Tondo(previsto * 2m), Tondo(previsto / 4m)),
                _ => (Tondo(previsto * 4m), Tondo(previsto / 3m)),
            };
            Open(lotto, Convenzioni.Single(c => c.Id == lotto.ConvenzioneId), massimale, altre, utc);
        }
    }

    private static decimal Tondo(decimal euro)
    {
        const decimal Migliaia = 10_000m;
        return decimal.Ceiling(euro / Migliaia) * Migliaia;
    }

    private static Fornitore[] Quota(decimal quota, string denominazione, int numero) =>
        [Membro(denominazione, numero, Id(numero), "14", TipiOE.Impresa) with { Quota = quota }];

    private Ente Altro(string denominazione, string dominio, string indirizzo, string cap, string citta, string istat)
    {
        var partitaIva = InventedCodes.PartitaIva(100 + Enti.Count);
        var ente = new Ente(ids.Next(), new DatiEnte(
            denominazione, InventedCodes.CodiceFiscaleDi(partitaIva), partitaIva, $"protocollo@pec.{dominio}.example",
            new Sede(indirizzo, cap, citta, "RM"), $"x_{Enti.Count:000}", $"0000199{Enti.Count:000}", CodIstat.Parse($"012{istat}", null),
            [new CentroDiCosto(Id(1000 + Enti.Count).ToString().ToUpperInvariant(), "Ufficio acquisti")],
            [new Contatto("Ufficio acquisti", "", $"acquisti@{dominio}.example", "06 0000 0000")]));
        Enti.Add(ente);
        return ente;
    }

    /// <summary>
    /// Adds a RUP who is not registered on the portal. No Affidamento is generated for that RUP, and a later command records the request
    /// for registration.
    /// </summary>
    private void NonAncoraRegistrata(string nomeUtente, string nome, string cognome, string sigla, int anno, Guid ente)
    {
        Persona(nomeUtente, nome, cognome, sigla, anno, (Ruolo.Rup, ente));
        Registrazioni[^1] = new RegistrazionePortale(ids.Next(), Persone[^1].Id, ente);
    }

    private void Gente(
        Ente ente,
        string sigla,
        (string Nome, string Cognome, string Codice, int Anno) rup,
        (string Nome, string Cognome, string Codice, int Anno) istruttore)
    {
        Persona($"rup.{sigla}", rup.Nome, rup.Cognome, rup.Codice, rup.Anno, (Ruolo.Rup, ente.Id));
        Persona($"istruttore.{sigla}", istruttore.Nome, istruttore.Cognome, istruttore.Codice, istruttore.Anno, (Ruolo.Istruttore, ente.Id));
    }

    private Convenzione Finestra(string titolo, DateOnly bando, DateOnly dal, DateOnly al, ErosioneMassimale erosione, Importo? minimo)
    {
        const int DurataMassima = 48;
        var convenzione = new Convenzione(ids.Next(), new DatiConvenzione(
            titolo, DisciplinaApplicabile.Dlgs36Del2023, bando, dal, al, false, erosione, minimo, DurataMassima, QuintoPrevisto: true));
        Convenzioni.Add(convenzione);
        return convenzione;
    }

    private void Vuoto(
        Convenzione convenzione,
        int numero,
        string oggetto,
        string tipo,
        string cpv,
        string ccnl,
        string categoria,
        Filling riempimento,
        int peso,
        params Fornitore[][] fornitori)
    {
        var aggiudicazione = Aggiudicazione(convenzione);
        var caratteristiche = new CaratteristicheLotto(tipo, Cpv.Parse(cpv, null), ccnl, categoria, CodNuts.Parse("ITI43", null), aggiudicazione);
        var lotto = new Lotto(ids.Next(), convenzione.Id, new DatiLotto(
            numero, oggetto, InventedCodes.Cig('A', 0x3A1100 + ++_progressivo), caratteristiche, [.. fornitori.SelectMany(f => f)])
        {
            EsitoPadre = EsitoPadre.AggiudicatoComeConvenzione,
            PadreVerificatoIl = aggiudicazione
        });
        Lotti.Add(lotto);
        _daAprire.Add((lotto, riempimento));
        if (peso > 0)
        {
            DaRiempire.Add(new LottoToFill(lotto, convenzione, peso));
        }
    }
}

/// <summary>A Lotto for which Affidamenti are generated, with its Convenzione. Equality: by all members.</summary>
/// <param name="Peso">The weight with which the Lotto is chosen.</param>
internal sealed record LottoToFill(Lotto Lotto, Convenzione Convenzione, int Peso);
