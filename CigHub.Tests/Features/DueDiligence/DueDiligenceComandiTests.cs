using CigHub.Domain.Affidamenti;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Iter;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.Features.Spesa.Scadenze;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.DueDiligence;

public sealed class RegistraVerificaAffidamentoTests : CommandContract<RegistraVerificaAffidamento>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var version = await Bench.Version(id);
        var verifica = await Bench.VerificatoSu(id, TipoVerifica.Durc, "20/12/2026", SampleDueDiligence.Documento());
        Assert.Equal(version, await Bench.Version(id));
        var view = (await Bench.Reader.Read<DueDiligenceAffidamento, DueDiligenceView>(Bench.Rup, q => q.Run(id))).Value;
        var durc = Assert.Single(Assert.Single(view.Fornitori).Verifiche, v => v.Tipo == TipoVerifica.Durc);
        Assert.Equal((StatoVerifica.Completa, verifica), (durc.Stato, durc.Verifica!.Id));
        Assert.Equal(StatoVerifica.Mancante, view.Stato);
        Assert.Equal(1, await Eventi(id));

        // The same click twice is one check.
        await Bench.Refuses("due-diligence.gia-registrata", new RegistraVerificaAffidamento(id, verifica, SampleDueDiligence.Form(Bench.Fornitore())));
        Assert.Equal(1, await Bench.Query(db => db.VerificheFornitori.CountAsync()));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new RegistraVerificaAffidamento(
            await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale), Guid.CreateVersion7(), SampleDueDiligence.Form(Bench.Fornitore()));
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("amministratore"));
        await Bench.Refuses("affidamento.non-rup", comando, Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses(
            "due-diligence.fornitore", new RegistraVerificaAffidamento(id, Guid.CreateVersion7(), SampleDueDiligence.Form("01234567897")));
        await Bench.Refuses(
            "due-diligence.senza-scadenza",
            new RegistraVerificaAffidamento(id, Guid.CreateVersion7(), SampleDueDiligence.Form(Bench.Fornitore(), TipoVerifica.Durc)));
        await Bench.Succeeds(new EliminaAffidamento(id, await Bench.Version(id)));
        await Bench.Refuses(
            "affidamento.stato", new RegistraVerificaAffidamento(id, Guid.CreateVersion7(), SampleDueDiligence.Form(Bench.Fornitore())));
    }

    [Fact]
    public async Task Basta_la_verifica_del_Lotto_o_quella_dell_affidamento_se_l_ultima_non_dice_il_contrario()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var altro = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.VerificatoSulLotto();
        Assert.Equal(StatoVerifica.Completa, await Fvoe(id));
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var contraria = SampleDueDiligence.Form(Bench.Fornitore());
        (contraria.Esito, contraria.Nota) = (nameof(EsitoDueDiligence.NonRegolare), "Annotazione rilevante");
        await Bench.Succeeds(new RegistraVerificaAffidamento(id, Guid.CreateVersion7(), contraria));
        Assert.Equal((StatoVerifica.NonRegolare, StatoVerifica.Completa), (await Fvoe(id), await Fvoe(altro)));
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.VerificatoSulLotto();
        Assert.Equal(StatoVerifica.Completa, await Fvoe(id));
    }

    [Fact]
    public async Task Nessun_programma_cambia_o_cancella_una_verifica()
    {
        await Bench.VerificatoSulLotto();
        foreach (var sql in new[] { "UPDATE VerificheFornitori SET Esito = 1", "DELETE FROM VerificheFornitori" })
        {
            using var file = Bench.OpenFile();
            using var comando = file.CreateCommand();
            comando.CommandText = sql;
            Assert.Contains("accetta solo aggiunte", Assert.Throws<SqliteException>(() => comando.ExecuteNonQuery()).Message, StringComparison.Ordinal);
        }
    }

    private async Task<StatoVerifica> Fvoe(Guid id) =>
        (await Bench.Reader.Read<DueDiligenceAffidamento, DueDiligenceView>(Bench.Rup, q => q.Run(id))).Value.Fornitori[0].Verifiche[0].Stato;

    private Task<int> Eventi(Guid id) =>
        Bench.Query(db => db.Registro.CountAsync(r => r.Azione == Azioni.VerificaFornitoreRegistrata && r.OggettoId == id.ToString()));
}

public sealed class RegistraVerificaLottoTests : CommandContract<RegistraVerificaLotto>
{
    private Guid Lotto => Bench.Catalogo.Lotti[0].Id;

