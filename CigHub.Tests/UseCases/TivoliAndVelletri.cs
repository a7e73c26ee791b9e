using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Conflitti;
using CigHub.Tests.Features.Affidamenti.Deleghe;
using CigHub.Tests.Features.Affidamenti.ElencoPortale;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.DueDiligence;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.RegistrazioneAlPortale;
using CigHub.Tests.Features.Revisione;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.ListaAttesa;
using CigHub.Web.Features.Affidamenti.Malfunzionamenti;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.Features.Persone.Adempimenti;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.Revisione.Campioni;
using CigHub.Web.Features.Revisione.Piano;
using CigHub.Web.Features.Rilievi.Calcolo;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Riconciliazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.UseCases;

/// <summary>
/// One test bench for all queries, which only read it. It holds data that only Tivoli may see, the actors who may see them, and actors with
/// other rights who may not. Velletri has an Affidamento too, so that the answers to its users are not empty.
/// </summary>
public sealed class TivoliAndVelletri : IAsyncLifetime
{
    public const string Subject = "Oggetto che solo Tivoli conosce";

    /// <summary>The CIG of an adhesion of Tivoli that ANAC's open data have and CigHub has not.</summary>
    public const string PublishedCig = "B00000AA01";

    /// <summary>The CIG of such an adhesion of an Ente outside CigHub.</summary>
    public const string CommunicatedCig = "B00000AA02";

    public const string ActFile = "conferma-riservata.pdf";
    public const string DeclarationAct = "Protocollo 2026/77123";
    public const string LottoCheckNote = "Fascicolo guardato in seduta";
    public const string CheckFile = "durc-riservato.pdf";
    public const string ListFile = "elenco-riservato.xls";
    public const string DelegaProtocol = "prot. riservato 4512";
    public const string Malfunction = "Pagina bianca dopo SPID";

    private const int Cig = 0x5EC4E7;
    private const int ListedCig = 0x5EC4E8;

    public TestBench Bench { get; private set; } = null!;

    /// <summary>Adds services that watch what the app does. Null adds none.</summary>
    internal Action<IServiceCollection>? Watch { get; init; }

    /// <summary>The data folder of a generated office, on a copy of which the bench stands. Null for the small catalogue alone.</summary>
    internal string? Folder { get; init; }

    public Actor Rup => Bench.Rup;

    /// <summary>A RUP of Tivoli who is not yet registered on the portal.</summary>
    public Actor NewRup { get; private set; } = null!;

    public Actor Responsabile => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    /// <summary>The Auditor who is not bound to an Ente and sees all of them.</summary>
    public Actor Auditor => Bench.Auditor;

    public Actor Amministratore => Bench.Amministratore();

    /// <summary>
    /// Actors who may not see the data of Tivoli: those of Velletri in several roles, and two Amministratori, who see no Affidamento.
    /// </summary>
    public IReadOnlyList<Actor> Strangers { get; private set; } = [];

