using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// The Enti, people, Convenzioni and Lotti of the demonstration. The comuni are real. The people and suppliers are invented.
/// </summary>
internal sealed partial class DemoCatalogo(DateOnly oggi, NewIds ids)
{
    /// <summary>The number of days since the Soggetto Aggregatore last communicated the Altre adesioni.</summary>
    private const int GiorniDallaComunicazione = 20;

    private int _progressivo;

    /// <summary>The day on which the catalogue is entered in the story. Nothing in the catalogue has a later date.</summary>
    private DateOnly _caricato;

    public List<Ente> Enti { get; } = [];

    public List<Persona> Persone { get; } = [];

    public List<Appartenenza> Appartenenze { get; } = [];

    public List<RegistrazionePortale> Registrazioni { get; } = [];

    public List<Convenzione> Convenzioni { get; } = [];

    public List<Lotto> Lotti { get; } = [];

    public List<(Capienza Capienza, IReadOnlyList<MovimentoCapienza> Movimenti)> Capienze { get; } = [];

    /// <summary>
    /// The amounts of Altre adesioni that the Soggetto Aggregatore communicates after the catalogue was entered. The list is empty when the
    /// catalogue is entered today.
    /// </summary>
    public List<(Guid LottoId, Importo Importo, DateOnly Data)> ComunicazioniSuccessive { get; } = [];

    /// <param name="utc">The instant when the office loads the catalogue, UTC.</param>
    public DemoCatalogo Riempi(DateTime utc)
    {
        _caricato = RomeTime.DayInRome(utc);
        var tivoli = Comune("Tivoli", "058104", "00019");
        var velletri = Comune("Velletri", "058111", "00049");
        var guidonia = Comune("Guidonia Montecelio", "058047", "00012");

        Persona("istruttore.tivoli", "Livia", "Serrani", "SRRLVI", 1991, (Ruolo.Istruttore, tivoli.Id));
        Persona("rup.tivoli", "Aldo", "Ferrantini", "FRRLDA", 1966, (Ruolo.Rup, tivoli.Id));
        Persona("rup2.tivoli", "Marta", "Collevento", "CLLMRT", 1974, (Ruolo.Rup, tivoli.Id), (Ruolo.Responsabile, tivoli.Id));
        Persona("rup.velletri", "Dario", "Montefusco", "MNTDRA", 1979, (Ruolo.Rup, velletri.Id));
        Persona("istruttore.velletri", "Nora", "Pratesini", "PRTNRO", 1988, (Ruolo.Istruttore, velletri.Id));
        Persona("rup.guidonia", "Ugo", "Tranquillini", "TRNGUO", 1970, (Ruolo.Rup, guidonia.Id));
        Persona("responsabile", "Elsa", "Bentivegni", "BNTLSE", 1964, (Ruolo.Responsabile, null));
        Persona("auditor", "Pietro", "Valcerca", "VLCPTR", 1972, (Ruolo.Auditor, null));
        Persona("amministratore", "Irene", "Docchiari", "DCCRNI", 1983, (Ruolo.Amministratore, null));

        var pulizie = Convenzione("Servizi di pulizia e sanificazione degli immobili – ed. 2", new(2023, 9, 15), ErosioneMassimale.NettoConSicurezza);
        Lotto(pulizie, 1, "Pulizia e sanificazione – comuni dell'area tiburtina", "services", "90911200", "K05", "FS",
            4_500_000m, 820_000m, utc, Solo("Nitida Ambiente S.r.l.", 31));
        Lotto(pulizie, 2, "Pulizia e sanificazione – Castelli romani", "services", "90911200", "K05", "FS",
            3_800_000m, 1_100_000m, utc, Raggruppamento(41, "Chiaro Servizi Soc. coop.", "Lindor Facility S.r.l."));
        var carta = Convenzione("Fornitura di carta in risme – ed. 5", new(2023, 6, 1), ErosioneMassimale.NettoConSicurezza);
        Lotto(carta, 1, "Carta in risme naturale e riciclata", "supplies", "30197630", "G01", "FB",
            600_000m, 585_000m, utc, Solo("Cartiere Alto Sangro S.p.A.", 32));
        var manutenzione = Convenzione("Manutenzione degli impianti termici – ed. 1", new(2024, 5, 20), ErosioneMassimale.NettoConSicurezzaEOpzioni);
        Lotto(manutenzione, 1, "Conduzione e manutenzione impianti termici – edifici scolastici", "services", "50720000", "C01", "FS",
            2_400_000m, 0m, utc, Solo("Termogest Lazio S.r.l.", 33), Solo("Caldor Impianti S.n.c.", 34));
        var vigilanza = Convenzione("Vigilanza armata e portierato – ed. 3", new(2023, 3, 10), ErosioneMassimale.NettoConSicurezza, confronto: true);
        Lotto(vigilanza, 1, "Vigilanza – uffici della città metropolitana", "services", "79714000", "H05", "FS",
            5_200_000m, 300_000m, utc, Solo("Vedetta Sicurezza S.r.l.", 35));
        return this;
    }

    public const string Comunicazione = "Comunicazione del Soggetto Aggregatore";

    public static string Protocollo(DateOnly giorno) => $"prot. {giorno.Year}/104512";

    private static Fornitore[] Solo(string denominazione, int numero) => [Membro(denominazione, numero, Id(numero), "14", TipiOE.Impresa)];

    private static Fornitore[] Raggruppamento(int numero, string mandataria, string mandante) =>
        [Membro(mandataria, numero, Id(numero), "13", TipiOE.Raggruppamento), Membro(mandante, numero + 1, Id(numero), "10", TipiOE.Raggruppamento)];

