using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.ElencoPortale;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.RegistrazioneAlPortale;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Malfunzionamenti;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.RegistroEventi.Confronto;
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
    public const string ActFile = "conferma-riservata.pdf";
    public const string ListFile = "elenco-riservato.xls";
    public const string Malfunction = "Pagina bianca dopo SPID";

    private const int Cig = 0x5EC4E7;
    private const int ListedCig = 0x5EC4E8;

    public TestBench Banco { get; private set; } = null!;

    public Actor Rup => Banco.Rup;

    /// <summary>A RUP of Tivoli who is not registered on the portal.</summary>
    public Actor NewRup { get; private set; } = null!;

    public Actor Responsabile => Banco.Come("rup2.tivoli", Ruolo.Responsabile);

    /// <summary>The Auditor who sees all Enti.</summary>
    public Actor Auditor => Banco.Auditor;

    public Actor Amministratore => Banco.Amministratore();

    /// <summary>Actors of Velletri in several roles, and two Amministratori, who see no Affidamento.</summary>
    public IReadOnlyList<Actor> Strangers { get; private set; } = [];

    /// <summary>The id of a draft with a secret subject and a file in its fascicolo. It is the newest Affidamento of Tivoli.</summary>
    public Guid Draft { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>The draft in the JSON format of ANAC.</summary>
    public string DraftJson { get; private set; } = "";

    /// <summary>A portal's list with one row, that of the draft.</summary>
    public byte[] ListOfDraft { get; private set; } = [];

    public Guid Act { get; } = Guid.CreateVersion7();

    /// <summary>The id of an Affidamento with its CIG. Its reservation and its adhesion are movimenti of the Lotto.</summary>
    public Guid Acquired { get; private set; }

    public string AcquiredNumber { get; private set; } = "";

    public string AcquiredCig { get; } = InventedCodes.Cig('B', Cig).Valore;

    /// <summary>The id of the Affidamento whose RUP is not registered on the portal.</summary>
    public Guid Unregistered { get; } = Guid.CreateVersion7();

    /// <summary>The id of the portal's list that Tivoli recorded.</summary>
    public Guid List { get; } = Guid.CreateVersion7();

    public Guid AccessRequest { get; private set; }

    /// <summary>The number of the event that created the draft.</summary>
    public long DraftEvent { get; private set; }

    public Guid Lotto => Banco.Catalogo.Lotti[0].Id;

    public Guid Convenzione => Banco.Catalogo.Lotti[0].ConvenzioneId;

    public Guid Tivoli => Banco.Rup.EnteId!.Value;

    /// <summary>The texts that no user outside Tivoli may read in any answer.</summary>
    public IReadOnlyList<string> Secrets =>
    [
        $"{Draft}", $"{Acquired}", $"{Unregistered}", $"{Act}", $"{List}", $"{AccessRequest}", $"{Rup.PersonaId}", $"{NewRup.PersonaId}",
        Number, AcquiredNumber, AcquiredCig, Subject, ActFile, ListFile, "Ferrantini", "Collevento", "Serrani", "Sorgenti", "Nuovarrivo",
    ];

    public async Task InitializeAsync()
    {
        Banco = await TestBench.Crea();
        var velletri = Banco.RupDiUnAltroEnte.EnteId;
        Strangers =
        [
            Banco.RupDiUnAltroEnte,
            Banco.Come("istruttore.velletri"),
            await Banco.Anche(Banco.Come("rup.guidonia"), Ruolo.Responsabile, velletri),
            await Banco.Anche(Banco.Auditor, Ruolo.Auditor, velletri),
            Amministratore,
            await Banco.AnotherAmministratore(),
        ];
        await Banco.Anche(Responsabile, Ruolo.Auditor, Tivoli);
        NewRup = await Banco.NuovoRup();
        await Banco.NuovoEnte();
        AccessRequest = (await Banco.ChiedeDiEntrare()).Id;
        await Banco.Riesce(new SegnalaMalfunzionamento(Guid.CreateVersion7(), Malfunction), Banco.Come("rup.guidonia"));
        await Banco.Affidamento(StatoAffidamento.CigAcquisito, rup: "rup.velletri", cig: 0x7E11E7);

        Acquired = await Banco.Affidamento(StatoAffidamento.CigAcquisito, cig: Cig);
        AcquiredNumber = (await Banco.Rileggi(Acquired)).Numero.ToString();
        var lotto = Banco.Catalogo.Lotti[1];
        await Banco.Riesce(new NuovoAffidamento(Unregistered, lotto.Id, NewRup.PersonaId, lotto.Fornitori[0].IdPartecipante, null), NewRup);
        await RecordList();
        await PrepareDraft();
        await Banco.Services.GetRequiredService<NightlyConfronto>().Annota(new Concordanza(Banco.Orologio.GetUtcNow().UtcDateTime, 1, 1, [], false), Auditor);
    }

    public async Task DisposeAsync() => await Banco.DisposeAsync();

    private async Task RecordList()
    {
        var id = await Banco.Affidamento(StatoAffidamento.CigInRichiesta);
        var file = new ChosenFile(ListFile, await RowOf(id, InventedCodes.Cig('B', ListedCig).Valore));
        var preview = await Banco.Lettore.Leggi<AnteprimaElencoPortale, CigHub.Domain.Common.Result<AnteprimaDelPortale>>(Rup, q => q.Esegui(file.Byte, Rup));
        await Banco.Riesce(new RegistraElencoPortale(List, file, preview.Value.Value.Impronta, new Dictionary<int, Guid>(), []));
    }

    private async Task PrepareDraft()
    {
        Banco.Orologio.Advance(TimeSpan.FromMinutes(1));
        Draft = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Riesce(new SalvaBozza(Draft, [new ModificaCampo(PercorsoAd4.Oggetto, Subject, (await Banco.Rileggi(Draft)).Oggetto)]));
        await Banco.Riesce(new AggiungiAtto(Draft, Act, SampleFiles.Conferma(), await Banco.Version(Draft), SampleFiles.Scelto(nome: ActFile)));
        var draft = await Banco.Rileggi(Draft);
        (Number, DraftJson) = (draft.Numero.ToString(), EsportazioneSchede.Testo(draft.Bozza));
        ListOfDraft = await RowOf(Draft, null);
        var key = Draft.ToString();
        DraftEvent = await Banco.Legge(db => db.Registro.Where(e => e.OggettoId == key).MinAsync(e => e.Seq));
    }

    private async Task<byte[]> RowOf(Guid id, string? cig)
    {
        var a = await Banco.Rileggi(id);
        var padre = Banco.Catalogo.Lotti.Single(l => l.Id == a.LottoId).CigPadre.Valore;
        return SampleElenchi.Utf8(SampleElenchi.Html([SampleElenchi.Riga(a.TitoloDocumento, cig, padre, a.Importo.ToString(), a.DenominazioneOe)]));
    }
}