    /// <summary>
    /// The id of an Affidamento in draft, with an oggetto that serves as a secret text and a file in its fascicolo. It is the newest
    /// Affidamento of Tivoli.
    /// </summary>
    public Guid Draft { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>The draft as JSON in ANAC's format of an AD4.</summary>
    public string DraftJson { get; private set; } = "";

    /// <summary>The bytes of an elenco del portale with one row, that of the draft.</summary>
    public ChosenFile ListOfDraft { get; private set; } = new("", []);

    public Guid Act { get; } = Guid.CreateVersion7();

    /// <summary>The id of an Affidamento of Tivoli with its CIG. Its riserva and its adesione are movimenti of the Lotto.</summary>
    public Guid Acquired { get; private set; }

    public string AcquiredNumber { get; private set; } = "";

    public string AcquiredCig { get; } = InventedCodes.Cig('B', Cig).Valore;

    /// <summary>The id of an Affidamento whose RUP is not registered on the portal.</summary>
    public Guid Unregistered { get; } = Guid.CreateVersion7();

    /// <summary>The id of an elenco del portale that Tivoli has recorded.</summary>
    public Guid List { get; } = Guid.CreateVersion7();

    /// <summary>The id of an audit of Tivoli with one finding, for which the RUP answers.</summary>
    public Guid Audit { get; } = Guid.CreateVersion7();

    /// <summary>The id of an Affidamento of the RUP that waited for capacity. It is the only one in the list, and there is room for it now.</summary>
    public Guid Waiting { get; private set; }

    /// <summary>The id of a check about the supplier of the draft, with its file.</summary>
    public Guid Check { get; } = Guid.CreateVersion7();

    public Guid AccessRequest { get; private set; }

    /// <summary>The person at another Ente whose role of Istruttore ends soon.</summary>
    public Guid EndingRole => Bench.ActorOf("rup.guidonia").PersonaId;

    /// <summary>The codice fiscale of the Ente.</summary>
    public string TivoliCode => Bench.Catalogo.Enti.Single(e => e.Id == Tivoli).CodiceFiscale.Valore;

    /// <summary>A file of ANAC's open data with another amount of the CIG of Tivoli.</summary>
    public OpenDataSource OpenData { get; private set; } = null!;

    /// <summary>The number in the registro of the event that created the draft.</summary>
    public long DraftEvent { get; private set; }

    public Guid Lotto => Bench.Catalogo.Lotti[0].Id;

    public Lotto LottoWithSeveralSuppliers => Bench.Catalogo.Lotti.First(l => l.HaPiuAggiudicatari);

    public Guid Convenzione => Bench.Catalogo.Lotti[0].ConvenzioneId;

    public Guid Tivoli => Bench.Rup.EnteId!.Value;

    /// <summary>The texts and ids in the data of Tivoli that no user outside Tivoli may read in any answer.</summary>
    public IReadOnlyList<string> Secrets =>
    [
        $"{Draft}", $"{Acquired}", $"{Unregistered}", $"{Waiting}", $"{Act}", $"{Check}", $"{Audit}",
        $"{List}", $"{AccessRequest}", $"{Rup.PersonaId}", $"{NewRup.PersonaId}",
        Number, AcquiredNumber, AcquiredCig, Subject, ActFile, CheckFile, DeclarationAct, ListFile, DelegaProtocol, "Ferrantini", "Collevento",
        "Serrani", "Sorgenti", "Nuovarrivo",
    ];

    public async Task InitializeAsync()
    {
        Bench = Folder is null ? await TestBench.Create(Watch) : await TestBench.OnCopyOf(Folder, Watch);
        var velletri = Bench.RupOfAnotherEnte.EnteId;
        Strangers =
        [
            Bench.RupOfAnotherEnte,
            Bench.ActorOf("istruttore.velletri"),
            await Bench.Anche(Bench.ActorOf("rup.guidonia"), Ruolo.Responsabile, velletri),
            await Bench.Anche(Bench.Auditor, Ruolo.Auditor, velletri),
            Amministratore,
            await Bench.AnotherAmministratore(),
        ];
        await Bench.Anche(Responsabile, Ruolo.Auditor, Tivoli);
        NewRup = await Bench.NuovoRup();
        await EndARole();
        await Bench.NuovoEnte();
        AccessRequest = (await Bench.ChiedeDiEntrare()).Id;
        await Bench.Succeeds(new SegnalaMalfunzionamento(Guid.CreateVersion7(), Malfunction), Bench.ActorOf("rup.guidonia"));
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, rup: "rup.velletri", cig: 0x7E11E7);

        Acquired = await Bench.Affidamento(StatoAffidamento.CigAcquisito, cig: Cig);
        AcquiredNumber = (await Bench.ReadAgain(Acquired)).Numero.ToString();
        var lotto = Bench.Catalogo.Lotti[1];
        await Bench.Succeeds(new NuovoAffidamento(Unregistered, lotto.Id, NewRup.PersonaId, lotto.Fornitori[0].IdPartecipante, null), NewRup);
        await RecordList();
        await WaitForCapacity();
        await PrepareDraft();
        await Bench.Succeeds(await Bench.Conflitto(Draft), Bench.ActorOf("istruttore.tivoli"));
        await Bench.Services.GetRequiredService<RilieviKeeper>().Keep(await Rilievi(), null);
        await CompareOpenData();
        await Bench.Succeeds(new SollecitaRup(Draft), Bench.ActorOf("responsabile"));
        await AuditTivoli();
        await CheckSuppliers();
        await Bench.Services.GetRequiredService<NightlyConfronto>().Note(new Concordanza(Bench.Clock.GetUtcNow().UtcDateTime, 1, 1, [], false), Auditor);
    }

