using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Conflitti;

/// <summary>
/// Checks the dichiarazioni sui conflitti di interessi (art. 16 D.Lgs. 36/2023), which the RUP and the approver make for each fornitore and
/// Convenzione.
/// </summary>
public sealed class ConflittiTests : WithBench
{
    [Fact]
    public async Task La_prima_volta_si_dichiara_poi_si_conferma_con_lo_stesso_clic()
    {
        var primo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("conflitto.da-dichiarare", new AvviaRichiestaCig(primo, await Bench.Version(primo), null));
        await Bench.Refuses("conflitto.da-dichiarare", new AvviaRichiestaCig(primo, await Bench.Version(primo), "2020-01"));
        Assert.Empty(await All());
        var ricevuta = await Bench.Succeeds(await Bench.Start(primo));
        var dichiarata = Assert.Single(await All());
        Assert.Equal((Bench.Rup.PersonaId, EsitoDichiarazione.NessunConflitto, primo), (dichiarata.PersonaId, dichiarata.Esito, dichiarata.AffidamentoId));
        Assert.Contains("dichiaro di non avere", await Evento(ricevuta.Seq), StringComparison.Ordinal);
        Assert.Contains("\"confermata\":false", await Evento(ricevuta.Seq), StringComparison.Ordinal);

        var secondo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var conferma = await Bench.Succeeds(await Bench.Start(secondo));
        Assert.Single(await All());
        Assert.Contains("\"confermata\":true", await Evento(conferma.Seq), StringComparison.Ordinal);
        Assert.Contains("dichiaro di non avere", await Evento(conferma.Seq), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vale_fino_al_giorno_dell_ufficio_compreso_poi_si_dichiara_di_nuovo()
    {
        await Bench.Soglia(null, "30/11/2026");
        await Bench.Succeeds(await Bench.Start(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        Assert.Equal(new DateOnly(2026, 11, 30), Assert.Single(await All()).ValidaAl);
        Bench.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 22, 0, 0, TimeSpan.Zero));
        await Bench.Succeeds(await Bench.Start(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        Assert.Single(await All());

        // 23:00 UTC is already the next day in Rome. After the office's date a declaration holds only for its own day.
        Bench.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero));
        await Bench.Succeeds(await Bench.Start(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        Assert.Equal([new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1)], (await All()).Select(d => d.ValidaAl!.Value).Order());
    }

    [Fact]
    public async Task Chi_dichiara_un_conflitto_lascia_a_un_collega_ed_entrambi_vedono_perche()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var collega = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        await Bench.Succeeds(await Conflitto(id, collega.PersonaId));
        Assert.Equal(collega.PersonaId, (await Bench.ReadAgain(id)).RupId);
        foreach (var chi in new[] { Bench.Rup, collega })
        {
            var vista = (await Bench.Reader.Read<ChiPuoProcedere, Procedibilita>(chi, q => q.Run(id, chi))).Value;
            var astensione = Assert.Single(vista.Astensioni);
            Assert.Equal(NaturaConflitto.Economico, astensione.Natura);
            Assert.NotNull(astensione.A);
            Assert.Equal(chi.PersonaId == Bench.Rup.PersonaId, vista.InConflitto);
        }

        // The RUP in conflict cannot take the Affidamento back, nor request a CIG on another adhesion with the same supplier. The colleague
        // can go on.
        await Bench.Refuses("conflitto.dichiarato", new AssegnaAMe(id, await Bench.Version(id)));
        await Bench.Refuses("conflitto.dichiarato", await Bench.Start(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        await Bench.Succeeds(await Bench.Start(id), collega);
    }

    [Fact]
    public async Task Non_passa_a_chi_e_in_conflitto_ne_a_chi_non_e_RUP_dell_Ente()
    {
        var (primo, secondo) = (await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale), await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale));
        var collega = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        await Bench.Succeeds(await Conflitto(primo, collega.PersonaId));
        await Bench.Refuses("conflitto.dichiarato", await Conflitto(primo, Bench.Rup.PersonaId), collega);
        await Bench.Refuses("affidamento.rup-mancante", await Conflitto(secondo, Bench.RupOfAnotherEnte.PersonaId));
        await Bench.Refuses("affidamento.rup-mancante", await Conflitto(secondo, Bench.ActorOf("istruttore.tivoli").PersonaId));
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(secondo)).RupId);
    }

