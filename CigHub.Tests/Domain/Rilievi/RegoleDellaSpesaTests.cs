using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Rilievi;

namespace CigHub.Tests.Domain.Rilievi;

/// <summary>
/// Sows findings of each rule about the spending, and for each of them things that look alike and are none. All rules look at all of them: what is
/// sown is found by its own rule alone, among how many cases, and nothing else is found.
/// </summary>
public sealed class RegoleDellaSpesaTests
{
    private static readonly DateOnly Dal = new(2026, 1, 1), Al = new(2026, 12, 31), Giorno = new(2026, 6, 15);
    private static readonly Guid Rup = Id(1), Ente = Id(2);

    /// <summary>A threshold of a thousand, a minimum order of ten, contracts of a year.</summary>
    private static readonly Convenzione Convenzione = new(Id(3), new DatiConvenzione(
        "Pulizia", DisciplinaApplicabile.Dlgs36Del2023, new(2025, 1, 1), Dal, Al, false, ErosioneMassimale.NettoConSicurezza, Importo.DaEuro(10), 12,
        SogliaApprovazione: Importo.DaEuro(1_000)));

    private static readonly LottoNoto Lotto = new(Id(4), Convenzione, "909", null, false);
    private static readonly LottoNoto AltroCpv = new(Id(5), Convenzione, "501", null, false);
    private static readonly LottoNoto Chiuso = new(Id(6), Convenzione, "909", Giorno, false);
    private static readonly LottoNoto ConPiu = new(Id(7), Convenzione, "909", null, true);

    public static TheoryData<string, string, string, Caso> Seminati => new()
    {
        {
            "a: due adesioni in 30 giorni, insieme un centesimo sopra la soglia", "spesa.ravvicinate", "2 di 3 affidamenti",
            new(Uno(500), Uno(500.01m, giorni: 30), Uno(50, giorni: -100))
        },
        { "a: due adesioni in 90 giorni", "spesa.ravvicinate", "2 di 2 affidamenti", new(Uno(500), Uno(500.01m, giorni: 90)) },
        { "b: al 95 % della soglia", "spesa.appena-sotto", "1 di 2 affidamenti", new(Uno(950), Uno(20, fornitore: "|B|")) },
        { "b: proprio alla soglia", "spesa.appena-sotto", "1 di 1 affidamento", new(Uno(1_000)) },
        {
            "c: un centesimo sopra tre volte la mediana di cinque", "spesa.fuori-scala", "1 di 5 affidamenti",
            new(Uno(60.01m), Uno(20), Uno(20), Uno(20), Uno(20))
        },
        {
            "d: CIG il giorno dopo l'inizio del contratto", "spesa.cig-dopo-contratto", "1 di 2 affidamenti",
            new(Uno(20) with { CigIl = Giorno, ContrattoDal = Giorno.AddDays(-1) }, Uno(20) with { CigIl = Giorno, ContrattoDal = Giorno })
        },
        { "e: il giorno dopo l'ultimo", "spesa.fuori-periodo", "1 di 2 affidamenti", new(Uno(20) with { Adesione = Al.AddDays(1) }, Uno(20)) },
        { "e: il giorno prima del primo", "spesa.fuori-periodo", "1 di 1 affidamento", new(Uno(20) with { Adesione = Dal.AddDays(-1) }) },
        { "e: nel giorno della chiusura del Lotto", "spesa.fuori-periodo", "1 di 1 affidamento", new(Uno(20) with { Lotto = Chiuso }) },
        { "e: il giorno dopo l'esaurimento", "spesa.dopo-esaurimento", "1 di 2 affidamenti", Esaurito(Uno(20, giorni: 1), Uno(20), 20) },
        { "f: sceso proprio alla soglia senza approvazione", "spesa.importo-sceso", "1 di 2 affidamenti", Sceso(Bozza(900), Bozza(20), 1_000.01m) },
        { "g: senza il motivo della scelta", "spesa.fornitore-senza-motivo", "1 di 2 affidamenti", new(Scelto(1) with { ConMotivo = false }, Scelto(2)) },
        { "g: un centesimo sopra la quota del fornitore", "spesa.oltre-la-quota", "1 di 2 affidamenti", Quote(Scelto(1), Scelto(2), 39.99m) },
        {
            "g: un RUP e un solo fornitore, con tre RUP", "spesa.sempre-lo-stesso", "5 di 7 affidamenti",
            new([.. Enumerable.Range(0, 5).Select(_ => Scelto(1)), Scelto(2), Scelto(3)])
        },
        { "h: un centesimo sotto l'ordine minimo", "spesa.sotto-ordine-minimo", "1 di 2 affidamenti", new(Uno(9.99m), Uno(10)) },
        {
            "h: contratto di un anno e un giorno", "spesa.contratto-lungo", "1 di 2 affidamenti",
            new(Uno(20) with { Durata = (Giorno, Giorno.AddYears(1).AddDays(1)) }, Uno(20) with { Durata = (Giorno, Giorno.AddYears(1)) })
        },
    };

