using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Convenzioni;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Relazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Checks the report of a day: figures, names and thresholds as they were then, and what a user of one Ente sees in it.</summary>
public sealed class StampaRelazioneTests : CommandContract<StampaRelazione>
{
    private static readonly DateOnly _giorno = new(2026, 11, 24);

    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(new StampaRelazione(_giorno), Bench.Responsabile());
        Assert.Equal(1, await Bench.Query(db => db.Registro.CountAsync(r => r.Azione == Azioni.RelazioneStampata)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        // Everybody who may open the pages of the spending may print them. A person without a role may not.
        await Bench.Refuses("accesso.negato", new StampaRelazione(_giorno), Bench.Rup with { PersonaId = Guid.CreateVersion7() });
        Assert.Equal(0, await Bench.Query(db => db.Registro.CountAsync(r => r.Azione == Azioni.RelazioneStampata)));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Succeeds(new StampaRelazione(_giorno), Bench.Auditor);
        await Bench.Succeeds(new StampaRelazione(_giorno), Bench.Amministratore());
    }

    [Fact]
    public async Task La_relazione_di_un_giorno_resta_quella_anche_dopo()
    {
        await Bench.Aderito("1.500,00");
        var allora = await Relazione(Bench.Responsabile());
        var convenzione = Bench.Catalogo.Lotti[0].ConvenzioneId;
        var titolo = Bench.Catalogo.Convenzioni.Single(c => c.Id == convenzione).Titolo;
        var ultimo = await Bench.Query(db => db.Registro.MaxAsync(r => r.Seq));
        Assert.Equal(ultimo, allora.UltimoEvento);
        Assert.Equal(
            await Bench.Query(db => db.Registro.Where(r => r.Seq == ultimo).Select(r => r.Foglia).SingleAsync()), Convert.FromHexString(allora.Sha256));

        Bench.Clock.Advance(TimeSpan.FromDays(2));
        await Bench.Aderito("2.500,00");
        await Cambia(convenzione, "Titolo nuovo", "40.000,00");
        await Cambia(convenzione, "Titolo ancora più nuovo", "50.000,00");
        await CambiaIlFornitore("Nitida Ambiente S.p.A.");
        await Bench.Succeeds(new SalvaLotto(Guid.CreateVersion7(), convenzione, SampleCatalogo.Lotto(7), null), Bench.Amministratore());
        var dopo = await Relazione(Bench.Responsabile());
        Assert.Equal(Text(allora), Text(dopo));
        Assert.Equal(titolo, Assert.Single(dopo.Convenzioni, c => c.Convenzione.Id == convenzione).Convenzione.Titolo);

        var oggi = await Relazione(Bench.Responsabile(), _giorno.AddDays(2));
        var pagina = Assert.Single(oggi.Convenzioni, c => c.Convenzione.Id == convenzione);
        Assert.Equal(("Titolo ancora più nuovo", Importo.DaEuro(50_000)), (pagina.Convenzione.Titolo, pagina.Soglia!.Value));
        Assert.Equal(SoglieSpesa.Predefinite with { MesiPerLaGara = 18, ResiduoMedio = 19 }, pagina.Avvisi);
        Assert.Equal(SoglieSpesa.Predefinite, Assert.Single(dopo.Convenzioni, c => c.Convenzione.Id == convenzione).Avvisi);
        Assert.Equal(Importo.DaEuro(4000), pagina.Convenzione.Termini.Aderito);
        Assert.Contains("Nitida Ambiente S.p.A.", pagina.PerFornitore.Select(f => f.Nome));
        Assert.All(pagina.Convenzione.Lotti, l => Assert.Equal(new DateOnly(2028, 12, 31), l.AdesioniAl));
        Assert.Contains(pagina.Convenzione.Lotti, l => l.Numero == 7);
        Assert.True(oggi.UltimoEvento > allora.UltimoEvento);
    }

    [Fact]
    public async Task Enti_e_fornitori_fanno_la_somma_e_gli_altri_Enti_sono_una_riga()
    {
        await Bench.Aderito("1.500,00");
        await Bench.Aderito("700,00", rup: "rup.velletri");
        var tutti = await Relazione(Bench.Responsabile());
        foreach (var c in tutti.Convenzioni)
        {
            var preso = c.Convenzione.Termini with { Massimale = Importo.Zero };
            Assert.Equal(preso, TerminiMassimale.Somma(c.PerEnte.Select(r => r.Termini)));
            Assert.Equal(preso, TerminiMassimale.Somma(c.PerFornitore.Select(r => r.Termini)));
        }

        Assert.Equal(tutti.Quadro.Termini, TerminiMassimale.Somma(tutti.Convenzioni.Select(c => c.Convenzione.Termini)));
        Assert.Contains("Comune di Velletri", tutti.Convenzioni.SelectMany(c => c.PerEnte).Select(r => r.Nome));
        var mia = await Relazione(Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile));
        Assert.Equal("Comune di Tivoli", mia.Di);
        var nomi = Assert.Single(mia.Convenzioni).PerEnte.Select(r => r.Nome).ToList();
        Assert.Contains("Comune di Tivoli", nomi);
        Assert.Equal(SpesaWords.AltriEnti, nomi[^1]);
        Assert.DoesNotContain("Comune di Velletri", nomi);
    }

    private static string Text(RelazioneView relazione) => System.Text.Json.JsonSerializer.Serialize(relazione);

    private async Task Cambia(Guid convenzione, string titolo, string soglia)
    {
        var adesso = await Bench.Query(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == convenzione));
        var form = ConvenzioneForm.Of(adesso);
        (form.Titolo, form.SogliaApprovazione, form.MesiPerLaGara, form.ResiduoMedio) = (titolo, soglia, "18", "19");
        form.AdesioniAl = "31/12/2028";
        await Bench.Succeeds(new SalvaConvenzione(convenzione, form, adesso.Version), Bench.Amministratore());
    }

    private async Task CambiaIlFornitore(string nome)
    {
        var lotto = await Bench.Lotto(Bench.Catalogo.Lotti[0].Id);
        var form = LottoForm.Of(lotto);
        form.Aggiudicatari[0].Membri[0].Denominazione = nome;
        await Bench.Succeeds(new SalvaLotto(lotto.Id, lotto.ConvenzioneId, form, lotto.Version), Bench.Amministratore());
    }

    private async Task<RelazioneView> Relazione(Actor actor, DateOnly? al = null) =>
        (await Bench.Reader.Read<RelazioneSpesa, RelazioneView>(actor, async q => await q.Run(al ?? _giorno), default)).Value;
}
