using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.UseCases;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Affidamenti.DopoIlCig;

/// <summary>Tests the command that records that ANAC let an ANN be taken back.</summary>
public sealed class RitiraAnnullamentoTests : OperazioneContract<RitiraAnnullamento>
{
    private protected override bool Chiude => false;

    private protected override RitiraAnnullamento Comando(Affidamento affidamento, int version) => With(affidamento, version);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Annullato();
        await Bench.Succeeds(Comando(await Bench.ReadAgain(id), await Bench.Version(id)));
        await HaFatto(await Bench.ReadAgain(id));
        await Bench.RegistroIntegro();
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var affidamento = await Bench.ReadAgain(await Annullato());
        var comando = Comando(affidamento, affidamento.Version);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
        await Bench.Refuses("affidamento.non-rup", comando, Secondo);
    }

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal((StatoAffidamento.CigAcquisito, StatoAggiudicazione.Acquisita), (affidamento.Stato, affidamento.Aggiudicazioni[0].Stato));
        Assert.Equal(Importo.DaEuro(1000), (await Capienza()).Aderito);
        var ritiro = affidamento.Operazioni.Single(o => o.Tipo == TipoOperazione.RitiroAnnullamento);
        Assert.Equal((StatoOperazione.Accettata, "Annullato per sbaglio", "7"), (ritiro.Stato, ritiro.Dati.Motivo, ritiro.Dati.NumeroAtto));
    }

    private protected override async Task<(RitiraAnnullamento Command, Actor Actor)> SeenNow()
    {
        var affidamento = await Bench.ReadAgain(await Annullato());
        return (Comando(affidamento, affidamento.Version), Bench.Rup);
    }

    /// <summary>An annulled Affidamento takes no acts, so the colleague records a second CIG.</summary>
    private protected override async Task<Actor> ChangedBySecondPerson(RitiraAnnullamento command, Actor first)
    {
        var cig = InventedCodes.Cig('C', 0x777).Valore;
        await Bench.Succeeds(
            new RegistraCigInPiu(command.AffidamentoId, Guid.CreateVersion7(), cig, false, await Bench.Version(command.AffidamentoId)), Secondo);
        return Secondo;
    }

    [Fact]
    public async Task Se_la_capienza_nel_frattempo_e_di_un_altro_e_rifiutato_e_dice_di_quanto_e_che_fare()
    {
        var id = await Annullato(lotto: 2, importo: "8000,00");
        await Bench.Affidamento(StatoAffidamento.CigInRichiesta, lotto: 2, importo: "9000,00");

        var errore = await Bench.Refuses("capienza.ripresa", Comando(await Bench.ReadAgain(id), await Bench.Version(id)));
        Assert.Contains("restano 6.000,00\u00A0€", errore.Message, StringComparison.Ordinal);
        Assert.Contains("mancano 2.000,00\u00A0€", errore.Message, StringComparison.Ordinal);
        Assert.Contains("estensione del massimale", errore.Message, StringComparison.Ordinal);
        Assert.Equal(StatoAffidamento.AffidamentoAnnullato, (await Bench.ReadAgain(id)).Stato);
        Bench.TotaliUgualiAlleSomme();
    }

    [Fact]
    public async Task In_due_sull_ultimo_residuo_ne_passa_uno_solo()
    {
        var annullato = await Annullato(lotto: 2, importo: "8000,00");
        var pronto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "9000,00");
        var (ritiro, avvia) = (
            Comando(await Bench.ReadAgain(annullato), await Bench.Version(annullato)),
            new AvviaRichiestaCig(pronto, await Bench.Version(pronto), DichiarazioneConflitto.VersioneTesto));

        var esiti = await Task.WhenAll(Task.Run(() => Bench.Run(ritiro)), Task.Run(() => Bench.Run(avvia)));

        Assert.Single(esiti, e => e.IsSuccess);
        Assert.StartsWith("capienza.", esiti.Single(e => !e.IsSuccess).Errors[0].Code, StringComparison.Ordinal);
        Bench.TotaliUgualiAlleSomme();
    }

    [Fact]
    public async Task Senza_motivo_e_senza_atto_non_si_registra()
    {
        var id = await Annullato();
        var comando = Comando(await Bench.ReadAgain(id), await Bench.Version(id)) with { Form = new RipresaForm { Data = "25/11/2027" } };
        var esito = await Bench.Run(comando);
        Assert.Equal(["Motivo", "Numero"], esito.Errors.Select(e => e.Field));
        var domani = Comando(await Bench.ReadAgain(id), await Bench.Version(id));
        domani.Form.Data = "25/11/2026";
        Assert.Equal("Data", (await Bench.Refuses("atto.data-futura", domani)).Field);
    }

    [Fact]
    public async Task Dopo_il_ritiro_un_secondo_annullamento_non_si_puo()
    {
        var id = await Annullato();
        await Bench.Succeeds(Comando(await Bench.ReadAgain(id), await Bench.Version(id)));
        var a = await Bench.ReadAgain(id);
        await Bench.Refuses("operazione.gia-fatta", new AvviaAnnullamento(id, Guid.CreateVersion7(), a.Aggiudicazioni[0].Id, a.Version));
    }

    [Theory]
    [InlineData(4999, null, true)]
    [InlineData(5000, null, false)]
    [InlineData(5000, 4999, true)]
    public async Task Una_CM1_sotto_cinquemila_euro_e_incerta(int importo, int? corretto, bool incerta)
    {
        var a = await Bench.ReadAgain(await Bench.Affidamento(StatoAffidamento.CigAcquisito, importo: $"{importo},00"));
        Assert.Equal(incerta, Affidamento.ModificaIncerta(a.Aggiudicazioni[0], corretto is { } euro ? Importo.DaEuro(euro) : null));
    }

    private async Task<Guid> Annullato(int lotto = 0, string importo = "1000,00")
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto, importo);
        await Accetta(id, await Annullamento(id));
        return id;
    }

    private static RitiraAnnullamento With(Affidamento affidamento, int version) => new(
        affidamento.Id, Guid.CreateVersion7(), affidamento.Aggiudicazioni[0].Id,
        new RipresaForm { Motivo = "Annullato per sbaglio", Numero = "7", Data = "24/11/2026" }, version);
}