    /// <summary>Has the Auditor audit the drafts of Tivoli and find something, for which the RUP answers.</summary>
    private async Task AuditTivoli()
    {
        await Bench.Succeeds(new PianificaAudit(Audit, SampleAudit.Piano(Tivoli)), Auditor);
        await Bench.Succeeds(new EstraiCampione(Audit, SampleAudit.Casuale(50), 0), Auditor);
        await Bench.Constatata(Audit, Rup);
    }

    /// <summary>Records a check about the supplier of the draft, one that holds for its Lotto, at every Ente, and a declaration of the RUP.</summary>
    private async Task CheckSuppliers()
    {
        var supplier = (await Bench.ReadAgain(Draft)).Fornitori[0].CodiceFiscale;
        var durc = SampleDueDiligence.Form(supplier, TipoVerifica.Durc, "31/12/2026");
        await Bench.Succeeds(new RegistraVerificaAffidamento(Draft, Check, durc, SampleFiles.Scelto(nome: CheckFile)));
        var ofLotto = SampleDueDiligence.Form(supplier);
        ofLotto.Nota = LottoCheckNote;
        var declaration = new AdempimentoForm { Tipo = nameof(TipoAdempimento.DichiarazioneAnnuale), Giorno = "20/11/2026", Atto = DeclarationAct };
        await Bench.Succeeds(new RegistraAdempimento(Guid.CreateVersion7(), Rup.PersonaId, declaration), Amministratore);
        await Bench.Succeeds(new RegistraVerificaLotto(Lotto, Guid.CreateVersion7(), ofLotto), Amministratore);
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    /// <summary>Returns what the rules find, and a rilievo about the spending, which the small office has not.</summary>
    private async Task<RilieviTrovati> Rilievi()
    {
        var trovati = (await Bench.Reader.ReadLong<CalcoloRilievi, RilieviTrovati>(Auditor, async q => await q.Run(), default)).Value;
        return trovati with
        {
            Rilievi =
            [
                .. trovati.Rilievi,
                new Rilievo(RegoleNote.AppenaSotto, Tivoli, Convenzione, new DateOnly(2026, 11, 24), "Appena sotto.", [Prova.Affidamento(Acquired)]),
            ],
        };
    }

    private async Task EndARole()
    {
        var (role, ente) = (Guid.CreateVersion7(), Bench.ActorOf("rup.guidonia").EnteId);
        async Task<int> Version() => (await Bench.RileggiPersona(EndingRole)).Version;
        await Bench.Succeeds(new AssegnaRuolo(role, EndingRole, SampleAnagrafe.Ruolo(Ruolo.Istruttore, ente), await Version()), Amministratore);
        await Bench.Succeeds(new TogliRuolo(role, EndingRole, "10/12/2026", await Version()), Amministratore);
    }

    /// <summary>Writes a file of open data with another amount of the CIG of Tivoli, and keeps what it shows for all Enti.</summary>
    private async Task CompareOpenData()
    {
        var padre = Bench.Catalogo.Lotti[0].CigPadre.Valore;
        var path = Path.Combine(TestFolder.NewForTheRun("opendata"), SampleOpenData.Name);
        await File.WriteAllBytesAsync(path, SampleOpenData.Csv(
            SampleOpenData.Row(AcquiredCig, padre, "1.0", TivoliCode), SampleOpenData.Row(PublishedCig, padre, "7.0", TivoliCode),
            SampleOpenData.Row(CommunicatedCig, padre, "9.0", "80000000001")));
        OpenData = new OpenDataSource(path, SampleOpenData.Name);
        var found = await Bench.Reader.ReadLong<EsaminaOpenData, Result<OpenDataEsaminato>>(
            Bench.ActorOf("responsabile"), async q => await q.Run(OpenData, new Progress<int>()), default);
        await Bench.Services.GetRequiredService<RiconciliazioneKeeper>().Keep(found.Value.Value, Bench.ActorOf("responsabile"));
    }

    /// <summary>Lets an Affidamento wait for a Lotto that others have filled, and then makes room again.</summary>
    private async Task WaitForCapacity()
    {
        var lotto = Bench.Catalogo.Lotti[2];
        Waiting = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2);
        var residuo = await Bench.Query(db => db.Capienze.AsNoTracking().Where(c => c.LottoId == lotto.Id).SingleAsync());
        Task Others(Importo importo) => Bench.Succeeds(new RegistraAltreAdesioni(lotto.Id, new AttoSulLottoForm
        {
            Importo = importo.ToString(),
            Descrizione = "Comunicazione",
            Data = "24/11/2026",
            Protocollo = "1/2026",
        }), Amministratore);
        await Others(residuo.Residuo);
        await Bench.Succeeds(new MettiInListaAttesa(Waiting, await Bench.Version(Waiting)));
        await Others(-residuo.Residuo);
    }