    public override async Task Fa_cio_che_dice()
    {
        Assert.False((await View()).InUso);
        var id = await Bench.VerificatoSulLotto(TipoVerifica.Durc, "20/12/2026", file: SampleDueDiligence.Documento());
        var view = await View();
        Assert.True(view.InUso);
        Assert.Equal((id, "durc.pdf"), (Assert.Single(view.Registrate).Id, view.Registrate[0].File!.Nome));
        await Bench.TutteSulLotto("20/12/2026");
        Assert.Equal(StatoVerifica.Completa, (await View()).Stato);
        Bench.Clock.Advance(TimeSpan.FromDays(27));
        Assert.Equal(StatoVerifica.Scaduta, (await View()).Stato);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new RegistraVerificaLotto(Lotto, Guid.CreateVersion7(), SampleDueDiligence.Form(Bench.Fornitore()));
        await Bench.Refuses("accesso.negato", comando);
        await Bench.Refuses("accesso.negato", comando, Bench.Responsabile());
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Succeeds(comando, Bench.ActorOf("amministratore"));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = new RegistraVerificaLotto(Lotto, Guid.CreateVersion7(), SampleDueDiligence.Form(Bench.Fornitore()));
        await Bench.Refuses("dati.non-trovato", comando with { LottoId = Guid.CreateVersion7() }, Bench.ActorOf("amministratore"));
        await Bench.Refuses("due-diligence.fornitore", comando with { Form = SampleDueDiligence.Form("01234567897") }, Bench.ActorOf("amministratore"));
        await Bench.Refuses("modulo.mancante", comando with { Form = new VerificaFornitoreForm() }, Bench.ActorOf("amministratore"));
    }

    [Fact]
    public async Task La_scadenza_sta_tra_le_scadenze_finche_una_verifica_nuova_non_la_sostituisce()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.VerificatoSulLotto(TipoVerifica.Durc, "20/12/2026");
        await Bench.VerificatoSu(id, TipoVerifica.Antimafia, "10/01/2027");
        Assert.Equal(
            [(new DateOnly(2026, 12, 20), null), (new DateOnly(2027, 1, 10), "Comune di Tivoli")],
            (await Scadenze(Bench.Rup)).Select(s => (s.Giorno, s.Ente)));
        Assert.Equal([new DateOnly(2026, 12, 20)], (await Scadenze(Bench.RupOfAnotherEnte)).Select(s => s.Giorno));
        Assert.Equal([new DateOnly(2026, 12, 20)], (await Scadenze(Bench.ActorOf("amministratore"))).Select(s => s.Giorno));
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.VerificatoSulLotto(TipoVerifica.Durc, "15/02/2027");
        Assert.Equal([new DateOnly(2027, 2, 15)], (await Scadenze(Bench.RupOfAnotherEnte)).Select(s => s.Giorno));
    }

    [Fact]
    public async Task L_iter_mostra_la_due_diligence_com_era_il_giorno_della_richiesta()
    {
        await Bench.TutteSulLotto("25/11/2026");
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Bench.Clock.Advance(TimeSpan.FromDays(30));
        var iter = (await Bench.Reader.Read<IterAffidamento, IterView>(Bench.Auditor, q => q.Run(id, Bench.Auditor))).Value.DueDiligence;
        Assert.Equal((new DateOnly(2026, 11, 25), true, true), (iter.Giorno, iter.AllaRichiesta, iter.InUso));
        Assert.Equal(StatoVerifica.Completa, Assert.Single(iter.Fornitori).Stato);
    }

    private async Task<DueDiligenceView> View() => (await Bench.Reader.Read<DueDiligenceLotto, DueDiligenceView>(Bench.Rup, q => q.Run(Lotto))).Value;

    private async Task<IReadOnlyList<ScadenzaRow>> Scadenze(Actor actor) =>
    [
        .. (await Bench.Reader.Read<ScadenzeSpesa, ScadenzeView>(actor, async q => await q.Run(180, null))).Value.Righe
            .Where(r => r.Tipo == TipoScadenza.DueDiligence),
    ];
}

public sealed class ApriFileVerificaTests : CommandContract<ApriFileVerifica>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        foreach (var verifica in new[] { await SuAffidamento(id), await Bench.VerificatoSulLotto(file: SampleDueDiligence.Documento()) })
        {
            var ricevuta = await Bench.Succeeds(new ApriFileVerifica(verifica), Bench.Auditor);
            var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
            Assert.Equal((Azioni.FileVerificaAperto, Bench.Auditor.PersonaId), (evento.Azione, evento.AttoreId));
            var dato = await Bench.Reader.Read<ContenutoFileVerifica, FileDaDare>(Bench.Rup, q => q.Run(verifica, Bench.Rup));
            Assert.Equal(SampleFiles.Pdf(), dato.Value.Byte);
        }
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new ApriFileVerifica(await SuAffidamento(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale)));
        foreach (var altro in new[] { Bench.RupOfAnotherEnte, Bench.ActorOf("amministratore") })
        {
            await Bench.Refuses("dati.non-trovato", comando, altro);
            Assert.False((await Bench.Reader.Read<ContenutoFileVerifica, FileDaDare>(altro, q => q.Run(comando.VerificaId, altro))).IsSuccess);
        }

        // A check of the Lotto is everybody's.
        await Bench.Succeeds(new ApriFileVerifica(await Bench.VerificatoSulLotto(file: SampleDueDiligence.Documento())), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("dati.non-trovato", new ApriFileVerifica(Guid.CreateVersion7()));
        await Bench.Refuses("dati.non-trovato", new ApriFileVerifica(await Bench.VerificatoSulLotto()));
    }

    private Task<Guid> SuAffidamento(Guid id) => Bench.VerificatoSu(id, file: SampleDueDiligence.Documento());
}
