using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Features.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.SceltaDelFornitore;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.SceltaDelFornitore;

/// <summary>
/// Checks that the choice among several suppliers of a Lotto has its reason before the scheda is ready (art. 59 c. 4 D.Lgs. 36/2023; Cons.
/// Stato III 7896/2024).
/// </summary>
public sealed class MotivaSceltaFornitoreTests : VersionedCommandContract<MotivaSceltaFornitore>
{
    private const int ConDueFornitori = 3;

    private static readonly SceltaFornitore _scelta = new(CriterioFornitore.Graduatoria, " È il primo in graduatoria con capienza. ");

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: ConDueFornitori);
        await Bench.Succeeds(new MotivaSceltaFornitore(id, _scelta, await Bench.Version(id)));
        var fatto = await Bench.ReadAgain(id);
        Assert.Equal((CriterioFornitore.Graduatoria, "È il primo in graduatoria con capienza."), (fatto.CriterioScelta, fatto.MotivoScelta));
        Assert.Equal(Azioni.SceltaMotivata, await Bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).Select(e => e.Azione).FirstAsync()));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: ConDueFornitori);
        await Bench.Refuses("accesso.negato", new MotivaSceltaFornitore(id, _scelta, 1), Bench.Auditor);
        await Bench.Refuses("dati.non-trovato", new MotivaSceltaFornitore(id, _scelta, 1), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var pronto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: ConDueFornitori);
        await Bench.Refuses("affidamento.stato", new MotivaSceltaFornitore(pronto, _scelta, await Bench.Version(pronto)));
        var solo = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("scelta.non-necessaria", new MotivaSceltaFornitore(solo, _scelta, await Bench.Version(solo)));
    }

    [Fact]
    public async Task Senza_criterio_o_senza_motivo_e_rifiutato_al_campo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: ConDueFornitori);
        var version = await Bench.Version(id);
        var senzaCriterio = new MotivaSceltaFornitore(id, new(null, "Perché sì"), version);
        Assert.Equal("CriterioScelta", (await Bench.Refuses("scelta.criterio-mancante", senzaCriterio)).Field);
        var senzaMotivo = senzaCriterio with { Scelta = new(CriterioFornitore.Quota, " ") };
        Assert.Equal("MotivoScelta", (await Bench.Refuses("scelta.motivo-mancante", senzaMotivo)).Field);
        var lungo = new SceltaFornitore(CriterioFornitore.Quota, new string('a', Affidamento.MaxNota + 1));
        Assert.Equal("MotivoScelta", (await Bench.Refuses("nota.lunga", new MotivaSceltaFornitore(id, lungo, version))).Field);
    }

    [Fact]
    public async Task Senza_il_motivo_la_scheda_non_e_pronta()
    {
        var convenzione = await Bench.Query(db => db.Convenzioni.AsNoTracking()
            .SingleAsync(c => c.Id == Bench.Catalogo.Lotti[ConDueFornitori].ConvenzioneId));
        var (id, comando) = Nuovo(null);
        await Bench.Succeeds(comando);
        Assert.Contains("ad4.scelta-fornitore", (await Bench.Run(new SegnaPronto(id, await Bench.Version(id)))).Errors.Select(e => e.Code));

        await Bench.Succeeds(new MotivaSceltaFornitore(id, _scelta, await Bench.Version(id)));
        Assert.DoesNotContain("ad4.scelta-fornitore", (await Bench.Run(new SegnaPronto(id, await Bench.Version(id)))).Errors.Select(e => e.Code));

        var form = ConvenzioneForm.Of(convenzione);
        form.CriterioFornitori = nameof(CriterioFornitore.Quota);
        await Bench.Succeeds(new SalvaConvenzione(convenzione.Id, form, convenzione.Version), Bench.Amministratore());
        var details = (await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(Bench.Rup, q => q.Run(id))).Value;
        Assert.Equal(CriterioFornitore.Quota, details.Convenzione.CriterioFornitori);
        Assert.Contains(
            ControlliAffidamento.Segnalazioni(details.Affidamento.Bozza, details.Context(CigHub.Domain.Codici.ListeAnac.Fornite, new DateOnly(2026, 11, 24))),
            s => (s.Codice, s.VuoleMotivo) == ("ad4.criterio-diverso", true));
    }

    [Fact]
    public async Task Il_motivo_si_puo_dare_gia_alla_creazione_ma_non_a_meta()
    {
        var (id, comando) = Nuovo(_scelta);
        await Bench.Refuses("scelta.criterio-mancante", comando with { Scelta = _scelta with { Criterio = null } });
        await Bench.Succeeds(comando);
        Assert.Equal(CriterioFornitore.Graduatoria, (await Bench.ReadAgain(id)).CriterioScelta);
    }

    [Fact]
    public async Task Le_quote_dicono_che_cosa_ha_preso_ogni_fornitore_anche_per_gli_altri_Enti()
    {
        var lotto = Bench.Catalogo.Lotti[ConDueFornitori];
        var vuote = await Quote(lotto.Id, Bench.Rup);
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: ConDueFornitori);

        var prese = await Quote(lotto.Id, Bench.RupOfAnotherEnte);
        var primo = prese.Fornitori.Single(f => f.IdPartecipante == lotto.Fornitori[0].IdPartecipante);
        Assert.Equal(Importo.DaEuro(1000), primo.Preso - vuote.Fornitori[0].Preso);
        Assert.True(primo.Percentuale > 0m);
        Assert.Equal(vuote.Fornitori[1].Preso, prese.Fornitori[1].Preso);
        Assert.Equal(vuote.SenzaFornitore, prese.SenzaFornitore);
        Assert.False((await Bench.Reader.Read<QuoteDeiFornitori, QuoteDelLotto>(Bench.Rup, q => q.Run(Bench.Catalogo.Lotti[0].Id))).IsSuccess);
    }

    private protected override async Task<(MotivaSceltaFornitore Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: ConDueFornitori);
        return (new MotivaSceltaFornitore(id, _scelta, await Bench.Version(id)), Bench.Rup);
    }

    private (Guid Id, NuovoAffidamento Comando) Nuovo(SceltaFornitore? scelta)
    {
        var (id, lotto) = (Guid.CreateVersion7(), Bench.Catalogo.Lotti[ConDueFornitori]);
        return (id, new NuovoAffidamento(id, lotto.Id, Bench.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, "Confermato con nota prot. 12", scelta));
    }

    private async Task<QuoteDelLotto> Quote(Guid lotto, Actor actor) =>
        (await Bench.Reader.Read<QuoteDeiFornitori, QuoteDelLotto>(actor, q => q.Run(lotto))).Value;
}
