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
/// Checks the separation of duties: the table of roles never gives incompatible rights, and a command refuses a person who has a
/// conflicting part in the same matter.
/// </summary>
public sealed class SeparazioneCompitiTests : WithBench
{
    [Fact]
    public void Un_Amministratore_non_ha_permessi_sugli_affidamenti_e_un_Auditor_non_cambia_nulla()
    {
        var permessi = Enum.GetValues<Permission>();
        Assert.All(permessi.Where(p => Ruolo.Amministratore.Ammette(p)),
            p => Assert.True(p.Natura() is PermissionKind.Lettura or PermissionKind.Ufficio, $"{p}"));
        Assert.All(permessi.Where(p => Ruolo.Auditor.Ammette(p)),
            p => Assert.True(p.Natura() is PermissionKind.Lettura or PermissionKind.LetturaAffidamenti or PermissionKind.Verifica, $"{p}"));
        Assert.All(permessi, p => Assert.NotEmpty(p.Parole()));
    }

    [Fact]
    public void Ogni_comando_su_un_affidamento_chiede_un_permesso_che_l_Amministratore_non_puo_avere()
    {
        var comandi = WritePathSetup.Comandi(typeof(WritePathSetup).Assembly).Where(c => c.IsAssignableTo(typeof(IOnAffidamento))).ToList();
        Assert.NotEmpty(comandi);
        Assert.All(comandi, c => Assert.True(WritePathSetup.Permesso(c).Natura() is PermissionKind.Affidamenti or PermissionKind.LetturaAffidamenti, c.Name));
        Assert.All(comandi, c => Assert.False(Ruolo.Amministratore.Ammette(WritePathSetup.Permesso(c)), c.Name));
    }

    [Fact]
    public async Task Un_Amministratore_vede_i_totali_di_un_Lotto_e_nessun_affidamento()
    {
        await Banco.Affidamento(StatoAffidamento.CigInRichiesta);
        var scheda = (await Banco.Lettore.Leggi<DettaglioLotto, LottoDetails>(Banco.Come("amministratore"), q => q.Esegui(Banco.Catalogo.Lotti[0].Id))).Value;
        Assert.Equal((Importo.DaEuro(1000), Importo.DaEuro(1000)), (scheda.Capienza.Riservato, scheda.DiAltriEnti));
        Assert.DoesNotContain(scheda.Movimenti, m => m.AffidamentoId is not null);
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
        var io = Banco.Come("amministratore");
        await Banco.Rifiuta("ruolo.a-se-stesso", new AssegnaRuolo(Guid.CreateVersion7(), io.PersonaId,
            new RuoloForm { Ruolo = nameof(Ruolo.Auditor), Ente = RuoloForm.TuttiGliEnti, Dal = "24/11/2026" }, 0), io);
    }

    [Theory]
    [InlineData(StatoAffidamento.InLavorazione, false)]
    [InlineData(StatoAffidamento.CigInRichiesta, false)]
    [InlineData(StatoAffidamento.CigAcquisito, true)]
    public async Task Chi_varia_il_massimale_non_ha_affidamenti_aperti_su_quel_Lotto(StatoAffidamento stato, bool puo)
    {
        await Banco.Affidamento(stato);
        var ancheAmministratore = await Banco.Anche(Banco.Rup, Ruolo.Amministratore, null);
        var riduzione = new VariaMassimale(
            Banco.Catalogo.Lotti[0].Id, new AttoSulLottoForm { Importo = "-1,00", Descrizione = "Atto aggiuntivo", Data = "20/11/2026", Protocollo = "1" });
        if (puo)
        {
            await Banco.Riesce(riduzione, ancheAmministratore);
        }
        else
        {
            await Banco.Rifiuta("massimale.affidamento-aperto", riduzione, ancheAmministratore);
            await Banco.Riesce(riduzione with { LottoId = Banco.Catalogo.Lotti[1].Id }, ancheAmministratore);
            await Banco.Riesce(riduzione, Banco.Come("amministratore"));
        }
    }

    [Fact]
    public async Task Ne_l_autore_ne_il_RUP_ne_chi_invia_ne_chi_approva_varia_il_massimale()
    {
        var (rup, istruttore) = (Banco.Come("rup2.tivoli", Ruolo.Rup), Banco.Come("istruttore.tivoli"));
        var id = await Banco.SopraSoglia();
        await Banco.Riesce(new AssegnaAMe(id, await Banco.Version(id)), rup);
        await Banco.Riesce(new InviaPerApprovazione(id, await Banco.Version(id)), istruttore);
        await Banco.Riesce(await Banco.Approva(id), Banco.Responsabile());
        var riduzione = new VariaMassimale(
            Banco.Catalogo.Lotti[0].Id, new AttoSulLottoForm { Importo = "-1,00", Descrizione = "Atto aggiuntivo", Data = "20/11/2026", Protocollo = "1" });
        foreach (var chi in new[] { Banco.Rup, rup, istruttore, Banco.Responsabile() })
        {
            await Banco.Rifiuta("massimale.affidamento-aperto", riduzione, await Banco.Anche(chi, Ruolo.Amministratore, null));
        }

        await Banco.Riesce(riduzione, Banco.Come("amministratore"));
    }
}