    private async Task RecordList()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var file = new ChosenFile(ListFile, await RowOf(id, InventedCodes.Cig('B', ListedCig).Valore));
        var preview = await Bench.Reader.Read<AnteprimaElencoPortale, Result<AnteprimaDelPortale>>(Rup, q => q.Run(file, Rup));
        await Bench.Succeeds(new RegistraElencoPortale(List, file, preview.Value.Value.Impronta, new Dictionary<int, Guid>(), []));
    }

    private async Task PrepareDraft()
    {
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Draft = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new SalvaBozza(Draft, [new ModificaCampo(PercorsoAd4.Oggetto, Subject, (await Bench.ReadAgain(Draft)).Oggetto)]));
        await Bench.Succeeds(new AggiungiAtto(Draft, Act, SampleFiles.Act(), await Bench.Version(Draft), SampleFiles.Scelto(nome: ActFile)));
        await Bench.Succeeds(new RegistraRisposta(Draft, Guid.CreateVersion7(), SampleFiles.Confirm(), await Bench.Version(Draft)));
        var draft = await Bench.ReadAgain(Draft);
        (Number, DraftJson) = (draft.Numero.ToString(), EsportazioneSchede.Text(draft.Bozza));
        ListOfDraft = new ChosenFile(ListFile, await RowOf(Draft, null));
        var form = SampleDeleghe.Scelti(Bench.ActorOf("istruttore.tivoli").PersonaId, Draft);
        form.Protocollo = DelegaProtocol;
        await Bench.Succeeds(new ConferisciDelega(Guid.CreateVersion7(), form));
        var key = Draft.ToString();
        DraftEvent = await Bench.Query(db => db.Registro.Where(e => e.OggettoId == key).MinAsync(e => e.Seq));
    }

    private async Task<byte[]> RowOf(Guid id, string? cig)
    {
        var a = await Bench.ReadAgain(id);
        var padre = Bench.Catalogo.Lotti.Single(l => l.Id == a.LottoId).CigPadre.Valore;
        return SampleElenchi.Utf8(SampleElenchi.Html([SampleElenchi.Row(a.TitoloDocumento, cig, padre, a.Importo.ToString(), a.DenominazioneOe)]));
    }
}
