using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Conferme;

public sealed class ChiediConfermaTests : FascicoloContract<ChiediConferma>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.ProntoPerIlPortale;

    private protected override async Task<ChiediConferma> Comando(Guid id) => new(id, UscitaRichiesta.Posta, await Bench.Version(id));

    private protected override async Task HaFatto(Guid id)
    {
        Assert.NotNull((await Bench.ReadAgain(id)).CapienzaChiestaIl);
        var evento = await Bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal(Azioni.CapienzaChiesta, evento.Azione);
    }

    [Fact]
    public async Task Senza_importo_non_c_e_niente_da_chiedere()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("conferma.senza-importo", await Comando(id));
    }
}

public sealed class RegistraRispostaTests : FascicoloContract<RegistraRisposta>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.ProntoPerIlPortale;

    private protected override StatoAffidamento? NonAmmesso => StatoAffidamento.CigInRichiesta;

    private protected override async Task<RegistraRisposta> Comando(Guid id) =>
        new(id, Guid.CreateVersion7(), SampleFiles.Confirm(), await Bench.Version(id), SampleFiles.Scelto());

    private protected override async Task HaFatto(Guid id)
    {
        var atto = await Bench.Query(db => db.Atti.SingleAsync(a => a.AffidamentoId == id));
        Assert.Equal((TipoAtto.ConfermaDiCapienza, new DateOnly(2026, 12, 31), "conferma.pdf"), (atto.Tipo, atto.ValidoFinoAl, atto.File!.Nome));
        Assert.Equal(StatoConferma.InVigore, (await Bench.ReadAgain(id)).StatoConferma);
    }

    [Theory]
    [InlineData("Importo", "0")]
    [InlineData("Importo", "")]
    [InlineData("Importo", "12,345")]
    [InlineData("Importo", "99.999.999,00")]
    [InlineData("ValidoFinoAl", "19/11/2026")]
    [InlineData("ValidoFinoAl", "23/11/2026")]
    [InlineData("Data", "25/11/2026")]
    [InlineData("Protocollo", " ")]
    [InlineData("Esito", "")]
    [InlineData("Esito", "Contratto")]
    public async Task Una_risposta_che_non_puo_valere_e_rifiutata_al_campo_e_non_cambia_nulla(string campo, string testo)
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var form = SampleFiles.Confirm();
        typeof(RispostaForm).GetProperty(campo)!.SetValue(form, testo);
        var version = await Bench.Version(id);
        var prima = Bench.Istantanea();
        var esito = await Bench.Run(new RegistraRisposta(id, Guid.CreateVersion7(), form, version));
        Assert.Equal(campo, Assert.Single(esito.Errors).Field);
        Assert.Equal(prima, Bench.Istantanea());
    }

    [Fact]
    public async Task Una_risposta_negativa_resta_nel_fascicolo_senza_prendere_capienza()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var form = SampleFiles.Confirm();
        form.Esito = nameof(TipoAtto.CapienzaNegata);
        await Bench.Succeeds(new RegistraRisposta(id, Guid.CreateVersion7(), form, await Bench.Version(id)));
        var atto = await Bench.Query(db => db.Atti.SingleAsync());
        Assert.Equal((TipoAtto.CapienzaNegata, null, null), (atto.Tipo, atto.Dati.Importo, atto.ValidoFinoAl));
        Assert.Equal(0, await Bench.Query(db => db.Affidamenti.CountAsync(a => a.StatoConferma != StatoConferma.Nessuna)));
    }
}

public sealed class LiberaCapienzaTests : FascicoloContract<LiberaCapienza>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.ProntoPerIlPortale;

    private protected override StatoAffidamento? NonAmmesso => StatoAffidamento.CigInRichiesta;

    private protected override async Task<LiberaCapienza> Comando(Guid id)
    {
        if ((await Bench.ReadAgain(id)).Stato == StatoAffidamento.ProntoPerIlPortale)
        {
            await Bench.Succeeds(new RegistraRisposta(id, Guid.CreateVersion7(), SampleFiles.Confirm(), await Bench.Version(id)));
        }

        return new LiberaCapienza(id, "CMRC l'ha ritirata", await Bench.Version(id));
    }

    private protected override async Task HaFatto(Guid id)
    {
        Assert.Equal(StatoConferma.Liberata, (await Bench.ReadAgain(id)).StatoConferma);
        Assert.Equal(0, await Bench.Query(db => db.Capienze.SumAsync(c => c.Riservato.Centesimi)));
    }

    [Fact]
    public async Task Il_motivo_e_obbligatorio()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("nota.mancante", await Comando(id) with { Motivo = " " });
    }
}
