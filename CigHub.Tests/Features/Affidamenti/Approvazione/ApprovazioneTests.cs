using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Affidamenti.Approvazione;

/// <summary>Gives tests of approvals what they need: a Convenzione with a threshold, an Affidamento above it, a Responsabile of Tivoli.</summary>
internal static class WithSoglia
{
    public static Actor Responsabile(this TestBench banco) => banco.Come("responsabile");

    public static async Task Soglia(this TestBench banco, string? soglia, string? dichiarazioniAl = null)
    {
        var convenzione = await banco.Legge(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == banco.Catalogo.Lotti[0].ConvenzioneId));
        var modulo = ConvenzioneForm.Di(convenzione);
        (modulo.SogliaApprovazione, modulo.DichiarazioniAl) = (soglia, dichiarazioniAl);
        await banco.Riesce(new SalvaConvenzione(convenzione.Id, modulo, convenzione.Version), banco.Come("amministratore"));
    }

    /// <summary>Creates a complete Affidamento of 1 000,00 € where the threshold is 999,99 €.</summary>
    public static async Task<Guid> SopraSoglia(this TestBench banco)
    {
        await banco.Soglia("999,99");
        var id = await banco.Affidamento(StatoAffidamento.InLavorazione);
        await banco.Completa(id);
        return id;
    }

    public static async Task<Guid> InApprovazione(this TestBench banco)
    {
        var id = await banco.SopraSoglia();
        await banco.Riesce(new InviaPerApprovazione(id, await banco.Version(id)));
        return id;
    }

    public static async Task<ApprovaAffidamento> Approva(this TestBench banco, Guid id) => new(id, await banco.Version(id), DichiarazioneConflitto.VersioneTesto);

    public static async Task<AvviaRichiestaCig> Avvia(this TestBench banco, Guid id) => new(id, await banco.Version(id), DichiarazioneConflitto.VersioneTesto);

    /// <summary>Gives another role to a person who has one already. Returns the actor in the new role.</summary>
    public static async Task<Actor> Anche(this TestBench banco, Actor chi, Ruolo ruolo, Guid? ente)
    {
        await banco.Services.GetRequiredService<SystemWriter>().Scrivi(db =>
        {
            db.Appartenenze.Add(new Appartenenza(Guid.CreateVersion7(), chi.PersonaId, ruolo, ente, new DateOnly(2026, 1, 1)));
            return Task.FromResult(Events.Di(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null)));
        });
        return chi with { Ruolo = ruolo, EnteId = ente, RuoliToken = [.. chi.RuoliToken, ruolo] };
    }
}

/// <summary>
/// Checks that an Affidamento above the threshold of its Convenzione needs the approval of a person other than its author and its RUP.
/// </summary>
public sealed class ApprovazioneTests : WithBench
{
    [Fact]
    public async Task Alla_soglia_non_serve_approvazione_un_centesimo_sopra_si()
    {
        await Banco.Soglia("1000,00");
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Completa(id);
        await Banco.Rifiuta("approvazione.non-necessaria", new InviaPerApprovazione(id, await Banco.Version(id)));
        await Banco.Soglia("999,99");
        await Banco.Rifiuta("approvazione.necessaria", new SegnaPronto(id, await Banco.Version(id)));
        await Banco.Riesce(new InviaPerApprovazione(id, await Banco.Version(id)));
        Assert.Equal(StatoAffidamento.InApprovazione, (await Banco.Rileggi(id)).Stato);
    }

