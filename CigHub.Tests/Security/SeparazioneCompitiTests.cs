using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Security;

/// <summary>
/// Checks the separazione dei compiti. The table of roles must never give two incompatible rights to one role, and a command must refuse a
/// person who already has the other duty in the same matter.
/// </summary>
public sealed class SeparazioneCompitiTests : WithBench
{
    [Fact]
    public void Un_Amministratore_non_ha_permessi_sugli_affidamenti_e_un_Auditor_non_cambia_nulla()
    {
        var permessi = Enum.GetValues<Permission>();
        Assert.All(permessi.Where(p => Ruolo.Amministratore.Allows(p)),
            p => Assert.True(p.KindOf() is PermissionKind.Lettura or PermissionKind.Ufficio, $"{p}"));
        Assert.All(permessi.Where(p => Ruolo.Auditor.Allows(p)),
            p => Assert.True(p.KindOf() is PermissionKind.Lettura or PermissionKind.LetturaAffidamenti or PermissionKind.Verifica, $"{p}"));
        Assert.All(permessi, p => Assert.NotEmpty(p.Words()));
    }

    [Fact]
    public void Ogni_comando_su_un_affidamento_chiede_un_permesso_che_l_Amministratore_non_puo_avere()
    {
        var comandi = WritePathSetup.Commands(typeof(WritePathSetup).Assembly).Where(c => c.IsAssignableTo(typeof(IOnAffidamento))).ToList();
        Assert.NotEmpty(comandi);
        Assert.All(comandi, c =>
            Assert.True(WritePathSetup.PermissionOf(c).KindOf() is PermissionKind.Affidamenti or PermissionKind.LetturaAffidamenti, c.Name));
        Assert.All(comandi, c => Assert.False(Ruolo.Amministratore.Allows(WritePathSetup.PermissionOf(c)), c.Name));
    }

    [Fact]
    public async Task Un_Amministratore_vede_i_totali_di_un_Lotto_e_nessun_affidamento()
    {
        await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var details = (await Bench.Reader.Read<DettaglioLotto, LottoDetails>(Bench.ActorOf("amministratore"), q => q.Run(Bench.Catalogo.Lotti[0].Id))).Value;
        Assert.Equal((Importo.DaEuro(1000), Importo.DaEuro(1000)), (details.Capienza.Riservato, details.DiAltriEnti));
        Assert.DoesNotContain(details.Movimenti.Rows, m => m.AffidamentoId is not null);
    }

    [Fact]
    public void Le_regole_hanno_codici_e_titoli_diversi()
    {
        Assert.Equal(SeparazioneCompiti.Regole.Count, SeparazioneCompiti.Regole.Select(r => r.Codice).Distinct().Count());
        Assert.Equal(SeparazioneCompiti.Regole.Count, SeparazioneCompiti.Regole.Select(r => r.Titolo).Distinct().Count());
    }

    [Fact]
    public async Task Nessuno_assegna_un_ruolo_a_se_stesso()
    {
        var io = Bench.ActorOf("amministratore");
        await Bench.Refuses("ruolo.a-se-stesso", new AssegnaRuolo(Guid.CreateVersion7(), io.PersonaId,
            new RuoloForm { Ruolo = nameof(Ruolo.Auditor), Ente = RuoloForm.TuttiGliEnti, Dal = "24/11/2026" }, 0), io);
    }

    [Theory]
    [InlineData(StatoAffidamento.InLavorazione, false)]
    [InlineData(StatoAffidamento.CigInRichiesta, false)]
    [InlineData(StatoAffidamento.CigAcquisito, true)]
    public async Task Chi_varia_il_massimale_non_ha_affidamenti_aperti_su_quel_Lotto(StatoAffidamento stato, bool puo)
    {
        await Bench.Affidamento(stato);
        var ancheAmministratore = await Bench.Anche(Bench.Rup, Ruolo.Amministratore, null);
        var riduzione = new VariaMassimale(
            Bench.Catalogo.Lotti[0].Id, new AttoSulLottoForm { Importo = "-1,00", Descrizione = "Atto aggiuntivo", Data = "20/11/2026", Protocollo = "1" });
        if (puo)
        {
            await Bench.Succeeds(riduzione, ancheAmministratore);
        }
        else
        {
            await Bench.Refuses("massimale.affidamento-aperto", riduzione, ancheAmministratore);
            await Bench.Succeeds(riduzione with { LottoId = Bench.Catalogo.Lotti[1].Id }, ancheAmministratore);
            await Bench.Succeeds(riduzione, Bench.ActorOf("amministratore"));
        }
    }

    [Fact]
    public async Task Ne_l_autore_ne_il_RUP_ne_chi_invia_ne_chi_approva_varia_il_massimale()
    {
        var (rup, istruttore) = (Bench.ActorOf("rup2.tivoli", Ruolo.Rup), Bench.ActorOf("istruttore.tivoli"));
        var id = await Bench.SopraSoglia();
        await Bench.Succeeds(new AssegnaAMe(id, await Bench.Version(id)), rup);
        await Bench.Succeeds(new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto), istruttore);
        await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        var riduzione = new VariaMassimale(
            Bench.Catalogo.Lotti[0].Id, new AttoSulLottoForm { Importo = "-1,00", Descrizione = "Atto aggiuntivo", Data = "20/11/2026", Protocollo = "1" });
        foreach (var chi in new[] { Bench.Rup, rup, istruttore, Bench.Responsabile() })
        {
            await Bench.Refuses("massimale.affidamento-aperto", riduzione, await Bench.Anche(chi, Ruolo.Amministratore, null));
        }

        await Bench.Succeeds(riduzione, Bench.ActorOf("amministratore"));
    }
}
