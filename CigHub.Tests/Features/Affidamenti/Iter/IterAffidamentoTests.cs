using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Conflitti;
using CigHub.Tests.Features.Affidamenti.Deleghe;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Iter;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Iter;

/// <summary>Tests the page of the whole course of an Affidamento against what was done on it.</summary>
public sealed class IterAffidamentoTests : WithBench
{
    [Fact]
    public async Task I_passi_sono_gli_eventi_in_ordine_ciascuno_con_il_ruolo_valido_quel_giorno()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        var act = Guid.CreateVersion7();
        await Bench.Succeeds(new AggiungiAtto(id, act, SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto()));
        var view = await Iter(id, Bench.Auditor);
        var stored = await Bench.Query(db => db.Registro.Where(e => e.OggettoId == id.ToString()).OrderBy(e => e.Seq).ToListAsync());
        var lavori = stored.Where(e => e.Azione == Azioni.BozzaModificata).Select(e => e.Seq).ToHashSet();
        Assert.NotEmpty(lavori);
        Assert.Equal(stored.Select(e => e.Seq).Except(lavori), view.Passi.Select(p => p.Seq).Except(lavori));
        Assert.Equal(stored.Count, view.Passi.Sum(p => p.Eventi));
        Assert.Equal(view.Passi.Select(p => p.Seq).Order(), view.Passi.Select(p => p.Seq));
        Assert.Equal("ha creato l'affidamento", view.Passi[0].Frase);
        Assert.All(view.Passi, p => Assert.Equal(("RUP", false), (p.Ruolo, p.Titolo!.Parole.Contains("Nessun ruolo", StringComparison.Ordinal))));

        Assert.Equal([TipoMovimento.Riserva, TipoMovimento.Adesione, TipoMovimento.Rilascio], view.Movimenti.Select(m => m.Tipo));
        Assert.All(view.Movimenti, m => Assert.Contains(stored, e => e.Seq == m.Seq));
        var atto = Assert.Single(view.Atti, a => a.Id == act);
        var file = await Bench.Query(db => db.Atti.IgnoreQueryFilters().Where(a => a.Id == act).Select(a => a.File!.Sha256).SingleAsync());
        Assert.Equal((file, stored.Last(e => e.Azione == Azioni.AttoAggiunto).Seq), (atto.File?.Sha256, atto.Seq));
        Assert.Single(view.Tentativi);
        Assert.Equal((await Bench.ReadAgain(id)).CigDerivati, view.CigDerivati);
    }

    [Fact]
    public async Task Chi_prepara_e_RUP_e_segnato_e_chi_approva_e_un_altra_persona()
    {
        var id = await Bench.InApprovazione();
        await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        var view = await Iter(id, Bench.Auditor);
        var rup = view.Persone.Single(p => p.Compiti.PersonaId == Bench.Rup.PersonaId);
        Assert.Equal([CompitoNellIter.HaPreparato, CompitoNellIter.Rup], rup.Compiti.Compiti);
        var approva = view.Persone.Single(p => p.Compiti.PersonaId == Bench.Responsabile().PersonaId);
        Assert.Equal([CompitoNellIter.HaApprovato], approva.Compiti.Compiti);
        Assert.Contains(view.Persone, p => p.Compiti.Compiti.Contains(CompitoNellIter.HaAmministrato));

        var ofTivoli = Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);
        Assert.DoesNotContain((await Iter(id, ofTivoli)).Persone, p => p.Compiti.Compiti.Contains(CompitoNellIter.HaAmministrato));
    }

    [Fact]
    public async Task La_decisione_sul_conflitto_si_vede_e_natura_e_perche_li_legge_solo_l_Auditor()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        var conflitto = await Bench.InConflitto(id, Bench.ActorOf("istruttore.tivoli"));
        var responsabile = Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);
        await Bench.Succeeds(new EscludiConflitto(id, conflitto, "Il cugino non lavora più lì"), responsabile);

        var auditor = Assert.Single((await Iter(id, Bench.Auditor)).Dichiarazioni);
        Assert.Equal(
            (true, "interesse economico", "nessun conflitto", "Il cugino non lavora più lì"),
            (auditor.Conflitto, auditor.Natura, auditor.Decisione, auditor.Perche));
        Assert.NotNull(auditor.DecisaDa);

        var collega = await Iter(id, responsabile);
        var sua = Assert.Single(collega.Dichiarazioni);
        Assert.Equal((null, "nessun conflitto", null), (sua.Natura, sua.Decisione, sua.Perche));
        Assert.DoesNotContain("cugino", UseCases.AskedQuery.Text(collega), StringComparison.Ordinal);
        Assert.DoesNotContain("interesse economico", UseCases.AskedQuery.Text(collega), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Il_passo_di_un_delegato_dice_la_delega()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var delegato = await Bench.Delegato();
        await Bench.Complete(id);
        await Bench.Succeeds(new DichiaraDaDelegato(id, DichiarazioneConflitto.VersioneTesto), delegato);
        var act = Guid.CreateVersion7();
        await Bench.Succeeds(new AggiungiAtto(id, act, SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto()), delegato);
        var passo = (await Iter(id, Bench.Auditor)).Passi[^1];
        Assert.StartsWith("Delega: Ordine di servizio n. 12 del 20/11/2026", passo.Titolo!.Parole, StringComparison.Ordinal);
        Assert.False(passo.Titolo.DaGuardare);
        Assert.Contains("per delega di", passo.Chi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chi_e_di_un_altro_Ente_o_non_ha_il_ruolo_non_lo_vede()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var ofVelletri = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        var responsabileOfVelletri = await Bench.Anche(Bench.ActorOf("rup.guidonia"), Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        foreach (var altro in new[] { ofVelletri, responsabileOfVelletri, Bench.Rup, Bench.ActorOf("istruttore.tivoli"), Bench.ActorOf("amministratore") })
        {
            Assert.False((await Bench.Reader.Read<IterAffidamento, IterView>(altro, q => q.Run(id, altro))).IsSuccess);
        }
    }

    private async Task<IterView> Iter(Guid id, Actor chi) => (await Bench.Reader.Read<IterAffidamento, IterView>(chi, q => q.Run(id, chi))).Value;
}