    [Fact]
    public async Task Senza_approvazione_la_richiesta_non_parte_anche_se_la_soglia_e_stata_abbassata_dopo()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Soglia("10,00");
        await Banco.Rifiuta("approvazione.necessaria", await Banco.Avvia(id));
        await Banco.Riesce(new RiportaInLavorazione(id, await Banco.Version(id)));
        await Banco.Riesce(new InviaPerApprovazione(id, await Banco.Version(id)));
        await Banco.Rifiuta("affidamento.stato", await Banco.Avvia(id));
        await Banco.Riesce(await Banco.Approva(id), Banco.Responsabile());
        await Banco.Riesce(await Banco.Avvia(id));
    }

    [Fact]
    public async Task Tornare_in_lavorazione_revoca_l_approvazione()
    {
        var id = await Banco.InApprovazione();
        await Banco.Riesce(await Banco.Approva(id), Banco.Responsabile());
        Assert.Equal(Banco.Responsabile().PersonaId, (await Banco.Rileggi(id)).ApprovatoDaId);
        await Banco.Rifiuta("affidamento.stato", new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Altro", (await Banco.Rileggi(id)).Oggetto)]));
        await Banco.Riesce(new RiportaInLavorazione(id, await Banco.Version(id)));
        var riaperto = await Banco.Rileggi(id);
        Assert.Equal((StatoAffidamento.InLavorazione, null, null, null), (riaperto.Stato, riaperto.ApprovatoDaId, riaperto.ApprovatoIl, riaperto.InviatoDaId));
        await Banco.Rifiuta("approvazione.necessaria", new SegnaPronto(id, riaperto.Version));
    }

    [Fact]
    public async Task Chi_ha_creato_o_e_RUP_non_approva_nemmeno_in_un_altro_ruolo()
    {
        var id = await Banco.InApprovazione();
        var rup = await Banco.Anche(Banco.Rup, Ruolo.Responsabile, Banco.Rup.EnteId);
        await Banco.Rifiuta("approvazione.autore-o-rup", await Banco.Approva(id), rup);
        await Banco.Rifiuta("approvazione.autore-o-rup", new RestituisciAffidamento(id, "No", await Banco.Version(id)), rup);

        // Another person is the RUP now. The author still may not approve.
        await Banco.Riesce(new AssegnaAMe(id, await Banco.Version(id)), Banco.Come("rup2.tivoli", Ruolo.Rup));
        await Banco.Rifiuta("approvazione.autore-o-rup", await Banco.Approva(id), rup);
    }

    [Fact]
    public async Task Chi_ha_lavorato_alla_bozza_non_la_approva_e_un_altro_si()
    {
        var id = await Banco.SopraSoglia();
        var istruttore = Banco.Come("istruttore.tivoli");
        await Banco.Riesce(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Ritoccato", (await Banco.Rileggi(id)).Oggetto)]), istruttore);
        await Banco.Riesce(new InviaPerApprovazione(id, await Banco.Version(id)));
        var responsabile = await Banco.Anche(istruttore, Ruolo.Responsabile, istruttore.EnteId);
        await Banco.Rifiuta("approvazione.ha-lavorato", await Banco.Approva(id), responsabile);

        // The Cruscotto does not offer the Affidamento to this person, but offers it to the others.
        Assert.Empty((await DaApprovare(responsabile)).Voci);
        Assert.Equal([id], (await DaApprovare(Banco.Responsabile())).Voci.Select(v => v.Id));
        Assert.False((await Attende(responsabile)).SenzaApprovatore);

        // Every other Responsabile is disabled, and the only one left may not approve.
        foreach (var altro in await Banco.Legge(db => db.Appartenenze.Where(a => a.Ruolo == Ruolo.Responsabile && a.PersonaId != responsabile.PersonaId)
            .Select(a => a.PersonaId).Distinct().ToListAsync()))
        {
            await Banco.Riesce(new DisattivaPersona(altro, "Trasferita", (await Banco.RileggiPersona(altro)).Version), Banco.Amministratore());
        }

        Assert.True((await Attende(responsabile)).SenzaApprovatore);

        // A person of another Ente is appointed Responsabile of this one, and may approve.
        var esterno = await Banco.Anche(Banco.RupDiUnAltroEnte, Ruolo.Responsabile, Banco.Rup.EnteId);
        await Banco.Riesce(await Banco.Approva(id), esterno);
        Assert.Equal(esterno.PersonaId, (await Banco.Rileggi(id)).ApprovatoDaId);
    }

    private async Task<LavoroRow> Attende(Actor chi) =>
        Assert.Single((await Banco.Lettore.Leggi<ListaDiLavoro, GruppoDiLavoro>(chi, async q => await q.Uno(Attesa.InApprovazione, chi))).Value.Voci);

    private async Task<GruppoDiLavoro> DaApprovare(Actor chi) =>
        (await Banco.Lettore.Leggi<ListaDiLavoro, GruppoDiLavoro>(chi, async q => await q.Uno(Attesa.DaApprovare, chi))).Value;

    [Fact]
    public async Task Chi_lo_ha_solo_inviato_o_dichiarato_pronto_non_lo_approva()
    {
        var istruttore = Banco.Come("istruttore.tivoli");
        var responsabile = await Banco.Anche(istruttore, Ruolo.Responsabile, istruttore.EnteId);
        var inviato = await Banco.SopraSoglia();
        await Banco.Riesce(new InviaPerApprovazione(inviato, await Banco.Version(inviato)), istruttore);
        await Banco.Rifiuta("approvazione.ha-lavorato", await Banco.Approva(inviato), responsabile);

        // The Istruttore declares it ready while no approval is needed. The RUP sends it when one is needed.
        await Banco.Soglia(null);
        var pronto = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Completa(pronto);
        await Banco.Riesce(new SegnaPronto(pronto, await Banco.Version(pronto)), istruttore);
        await Banco.Riesce(new RiportaInLavorazione(pronto, await Banco.Version(pronto)));
        await Banco.Soglia("999,99");
        await Banco.Riesce(new InviaPerApprovazione(pronto, await Banco.Version(pronto)));
        await Banco.Rifiuta("approvazione.ha-lavorato", await Banco.Approva(pronto), responsabile);
    }

    [Fact]
    public async Task Chi_ha_approvato_non_ne_diventa_il_RUP()
    {
        var id = await Banco.InApprovazione();
        var altroRup = Banco.Come("rup2.tivoli", Ruolo.Rup);
        await Banco.Riesce(await Banco.Approva(id), await Banco.Anche(altroRup, Ruolo.Responsabile, altroRup.EnteId));
        await Banco.Rifiuta("approvazione.rup-approvatore", new AssegnaAMe(id, await Banco.Version(id)), altroRup);

        // The approver cannot become the RUP on the portal either.
        await Banco.Riesce(await Banco.Avvia(id));
        var sostituzione = new SostituzioneForm { NuovoRupId = altroRup.PersonaId.ToString(), Numero = "12", Data = "24/11/2026", Decorrenza = "24/11/2026" };
        await Banco.Rifiuta("approvazione.rup-approvatore", new AvviaSostituzioneRup(id, Guid.CreateVersion7(), sostituzione, await Banco.Version(id)));
        Assert.Equal(Banco.Rup.PersonaId, (await Banco.Rileggi(id)).RupId);
    }

    [Fact]
    public async Task Cio_che_attende_e_nel_cruscotto_di_chi_puo_approvare_con_i_nomi_di_chi_puo()
    {
        var id = await Banco.InApprovazione();
        var gruppo = (await Banco.Lettore.Leggi<ListaDiLavoro, GruppoDiLavoro>(
            Banco.Responsabile(), async q => await q.Uno(Attesa.DaApprovare, Banco.Responsabile()))).Value;
        Assert.Equal([id], gruppo.Voci.Select(v => v.Id));
        Assert.True(gruppo.Voci[0].DaApprovare);
        var visto = (await Banco.Lettore.Leggi<ChiPuoProcedere, Procedibilita>(Banco.Rup, q => q.Esegui(id, Banco.Rup))).Value;
        Assert.NotEmpty(visto.Approvatori);
        Assert.Equal("approvazione.autore-o-rup", visto.NonPuoApprovare?.Code);
    }
}

public sealed class InviaPerApprovazioneTests : VersionedCommandContract<InviaPerApprovazione>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.SopraSoglia();
        var ricevuta = await Banco.Riesce(new InviaPerApprovazione(id, await Banco.Version(id)), Banco.Come("istruttore.tivoli"));
        var inviato = await Banco.Rileggi(id);
        Assert.Equal((StatoAffidamento.InApprovazione, Banco.Come("istruttore.tivoli").PersonaId), (inviato.Stato, inviato.InviatoDaId));
        Assert.Equal(Azioni.InviatoPerApprovazione, (await Banco.Legge(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Azione);
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Banco.SopraSoglia();
        await Banco.Rifiuta("accesso.negato", new InviaPerApprovazione(id, 1), Banco.Responsabile());
        await Banco.Rifiuta("dati.non-trovato", new InviaPerApprovazione(id, 1), Banco.RupDiUnAltroEnte);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Banco.InApprovazione();
        await Banco.Rifiuta("affidamento.stato", new InviaPerApprovazione(id, await Banco.Version(id)));

        // An incomplete draft cannot be sent.
        await Banco.Soglia("0,00");
        var incompleta = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Riesce(new SalvaBozza(incompleta, [new ModificaCampo(PercorsoAd4.QuadroEconomico(0, "impServizi"), "5,00", null)]));
        Assert.Contains("ad4.mancante", (await Banco.Esegui(new InviaPerApprovazione(incompleta, await Banco.Version(incompleta)))).Errors.Select(e => e.Code));
    }

    private protected override async Task<(InviaPerApprovazione Command, Actor Actor)> SeenNow()
    {
        var id = await Banco.SopraSoglia();
        return (new InviaPerApprovazione(id, await Banco.Version(id)), Banco.Rup);
    }
}

public sealed class ApprovaAffidamentoTests : VersionedCommandContract<ApprovaAffidamento>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.InApprovazione();
        var ricevuta = await Banco.Riesce(await Banco.Approva(id), Banco.Responsabile());
        var approvato = await Banco.Rileggi(id);
        Assert.Equal((StatoAffidamento.ProntoPerIlPortale, Banco.Responsabile().PersonaId, TestBench.Adesso.UtcDateTime),
            (approvato.Stato, approvato.ApprovatoDaId, approvato.ApprovatoIl));
        var evento = System.Text.Encoding.UTF8.GetString((await Banco.Legge(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Byte);
        Assert.Contains("99999", evento, StringComparison.Ordinal);
        Assert.Contains("dichiaro di non avere", evento, StringComparison.Ordinal);
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Banco.InApprovazione();
        await Banco.Rifiuta("accesso.negato", await Banco.Approva(id), Banco.Come("istruttore.tivoli"));
        var daFuori = await Banco.Anche(Banco.RupDiUnAltroEnte, Ruolo.Responsabile, Banco.RupDiUnAltroEnte.EnteId);
        await Banco.Rifiuta("dati.non-trovato", await Banco.Approva(id), daFuori);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var pronto = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Rifiuta("affidamento.stato", await Banco.Approva(pronto), Banco.Responsabile());

        // Without the declaration nothing is approved.
        var id = await Banco.InApprovazione();
        await Banco.Rifiuta("conflitto.da-dichiarare", new ApprovaAffidamento(id, await Banco.Version(id), null), Banco.Responsabile());
        Assert.Equal(StatoAffidamento.InApprovazione, (await Banco.Rileggi(id)).Stato);

        // The approval checks the Affidamento again. Meanwhile the window of adhesion has closed.
        Banco.Orologio.Advance(TimeSpan.FromDays(400));
        await Banco.Rifiuta("convenzione.fuori-finestra", await Banco.Approva(await Scaduto(id)), Banco.Responsabile());
    }

    private protected override async Task<(ApprovaAffidamento Command, Actor Actor)> SeenNow()
    {
        var id = await Banco.InApprovazione();
        return (await Banco.Approva(id), Banco.Responsabile());
    }

    /// <summary>Closes the window of adhesion of the Convenzione while the Affidamento waits.</summary>
    private async Task<Guid> Scaduto(Guid id)
    {
        var convenzione = await Banco.Legge(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == Banco.Catalogo.Lotti[0].ConvenzioneId));
        var modulo = ConvenzioneForm.Di(convenzione);
        modulo.AdesioniAl = OraItaliana(convenzione.AdesioniDal.AddDays(1));
        await Banco.Riesce(new SalvaConvenzione(convenzione.Id, modulo, convenzione.Version), Banco.Come("amministratore"));
        return id;
    }

    private static string OraItaliana(DateOnly giorno) => giorno.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class RestituisciAffidamentoTests : VersionedCommandContract<RestituisciAffidamento>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.InApprovazione();
        await Banco.Riesce(new RestituisciAffidamento(id, "  L'impegno di spesa è del 2025.  ", await Banco.Version(id)), Banco.Responsabile());
        var tornato = await Banco.Rileggi(id);
        Assert.Equal((StatoAffidamento.InLavorazione, MotivoRitorno.Restituito, "L'impegno di spesa è del 2025."),
            (tornato.Stato, tornato.Ritorno, tornato.NotaRitorno));

        // When the Affidamento is sent again and approved, the note is cleared.
        await Banco.Riesce(new InviaPerApprovazione(id, tornato.Version));
        await Banco.Riesce(await Banco.Approva(id), Banco.Responsabile());
        Assert.Null((await Banco.Rileggi(id)).NotaRitorno);
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Banco.InApprovazione();
        await Banco.Rifiuta("accesso.negato", new RestituisciAffidamento(id, "No", 1), Banco.Rup);
        var daFuori = await Banco.Anche(Banco.RupDiUnAltroEnte, Ruolo.Responsabile, Banco.RupDiUnAltroEnte.EnteId);
        await Banco.Rifiuta("dati.non-trovato", new RestituisciAffidamento(id, "No", 1), daFuori);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Rifiuta("affidamento.stato", new RestituisciAffidamento(id, "No", await Banco.Version(id)), Banco.Responsabile());
        await Banco.Rifiuta("nota.mancante", new RestituisciAffidamento(id, " ", await Banco.Version(id)), Banco.Responsabile());
    }

    private protected override async Task<(RestituisciAffidamento Command, Actor Actor)> SeenNow()
    {
        var id = await Banco.InApprovazione();
        return (new RestituisciAffidamento(id, "L'impegno di spesa è del 2025.", await Banco.Version(id)), Banco.Responsabile());
    }
}