    private static Fornitore Membro(string denominazione, int numero, Guid idPartecipante, string ruolo, string tipo) =>
        new(idPartecipante, denominazione, InventedCodes.CodiceFiscaleDi(InventedCodes.PartitaIva(numero)), ruolo, tipo);

    private static Guid Id(int numero) => new(numero, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    private Ente Comune(string nome, string istat, string cap, string provincia = "RM")
    {
        var partitaIva = InventedCodes.PartitaIva(100 + Enti.Count);
        var ente = new Ente(ids.Next(), new DatiEnte(
            $"Comune di {nome}", InventedCodes.CodiceFiscaleDi(partitaIva), partitaIva,
            $"protocollo@pec.comune.{nome.Split(' ')[0].ToLowerInvariant()}.example",
            new Sede("Piazza del Municipio 1", cap, nome, provincia), $"c_{istat}", $"00001{istat[1..]}", CodIstat.Parse($"012{istat}", null),
            [new CentroDiCosto(Id(1000 + Enti.Count).ToString().ToUpperInvariant(), "Ufficio gare e contratti")],
            [new Contatto("Ufficio gare e contratti", "", $"gare@comune.{nome.Split(' ')[0].ToLowerInvariant()}.example", "06 0000 0000")]));
        Enti.Add(ente);
        return ente;
    }

    private void Persona(string nomeUtente, string nome, string cognome, string sigla, int anno, params (Ruolo Ruolo, Guid? Ente)[] ruoli) =>
        Persona(nomeUtente, nome, cognome, sigla, anno, 12, ruoli);

    private void Persona(string nomeUtente, string nome, string cognome, string sigla, int anno, int giorno, params (Ruolo Ruolo, Guid? Ente)[] ruoli)
    {
        var persona = new Persona(ids.Next(), new DatiPersona(
            nomeUtente, nome, cognome, InventedCodes.Persona(sigla, anno, 'C', giorno), $"{nomeUtente}@cighub.example", "06 0000 0000"));
        Persone.Add(persona);
        Appartenenze.AddRange(ruoli.Select(r => Nominata(new Appartenenza(ids.Next(), persona.Id, r.Ruolo, r.Ente, oggi.AddYears(-2)))));
        Registrazioni.AddRange(ruoli.Where(r => r.Ruolo == Ruolo.Rup)
            .Select(r => RegistrazionePortale.GiaAttiva(ids.Next(), persona.Id, r.Ente!.Value, oggi.AddYears(-2))));
    }

    /// <summary>Returns the Appartenenza. That of a RUP gets an act of appointment with an invented number.</summary>
    private Appartenenza Nominata(Appartenenza appartenenza)
    {
        if (appartenenza.Ruolo == Ruolo.Rup)
        {
            var atto = new AttoDiNomina(TipoAttoDiNomina.Decreto, $"{Appartenenze.Count + 1}/{appartenenza.Dal.Year}", appartenenza.Dal.AddDays(-7), "Sindaco");
            _ = appartenenza.Nomina(new Nomina(atto), oggi);
        }

        return appartenenza;
    }

    private Convenzione Convenzione(string titolo, DateOnly bando, ErosioneMassimale erosione, bool confronto = false)
    {
        var disciplina = bando < new DateOnly(2023, 7, 1) ? DisciplinaApplicabile.Dlgs50Del2016 : DisciplinaApplicabile.Dlgs36Del2023;
        var convenzione = new Convenzione(ids.Next(), new DatiConvenzione(
            titolo, disciplina, bando, oggi.AddMonths(-14), oggi.AddMonths(10), confronto, erosione));
        Convenzioni.Add(convenzione);
        return convenzione;
    }

    private void Lotto(
        Convenzione convenzione,
        int numero,
        string oggetto,
        string tipo,
        string cpv,
        string ccnl,
        string categoria,
        decimal massimale,
        decimal altre,
        DateTime utc,
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
        Open(lotto, convenzione, massimale, altre, utc);
    }

    private void Open(Lotto lotto, Convenzione convenzione, decimal massimale, decimal altre, DateTime utc)
    {
        var capienza = new Capienza(lotto.Id);
        var movimenti = new List<MovimentoCapienza>
        {
            capienza.Apri(
                Importo.DaEuro(massimale), $"Contratto di convenzione del {lotto.Caratteristiche.DataAggiudicazione:dd'/'MM'/'yyyy}",
                convenzione.AdesioniDal, utc)
        };
        var comunicate = oggi.AddDays(-GiorniDallaComunicazione);
        if (altre > 0 && comunicate > _caricato)
        {
            ComunicazioniSuccessive.Add((lotto.Id, Importo.DaEuro(altre), comunicate));
        }
        else if (altre > 0)
        {
            movimenti.Add(capienza.RegistraAltreAdesioni(
                Importo.DaEuro(altre), new AttoDiRiferimento(Comunicazione, comunicate, Protocollo(comunicate)), utc).Value);
        }

        Capienze.Add((capienza, movimenti));
    }

    /// <summary>
    /// Returns the day on which a Convenzione was awarded: some months after its notice, but not after the day on which the catalogue is
    /// entered.
    /// </summary>
    private DateOnly Aggiudicazione(Convenzione convenzione)
    {
        const int MesiDopoIlBando = 7;
        var prevista = convenzione.DataBando.AddMonths(MesiDopoIlBando);
        return prevista < _caricato ? prevista : _caricato;
    }
}
