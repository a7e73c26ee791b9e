using CigHub.Domain.DueDiligence;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Features.DueDiligence;
using CigHub.Tests.Support;

namespace CigHub.Tests.Features.Rilievi;

/// <summary>
/// Tests the scostamento «due diligence missing or expired at the request»: what it must find, and what looks like it and is not.
/// </summary>
public sealed class DueDiligenceScostamentoTests : WithBench
{
    [Fact]
    public async Task Scaduta_il_giorno_della_richiesta()
    {
        await Bench.TutteSulLotto("25/11/2026");
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        var nellUltimoGiorno = await Bench.Aderito("600,00");
        Assert.Empty(await Bench.Trova(RegoleNote.SenzaDueDiligence));

        Bench.Clock.Advance(TimeSpan.FromDays(1));
        var dopo = await Bench.Aderito("600,00");
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.SenzaDueDiligence));
        Assert.Equal([dopo], trovato.Affidamenti());
        Assert.Equal(
            "La richiesta del CIG è del 26/11/2026, e quel giorno la due diligence non era completa (DURC: scaduta, Antimafia o white list: scaduta): "
                + "1 di 2 affidamenti dell'Ente con una richiesta.",
            trovato.Frase);
        Assert.DoesNotContain(nellUltimoGiorno, trovato.Affidamenti());
    }

    [Fact]
    public async Task Registrata_dopo_la_richiesta_non_la_completa_e_rinnovata_prima_si()
    {
        await Bench.TutteSulLotto("25/11/2026");
        Bench.Clock.Advance(TimeSpan.FromDays(2));
        var senza = await Bench.Aderito("600,00");
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        await Bench.TutteSulLotto("31/12/2026");
        await Bench.Aderito("600,00");
        Assert.Equal([senza], Assert.Single(await Bench.Trova(RegoleNote.SenzaDueDiligence)).Affidamenti());
    }

    [Fact]
    public async Task Prima_che_il_registro_fosse_in_uso_non_manca_nulla()
    {
        await Bench.Aderito("600,00");
        Assert.Empty(await Bench.Trova(RegoleNote.SenzaDueDiligence));

        // The first day of use: what came before the first check on that day is not known.
        await Bench.VerificatoSulLotto();
        await Bench.Aderito("600,00");
        Assert.Empty(await Bench.Trova(RegoleNote.SenzaDueDiligence));

        Bench.Clock.Advance(TimeSpan.FromDays(1));
        var poi = await Bench.Aderito("600,00");
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.SenzaDueDiligence));
        Assert.Equal([poi], trovato.Affidamenti());
        Assert.Contains("DURC: mancante", trovato.Frase, StringComparison.Ordinal);
        Assert.DoesNotContain("FVOE", trovato.Frase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Il_registro_di_un_Lotto_non_obbliga_gli_altri_e_quello_di_un_Ente_non_obbliga_gli_altri_Enti()
    {
        var piu = Bench.Catalogo.Lotti.FindIndex(l => l.HaPiuAggiudicatari);
        await Bench.VerificatoSulLotto(lotto: piu);
        await Bench.VerificatoSu(await Bench.Aderito("600,00"), TipoVerifica.Pantouflage);
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        await Bench.Aderito("600,00", rup: "rup.velletri");
        Assert.Empty(await Bench.Trova(RegoleNote.SenzaDueDiligence));
        var diTivoli = await Bench.Aderito("600,00");
        Assert.Equal([diTivoli], Assert.Single(await Bench.Trova(RegoleNote.SenzaDueDiligence)).Affidamenti());
    }
}
