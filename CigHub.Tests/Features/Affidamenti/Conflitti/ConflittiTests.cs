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
/// Checks the declarations of conflict of interest (art. 16 D.Lgs. 36/2023), which the RUP and the approver make for each supplier and
/// Convenzione.
/// </summary>
public sealed class ConflittiTests : WithBench
{
    [Fact]
    public async Task La_prima_volta_si_dichiara_poi_si_conferma_con_lo_stesso_clic()
    {
        var primo = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Rifiuta("conflitto.da-dichiarare", new AvviaRichiestaCig(primo, await Banco.Version(primo), null));
        await Banco.Rifiuta("conflitto.da-dichiarare", new AvviaRichiestaCig(primo, await Banco.Version(primo), "2020-01"));
        Assert.Empty(await Tutte());
        var ricevuta = await Banco.Riesce(await Banco.Avvia(primo));
        var dichiarata = Assert.Single(await Tutte());
        Assert.Equal((Banco.Rup.PersonaId, EsitoDichiarazione.NessunConflitto, primo), (dichiarata.PersonaId, dichiarata.Esito, dichiarata.AffidamentoId));
        Assert.Contains("dichiaro di non avere", await Evento(ricevuta.Seq), StringComparison.Ordinal);
        Assert.Contains("\"confermata\":false", await Evento(ricevuta.Seq), StringComparison.Ordinal);

        var secondo = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var conferma = await Banco.Riesce(await Banco.Avvia(secondo));
        Assert.Single(await Tutte());
        Assert.Contains("\"confermata\":true", await Evento(conferma.Seq), StringComparison.Ordinal);
        Assert.Contains("dichiaro di non avere", await Evento(conferma.Seq), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vale_fino_al_giorno_dell_ufficio_compreso_poi_si_dichiara_di_nuovo()
    {
        await Banco.Soglia(null, "30/11/2026");
        await Banco.Riesce(await Banco.Avvia(await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        Assert.Equal(new DateOnly(2026, 11, 30), Assert.Single(await Tutte()).ValidaAl);
        Banco.Orologio.SetUtcNow(new DateTimeOffset(2026, 11, 30, 22, 0, 0, TimeSpan.Zero));
        await Banco.Riesce(await Banco.Avvia(await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        Assert.Single(await Tutte());

        // 23:00 UTC is already the next day in Rome. After the office's date a declaration holds only for its own day.
        Banco.Orologio.SetUtcNow(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero));
        await Banco.Riesce(await Banco.Avvia(await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        Assert.Equal([new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1)], (await Tutte()).Select(d => d.ValidaAl!.Value).Order());
    }

    [Fact]
    public async Task Chi_dichiara_un_conflitto_lascia_a_un_collega_ed_entrambi_vedono_perche()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var collega = Banco.Come("rup2.tivoli", Ruolo.Rup);
        await Banco.Riesce(await Conflitto(id, collega.PersonaId));
        Assert.Equal(collega.PersonaId, (await Banco.Rileggi(id)).RupId);
        foreach (var chi in new[] { Banco.Rup, collega })
        {
            var vista = (await Banco.Lettore.Leggi<ChiPuoProcedere, Procedibilita>(chi, q => q.Esegui(id, chi))).Value;
            var astensione = Assert.Single(vista.Astensioni);
            Assert.Equal(NaturaConflitto.Economico, astensione.Natura);
            Assert.NotNull(astensione.A);
            Assert.Equal(chi.PersonaId == Banco.Rup.PersonaId, vista.InConflitto);
        }

        // The RUP in conflict cannot take the Affidamento back, nor request a CIG on another adhesion with the same supplier. The colleague
        // can go on.
        await Banco.Rifiuta("conflitto.dichiarato", new AssegnaAMe(id, await Banco.Version(id)));
        await Banco.Rifiuta("conflitto.dichiarato", await Banco.Avvia(await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        await Banco.Riesce(await Banco.Avvia(id), collega);
    }

    [Fact]
    public async Task Non_passa_a_chi_e_in_conflitto_ne_a_chi_non_e_RUP_dell_Ente()
    {
        var (primo, secondo) = (await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale), await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale));
        var collega = Banco.Come("rup2.tivoli", Ruolo.Rup);
        await Banco.Riesce(await Conflitto(primo, collega.PersonaId));
        await Banco.Rifiuta("conflitto.dichiarato", await Conflitto(primo, Banco.Rup.PersonaId), collega);
        await Banco.Rifiuta("affidamento.rup-mancante", await Conflitto(secondo, Banco.RupDiUnAltroEnte.PersonaId));
        await Banco.Rifiuta("affidamento.rup-mancante", await Conflitto(secondo, Banco.Come("istruttore.tivoli").PersonaId));
        Assert.Equal(Banco.Rup.PersonaId, (await Banco.Rileggi(secondo)).RupId);
    }

    [Fact]
    public async Task Chi_doveva_approvare_si_astiene_e_lo_approva_un_altro()
    {
        var id = await Banco.InApprovazione();
        await Banco.Riesce(await Conflitto(id, null), Banco.Responsabile());
        await Banco.Rifiuta("conflitto.dichiarato", await Banco.Approva(id), Banco.Responsabile());
        Assert.Equal((StatoAffidamento.InApprovazione, Banco.Rup.PersonaId), ((await Banco.Rileggi(id)).Stato, (await Banco.Rileggi(id)).RupId));
        await Banco.Riesce(await Banco.Approva(id), await Banco.Anche(Banco.RupDiUnAltroEnte, Ruolo.Responsabile, Banco.Rup.EnteId));
    }

    [Fact]
    public async Task Un_conflitto_e_della_persona_anche_in_un_altro_Ente()
    {
        await Banco.Riesce(await Conflitto(await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale), null));
        var velletri = await Banco.Anche(Banco.Rup, Ruolo.Rup, Banco.RupDiUnAltroEnte.EnteId);
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup.velletri");
        await Banco.Rifiuta("conflitto.dichiarato", new AssegnaAMe(id, await Banco.Version(id)), velletri);
    }

    [Fact]
    public async Task In_nessun_modo_un_affidamento_arriva_a_chi_e_in_conflitto()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Riesce(await Conflitto(id, null));
        var collega = Banco.Come("rup2.tivoli", Ruolo.Rup);
        await Banco.Riesce(new AssegnaAMe(id, await Banco.Version(id)), collega);
        await Banco.Rifiuta("conflitto.dichiarato", new RiassegnaAffidamento(id, Banco.Rup.PersonaId, "Torna a lui", await Banco.Version(id)), collega);
        var consegne = new PassaConsegne(Guid.CreateVersion7(), collega.PersonaId,
            [new Consegna(id, await Banco.Version(id), Banco.Rup.PersonaId, Guid.CreateVersion7())], "Torna a lui");
        await Banco.Rifiuta("conflitto.dichiarato", consegne, collega);
        await Banco.Riesce(await Banco.Avvia(id), collega);
        var sostituzione = new SostituzioneForm { NuovoRupId = Banco.Rup.PersonaId.ToString(), Numero = "12",
            Data = "24/11/2026", Decorrenza = "24/11/2026" };
        await Banco.Rifiuta("conflitto.dichiarato", new AvviaSostituzioneRup(id, Guid.CreateVersion7(), sostituzione, await Banco.Version(id)), collega);
        Assert.Equal(collega.PersonaId, (await Banco.Rileggi(id)).RupId);
    }

    private async Task<DichiaraConflitto> Conflitto(Guid id, Guid? a)
    {
        var affidamento = await Banco.Rileggi(id);
        return new(id, affidamento.Fornitori[0].CodiceFiscale, nameof(NaturaConflitto.Economico), a, affidamento.Version);
    }

    private Task<List<DichiarazioneConflitto>> Tutte() => Banco.Legge(db => db.DichiarazioniConflitto.AsNoTracking().ToListAsync());

    private async Task<string> Evento(long seq) =>
        System.Text.Encoding.UTF8.GetString((await Banco.Legge(db => db.Registro.SingleAsync(e => e.Seq == seq))).Byte);
}

public sealed class DichiaraConflittoTests : VersionedCommandContract<DichiaraConflitto>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var ricevuta = await Banco.Riesce(await Di(id));
        var dichiarata = await Banco.Legge(db => db.DichiarazioniConflitto.AsNoTracking().SingleAsync());
        Assert.Equal((EsitoDichiarazione.Conflitto, NaturaConflitto.Finanziario, null, null),
            (dichiarata.Esito, dichiarata.Natura, dichiarata.PassatoA, dichiarata.ValidaAl));
        Assert.Equal(Azioni.ConflittoDichiarato, (await Banco.Legge(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Azione);
        await Banco.Rifiuta("conflitto.dichiarato", await Banco.Avvia(id));
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Rifiuta("accesso.negato", await Di(id), Banco.Come("istruttore.tivoli"));
        await Banco.Rifiuta("dati.non-trovato", await Di(id), Banco.RupDiUnAltroEnte);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var pronto = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Rifiuta("conflitto.non-serve", await Di(pronto), Banco.Responsabile());
        await Banco.Rifiuta("conflitto.fornitore", (await Di(pronto)) with { Fornitore = "00000000000" });
        await Banco.Rifiuta("conflitto.natura", (await Di(pronto)) with { Natura = "9" });
        var sulPortale = await Banco.Affidamento(StatoAffidamento.CigInRichiesta);
        await Banco.Rifiuta("conflitto.sul-portale", await Di(sulPortale));
        Assert.Equal(0, await Banco.Legge(db => db.DichiarazioniConflitto.CountAsync(d => d.Esito == EsitoDichiarazione.Conflitto)));
    }

    private protected override async Task<(DichiaraConflitto Command, Actor Actor)> SeenNow()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        return (await Di(id), Banco.Rup);
    }

    private async Task<DichiaraConflitto> Di(Guid id)
    {
        var affidamento = await Banco.Rileggi(id);
        return new(id, affidamento.Fornitori[0].CodiceFiscale, nameof(NaturaConflitto.Finanziario), null, affidamento.Version);
    }
}