    public static TheoryData<string, Caso> Sosia => new()
    {
        { "a: insieme proprio la soglia", new(Uno(500), Uno(500)) },
        { "a: a 91 giorni", new(Uno(500), Uno(500.01m, giorni: 91)) },
        { "a: a due fornitori", new(Uno(500), Uno(500.01m, fornitore: "|B|")) },
        { "a: per due gruppi CPV", new(Uno(500), Uno(500.01m) with { Lotto = AltroCpv }) },
        { "a: una delle due già sopra la soglia", new(Uno(1_000.01m), Uno(500)) },
        { "b: un centesimo sotto il 95 %", new(Uno(949.99m)) },
        { "b: un centesimo sopra la soglia", new(Uno(1_000.01m)) },
        { "c: proprio tre volte la mediana", new(Uno(20), Uno(20), Uno(20), Uno(20), Uno(60)) },
        { "c: solo quattro", new(Uno(20), Uno(20), Uno(20), Uno(60.01m)) },
        { "d: CIG nel giorno dell'inizio", new(Uno(20) with { CigIl = Giorno, ContrattoDal = Giorno }) },
        { "d: un'adesione pregressa", new(Uno(20) with { CigIl = Giorno, ContrattoDal = Giorno.AddDays(-9), Pregresso = true }) },
        { "e: nel primo e nell'ultimo giorno", new(Uno(20) with { Adesione = Dal }, Uno(20) with { Adesione = Al }) },
        { "e: il giorno prima della chiusura del Lotto", new(Uno(20, giorni: -1) with { Lotto = Chiuso }) },
        { "e: nel giorno dell'esaurimento", Esaurito(Uno(20), Uno(20), 20) },
        { "e: resta un centesimo", Esaurito(Uno(20, giorni: 1), Uno(20), 20.01m) },
        { "f: sceso, e qualcuno ha approvato", Sceso(Bozza(900) with { ApprovatoDaId = Id(9) }, Bozza(20), 1_000.01m) },
        { "f: non era sopra la soglia", Sceso(Bozza(900), Bozza(20), 1_000) },
        { "f: ancora in lavorazione", Sceso(Bozza(900) with { Stato = StatoAffidamento.InLavorazione }, Bozza(20), 1_000.01m) },
        { "g: senza motivo dove il fornitore è uno solo", new(Uno(20) with { ConMotivo = false }) },
        { "g: proprio la quota del fornitore", Quote(Scelto(1), Scelto(2), 40) },
        { "g: sopra la quota, ma di un altro fornitore", Quote(Scelto(1), Scelto(2) with { Fornitori = "|B|" }, 39.99m) },
        { "g: cinque allo stesso fornitore, con due RUP", new([.. Enumerable.Range(0, 5).Select(_ => Scelto(1)), Scelto(2)]) },
        { "g: quattro allo stesso fornitore, con tre RUP", new([.. Enumerable.Range(0, 4).Select(_ => Scelto(1)), Scelto(2), Scelto(3)]) },
        {
            "g: cinque di un RUP, una a un altro fornitore",
            new([.. Enumerable.Range(0, 5).Select(i => Scelto(1) with { Fornitori = i == 0 ? "|B|" : "|A|" }), Scelto(2), Scelto(3)])
        },
        { "h: proprio l'ordine minimo", new(Uno(10)) },
        { "h: contratto di un anno", new(Uno(20) with { Durata = (Giorno, Giorno.AddYears(1)) }) },
        { "una bozza non è un'adesione", new(Bozza(1_000), Bozza(5), Bozza(999)) },
    };

    [Theory]
    [MemberData(nameof(Seminati))]
    public void Cio_che_e_seminato_lo_trova_la_sua_regola_e_dice_su_quanti(string nome, string regola, string quanti, Caso caso)
    {
        var trovato = Assert.Single(Trova(caso));
        Assert.Equal((nome, regola), (nome, trovato.Regola));
        Assert.Contains(quanti, trovato.Frase, StringComparison.Ordinal);
        Assert.Contains(trovato.Prove, p => p.Tipo == TipoProva.Affidamento && p.Riferimento == caso.Affidamenti[0].Id);
    }

    [Theory]
    [MemberData(nameof(Sosia))]
    public void Cio_che_gli_somiglia_non_lo_trova_nessuna_regola(string nome, Caso caso) =>
        Assert.Equal((nome, ""), (nome, string.Join(", ", Trova(caso).Select(r => r.Regola))));