    [Fact]
    public async Task Chi_doveva_approvare_si_astiene_e_lo_approva_un_altro()
    {
        var id = await Bench.InApprovazione();
        await Bench.Succeeds(await Conflitto(id, null), Bench.Responsabile());
        await Bench.Refuses("conflitto.dichiarato", await Bench.Approva(id), Bench.Responsabile());
        Assert.Equal((StatoAffidamento.InApprovazione, Bench.Rup.PersonaId), ((await Bench.ReadAgain(id)).Stato, (await Bench.ReadAgain(id)).RupId));
        await Bench.Succeeds(await Bench.Approva(id), await Bench.Anche(Bench.RupOfAnotherEnte, Ruolo.Responsabile, Bench.Rup.EnteId));
    }

    [Fact]
    public async Task Un_conflitto_e_della_persona_anche_in_un_altro_Ente()
    {
        await Bench.Succeeds(await Conflitto(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale), null));
        var velletri = await Bench.Anche(Bench.Rup, Ruolo.Rup, Bench.RupOfAnotherEnte.EnteId);
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup.velletri");
        await Bench.Refuses("conflitto.dichiarato", new AssegnaAMe(id, await Bench.Version(id)), velletri);
    }

    [Fact]
    public async Task In_nessun_modo_un_affidamento_arriva_a_chi_e_in_conflitto()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(await Conflitto(id, null));
        var collega = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        await Bench.Succeeds(new AssegnaAMe(id, await Bench.Version(id)), collega);
        await Bench.Refuses("conflitto.dichiarato", new RiassegnaAffidamento(id, Bench.Rup.PersonaId, "Torna a lui", await Bench.Version(id)), collega);
        var consegne = new PassaConsegne(Guid.CreateVersion7(), collega.PersonaId,
            [new Consegna(id, await Bench.Version(id), Bench.Rup.PersonaId, Guid.CreateVersion7())], "Torna a lui");
        await Bench.Refuses("conflitto.dichiarato", consegne, collega);
        await Bench.Succeeds(await Bench.Start(id), collega);
        var sostituzione = new SostituzioneForm
        {
            NuovoRupId = Bench.Rup.PersonaId.ToString(),
            Numero = "12",
            Data = "24/11/2026",
            Decorrenza = "24/11/2026"
        };
        await Bench.Refuses("conflitto.dichiarato", new AvviaSostituzioneRup(id, Guid.CreateVersion7(), sostituzione, await Bench.Version(id)), collega);
        Assert.Equal(collega.PersonaId, (await Bench.ReadAgain(id)).RupId);
    }

    private async Task<DichiaraConflitto> Conflitto(Guid id, Guid? a)
    {
        var affidamento = await Bench.ReadAgain(id);
        return new(id, affidamento.Fornitori[0].CodiceFiscale, nameof(NaturaConflitto.Economico), a, affidamento.Version);
    }

    private Task<List<DichiarazioneConflitto>> All() => Bench.Query(db => db.DichiarazioniConflitto.AsNoTracking().ToListAsync());

    private async Task<string> Evento(long seq) =>
        System.Text.Encoding.UTF8.GetString((await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == seq))).Byte);
}

public sealed class DichiaraConflittoTests : VersionedCommandContract<DichiaraConflitto>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var ricevuta = await Bench.Succeeds(await Of(id));
        var dichiarata = await Bench.Query(db => db.DichiarazioniConflitto.AsNoTracking().SingleAsync());
        Assert.Equal((EsitoDichiarazione.Conflitto, NaturaConflitto.Finanziario, null, null),
            (dichiarata.Esito, dichiarata.Natura, dichiarata.PassatoA, dichiarata.ValidaAl));
        Assert.Equal(Azioni.ConflittoDichiarato, (await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Azione);
        await Bench.Refuses("conflitto.dichiarato", await Bench.Start(id));
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("accesso.negato", await Of(id), Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("dati.non-trovato", await Of(id), Bench.RupOfAnotherEnte);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var pronto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("conflitto.non-serve", await Of(pronto), Bench.Responsabile());
        await Bench.Refuses("conflitto.fornitore", (await Of(pronto)) with { Fornitore = "00000000000" });
        await Bench.Refuses("conflitto.natura", (await Of(pronto)) with { Natura = "9" });
        var sulPortale = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Refuses("conflitto.sul-portale", await Of(sulPortale));
        Assert.Equal(0, await Bench.Query(db => db.DichiarazioniConflitto.CountAsync(d => d.Esito == EsitoDichiarazione.Conflitto)));
    }

    private protected override async Task<(DichiaraConflitto Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        return (await Of(id), Bench.Rup);
    }

    private async Task<DichiaraConflitto> Of(Guid id)
    {
        var affidamento = await Bench.ReadAgain(id);
        return new(id, affidamento.Fornitori[0].CodiceFiscale, nameof(NaturaConflitto.Finanziario), null, affidamento.Version);
    }
}