    [Fact]
    public void Ogni_regola_della_spesa_ha_qualcosa_di_seminato_e_un_sosia()
    {
        var seminate = Seminati.Select(s => (string)s[1]).ToHashSet();
        Assert.Equal(RegoleNote.Della(FamigliaRilievi.Spesa).Select(r => r.Nome).Order(StringComparer.Ordinal), seminate.Order(StringComparer.Ordinal));
        Assert.Equal("abcdefgh", string.Concat(Lettere(Seminati.Select(s => (string)s[0]))));
        Assert.Equal("abcdefgh", string.Concat(Lettere(Sosia.Select(s => (string)s[0]))));

        static IEnumerable<char> Lettere(IEnumerable<string> nomi) => nomi.Where(n => n[1] == ':').Select(n => n[0]).Distinct().Order();
    }

    private static IReadOnlyList<Rilievo> Trova(Caso caso) =>
    [
        .. RegoleDellaSpesa.Valuta(caso.Affidamenti), .. RegoleDellaSpesa.DopoEsaurimento(caso.Affidamenti, LibroNoto.DopoEsaurimento(caso.Libro)),
        .. RegoleDellaSpesa.OltreLaQuota(caso.Affidamenti, LibroNoto.OltreLaQuota(caso.Libro, caso.Quote)),
        .. RegoleDellaSpesa.ImportoSceso(caso.Affidamenti, caso.Scesi, RegoleNote.ImportoSceso),
    ];

    /// <summary>Returns an adhesion, some days after a day in the middle of the window.</summary>
    private static AffidamentoNoto Uno(decimal euro, int giorni = 0, string fornitore = "|A|") => new()
    {
        Id = Guid.CreateVersion7(),
        EnteId = Ente,
        Lotto = Lotto,
        AutoreId = Rup,
        RupId = Rup,
        Stato = StatoAffidamento.CigAcquisito,
        Importo = Importo.DaEuro(euro),
        Fornitori = fornitore,
        ConMotivo = true,
        ApprovatoDaId = Id(9),
        Adesione = Giorno.AddDays(giorni),
    };

    /// <summary>Returns an adhesion of one of several RUP on a Lotto with several suppliers.</summary>
    private static AffidamentoNoto Scelto(int rup) => Uno(20) with { Lotto = ConPiu, RupId = Id(100 + rup) };

    /// <summary>Returns a scheda that was declared ready without an approval, and has no CIG yet.</summary>
    private static AffidamentoNoto Bozza(decimal euro) =>
        Uno(euro) with { Adesione = null, ApprovatoDaId = null, Stato = StatoAffidamento.ProntoPerIlPortale, RichiestoIl = Giorno };

    /// <summary>Returns two adhesions with the ledger of their Lotto, which had a massimale.</summary>
    private static Caso Esaurito(AffidamentoNoto dopo, AffidamentoNoto prima, decimal massimale) => new(dopo, prima)
    {
        Libro =
        [
            new(Lotto.Id, Dal, TipoMovimento.Iniziale, Importo.DaEuro(massimale), null),
            .. new[] { prima, dopo }.Select(a => new RigaNota(Lotto.Id, a.Adesione!.Value, TipoMovimento.Adesione, a.Importo, a.Id)),
        ],
    };

    /// <summary>Returns two adhesions, the first a day after the second, with the ledger of their Lotto, of which supplier A has half.</summary>
    private static Caso Quote(AffidamentoNoto dopo, AffidamentoNoto prima, decimal meta)
    {
        dopo = dopo with { Adesione = Giorno.AddDays(1) };
        return new(dopo, prima)
        {
            Quote = new Dictionary<(Guid, Guid), decimal> { [(ConPiu.Id, Id(10))] = 50 },
            Libro =
            [
                new(ConPiu.Id, Dal, TipoMovimento.Iniziale, Importo.DaEuro(2 * meta), null),
                .. new[] { prima, dopo }.Select(a => new RigaNota(
                    ConPiu.Id, a.Adesione!.Value, TipoMovimento.Adesione, a.Importo, a.Id, a.Fornitori == "|A|" ? Id(10) : Id(11))),
            ],
        };
    }

    /// <summary>Returns two drafts, of which the first once had a higher amount.</summary>
    private static Caso Sceso(AffidamentoNoto sceso, AffidamentoNoto altro, decimal era) => new(sceso, altro)
    {
        Scesi = new Dictionary<Guid, ImportoScritto> { [sceso.Id] = new(7, Giorno, Importo.DaEuro(era)) },
    };

    private static Guid Id(int n) => new($"00000000-0000-4000-8000-{n:D12}");

    /// <summary>Data of one Ente, in which the first Affidamento is the one to look at.</summary>
    public sealed record Caso(params AffidamentoNoto[] Affidamenti)
    {
        public IReadOnlyList<RigaNota> Libro { get; init; } = [];

        public IReadOnlyDictionary<(Guid LottoId, Guid IdPartecipante), decimal> Quote { get; init; } = new Dictionary<(Guid, Guid), decimal>();

        public IReadOnlyDictionary<Guid, ImportoScritto> Scesi { get; init; } = new Dictionary<Guid, ImportoScritto>();
    }
}
