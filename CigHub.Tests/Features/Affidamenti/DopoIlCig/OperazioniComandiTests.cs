using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.DopoIlCig;

/// <summary>
/// The base class of the tests of commands after the CIG: the tests that all of them share, and helpers that begin an operazione.
/// </summary>
public abstract class OperazioneContract<TCommand> : VersionedCommandContract<TCommand>
    where TCommand : ICommand
{
    protected const string CupGiusto = "E11B26000000001";

    private protected Guid Operazione { get; } = Guid.CreateVersion7();

    private protected Actor Secondo => Bench.ActorOf("rup2.tivoli", Ruolo.Rup);

    /// <summary>Says whether the command under test closes an open operazione, so that one must be begun first. Default: true.</summary>
    private protected virtual bool Chiude => true;

    private protected abstract TCommand Comando(Affidamento affidamento, int version);

    private protected abstract Task HaFatto(Affidamento affidamento);

    public override async Task Fa_cio_che_dice()
    {
        var affidamento = await Pronto();
        await Bench.Succeeds(Comando(affidamento, affidamento.Version));
        await HaFatto(await Bench.ReadAgain(affidamento.Id));
        await Bench.RegistroIntegro();
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var affidamento = await Pronto();
        var comando = Comando(affidamento, affidamento.Version);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("responsabile"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
        await Bench.Refuses("affidamento.non-rup", comando, Secondo);
        Assert.Equal(affidamento.Version, await Bench.Version(affidamento.Id));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var affidamento = await Bench.ReadAgain(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale));
        await Bench.Refuses("affidamento.stato", Comando(affidamento, affidamento.Version));
    }

    private protected override async Task<(TCommand Command, Actor Actor)> SeenNow()
    {
        var affidamento = await Pronto();
        return (Comando(affidamento, affidamento.Version), Bench.Rup);
    }

    /// <summary>Creates an Affidamento with its CIG. When the command under test closes an operazione, a CM1 is begun too.</summary>
    private protected async Task<Affidamento> Pronto(string importo = "1000,00", int lotto = 0)
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto, importo);
        if (Chiude)
        {
            await Modifica(id, "900,00", Operazione);
        }

        return await Bench.ReadAgain(id);
    }

    private protected async Task Modifica(Guid id, string importo, Guid? operazione = null, string? cup = null)
    {
        var a = await Bench.ReadAgain(id);
        await Bench.Succeeds(new AvviaModifica(
            id, operazione ?? Guid.CreateVersion7(), a.Aggiudicazioni[0].Id, new ModificaForm { Importo = importo, Cup = cup }, a.Version));
    }

    private protected async Task<Guid> Annullamento(Guid id)
    {
        var (a, operazione) = (await Bench.ReadAgain(id), Guid.CreateVersion7());
        await Bench.Succeeds(new AvviaAnnullamento(id, operazione, a.Aggiudicazioni[0].Id, a.Version));
        return operazione;
    }

    private protected async Task Accetta(Guid id, Guid operazione, Actor? actor = null) =>
        await Bench.Succeeds(new AccettaOperazione(id, operazione, await Bench.Version(id)), actor);

    private protected async Task Contratto(Guid id) => await Bench.Succeeds(new AggiungiAtto(
        id, Guid.CreateVersion7(), new AttoForm { Tipo = nameof(TipoAtto.Contratto), Data = "20/11/2026", Numero = "3" }, await Bench.Version(id)));

    private protected Task<Capienza> Capienza(int lotto = 0)
    {
        var id = Bench.Catalogo.Lotti[lotto].Id;
        return Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == id));
    }
}

public sealed class AvviaModificaTests : OperazioneContract<AvviaModifica>
{
    private protected override bool Chiude => false;

    private protected override AvviaModifica Comando(Affidamento affidamento, int version) => With(affidamento, version, "900,00", CupGiusto);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.ModificaInRichiesta, affidamento.Stato);
        var dati = affidamento.Operazioni.Single().Dati;
        Assert.Equal((Importo.DaEuro(900), Importo.DaEuro(1000), OperazionePortale.ErrataComunicazione),
            (dati.Importo!.Value, dati.ImportoPrima!.Value, dati.Motivo));

        // No amount changes before the portal has accepted.
        Assert.Equal(Importo.DaEuro(1000), affidamento.Importo);
        Assert.Equal(Importo.DaEuro(1000), (await Capienza()).Aderito);
    }

    [Theory]
    [InlineData("0,00", CupGiusto, "modifica.importo", "Importo")]
    [InlineData("mille", CupGiusto, "importo.formato", "Importo")]
    [InlineData("1000,00", "", "modifica.nulla-cambia", "Importo")]
    [InlineData("900,00", "E11B2600000000", "cup.lunghezza", "Cup")]
    [InlineData("900,00", "E11B26000000001\nE11B26000000001", "modifica.cup-ripetuto", "Cup")]
    public async Task Valori_sbagliati_sono_rifiutati_prima_del_portale(string importo, string cup, string codice, string campo)
    {
        var affidamento = await Pronto();
        Assert.Equal(campo, (await Bench.Refuses(codice, With(affidamento, affidamento.Version, importo, cup))).Field);
    }

    [Fact]
    public async Task Dopo_il_contratto_non_e_piu_una_CM1()
    {
        var affidamento = await Pronto();
        await Contratto(affidamento.Id);
        await Bench.Refuses("operazione.dopo-il-contratto", Comando(affidamento, affidamento.Version + 1));
    }

    [Fact]
    public async Task Una_volta_sola_per_ogni_CIG_e_solo_se_il_portale_ha_accettato()
    {
        var id = (await Pronto()).Id;
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var operazione = Guid.CreateVersion7();
            await Modifica(id, "900,00", operazione);
            await Bench.Succeeds(new RifiutaOperazione(id, operazione, "ERR: non ammessa", await Bench.Version(id)));
        }

        var buona = Guid.CreateVersion7();
        await Modifica(id, "900,00", buona);
        await Accetta(id, buona);
        var dopo = await Bench.ReadAgain(id);
        await Bench.Refuses("operazione.gia-fatta", With(dopo, dopo.Version, "800,00", ""));
    }

    [Fact]
    public async Task Finche_e_aperta_la_si_ritrova_nel_cruscotto()
    {
        var id = (await Pronto()).Id;
        Assert.Empty(await NelCruscotto());
        await Modifica(id, "900,00", Operazione);
        Assert.Equal([id], await NelCruscotto());
        await Bench.Succeeds(new AbbandonaOperazione(id, Operazione, await Bench.Version(id)));
        Assert.Empty(await NelCruscotto());
    }

    [Fact]
    public async Task Un_CUP_che_mancava_si_aggiunge()
    {
        var id = (await Pronto()).Id;
        var operazione = Guid.CreateVersion7();
        await Modifica(id, "1000,00", operazione, CupGiusto);
        await Accetta(id, operazione);
        var a = await Bench.ReadAgain(id);
        Assert.Equal([CupGiusto], a.CupDi(a.Aggiudicazioni[0]).Select(c => c.Valore));
    }

    private async Task<IEnumerable<Guid>> NelCruscotto() =>
        (await Bench.Reader.Read<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(Bench.Rup, async q => await q.Run(Bench.Rup, true)))
            .Value.Single(g => g.Attesa == Attesa.OperazioneInCorso).Voci.Select(v => v.Id);

    private AvviaModifica With(Affidamento a, int version, string importo, string cup) =>
        new(a.Id, Operazione, a.Aggiudicazioni[0].Id, new ModificaForm { Importo = importo, Cup = cup }, version);
}

public sealed class AvviaAnnullamentoTests : OperazioneContract<AvviaAnnullamento>
{
    private protected override bool Chiude => false;

    private protected override AvviaAnnullamento Comando(Affidamento affidamento, int version) =>
        new(affidamento.Id, Operazione, affidamento.Aggiudicazioni[0].Id, version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.AnnullamentoInRichiesta, affidamento.Stato);
        Assert.Equal(Importo.DaEuro(1000), (await Capienza()).Aderito);
    }

    [Fact]
    public async Task Dopo_il_contratto_non_si_annulla()
    {
        var affidamento = await Pronto();
        await Contratto(affidamento.Id);
        await Bench.Refuses("operazione.dopo-il-contratto", Comando(affidamento, affidamento.Version + 1));
    }

    [Fact]
    public async Task Un_CIG_che_non_viene_dalla_PCP_non_ha_ne_CM1_ne_ANN()
    {
        var affidamento = await Pronto();
        Bench.Run($"UPDATE \"Aggiudicazioni\" SET \"CigDerivato\" = '1234567CE7' WHERE \"CigDerivato\" = '{affidamento.CigDerivati}'");
        await Bench.Refuses("operazione.non-da-pcp", Comando(affidamento, affidamento.Version));
    }
}

public sealed class AvviaSostituzioneRupTests : OperazioneContract<AvviaSostituzioneRup>
{
    private protected override bool Chiude => false;

    private protected override AvviaSostituzioneRup Comando(Affidamento affidamento, int version) => With(affidamento.Id, version, Secondo.PersonaId);

    private protected override Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.CigAcquisito, affidamento.Stato);
        Assert.Equal(Bench.Rup.PersonaId, affidamento.RupId);
        Assert.Equal(Secondo.PersonaId, affidamento.Operazioni.Single().Dati.NuovoRupId);
        return Task.CompletedTask;
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var affidamento = await Pronto();
        var comando = Comando(affidamento, affidamento.Version);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);

        // The actor is neither the RUP who leaves nor the one who takes over.
        await Bench.Refuses("affidamento.non-rup", With(affidamento.Id, affidamento.Version, Bench.RupOfAnotherEnte.PersonaId), Secondo);
        Assert.Empty((await Bench.ReadAgain(affidamento.Id)).Operazioni);
    }

    [Fact]
    public async Task Chi_subentra_puo_avviarla_anche_a_richiesta_in_corso_e_poi_registra_il_CIG()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(With(id, await Bench.Version(id), Secondo.PersonaId), Secondo);
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(id)).Stato);
        await Accetta(id, Operazione, Secondo);
        Assert.Equal(Secondo.PersonaId, (await Bench.ReadAgain(id)).RupId);
        var a = await Bench.ReadAgain(id);
        var cig = new RegistraCigDerivato(id, a.Aggiudicazioni[0].Id, InventedCodes.Cig('B', 0x123456).Valore, a.Version);
        await Bench.Refuses("affidamento.non-rup", cig);
        await Bench.Succeeds(cig, Secondo);
    }

    [Fact]
    public async Task Il_nuovo_RUP_e_un_altro_RUP_dello_stesso_Ente_e_una_sostituzione_alla_volta()
    {
        var id = (await Pronto()).Id;
        Assert.Equal("NuovoRupId", (await Bench.Refuses("sostituzione.nuovo-rup", With(id, await Bench.Version(id), Bench.Rup.PersonaId))).Field);
        await Bench.Refuses("sostituzione.nuovo-rup", With(id, await Bench.Version(id), Bench.RupOfAnotherEnte.PersonaId));
        await Bench.Succeeds(With(id, await Bench.Version(id), Secondo.PersonaId));
        await Bench.Refuses("operazione.gia-aperta", With(id, await Bench.Version(id), Secondo.PersonaId) with { OperazioneId = Guid.CreateVersion7() });
    }

    [Fact]
    public async Task Se_la_richiesta_finisce_senza_CIG_la_sostituzione_decade()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(With(id, await Bench.Version(id), Secondo.PersonaId));
        await Bench.Succeeds(new SegnaNonInviata(id, await Bench.Version(id)));
        Assert.Equal(StatoOperazione.Abbandonata, (await Bench.ReadAgain(id)).Operazioni.Single().Stato);
    }

    private AvviaSostituzioneRup With(Guid id, int version, Guid nuovo) =>
        new(id, Operazione,
            new SostituzioneForm { NuovoRupId = nuovo.ToString(), Numero = "12/2026", Data = "20/11/2026", Decorrenza = "01/12/2026" }, version);
}

public sealed class AccettaOperazioneTests : OperazioneContract<AccettaOperazione>
{
    private protected override AccettaOperazione Comando(Affidamento affidamento, int version) => new(affidamento.Id, Operazione, version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal((StatoAffidamento.CigAcquisito, Importo.DaEuro(900)), (affidamento.Stato, affidamento.ImportoAppalto));
        Assert.Equal(Importo.DaEuro(900), (await Capienza()).Aderito);
        var riga = await Bench.Query(db => db.Movimenti.SingleAsync(m => m.Tipo == TipoMovimento.Correzione));
        Assert.Equal((Importo.DaEuro(-100), affidamento.CigDerivati), (riga.Importo, riga.Riferimento));
    }

    [Fact]
    public async Task L_annullamento_accettato_libera_l_importo_e_l_evidenza_resta_nel_fascicolo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        var operazione = await Annullamento(id);
        await Bench.Succeeds(new AccettaOperazione(id, operazione, await Bench.Version(id), new ChosenFile("annullato.png", SampleFiles.Png)));
        var capienza = await Capienza();
        Assert.Equal((StatoAffidamento.AffidamentoAnnullato, Importo.Zero), ((await Bench.ReadAgain(id)).Stato, capienza.Aderito));
        Assert.Equal(TipoAtto.Evidenza, (await Bench.Query(db => db.Atti.SingleAsync(a => a.AffidamentoId == id))).Dati.Tipo);
        Assert.Equal(Importo.DaEuro(-1000), (await Bench.Query(db => db.Movimenti.SingleAsync(m => m.Tipo == TipoMovimento.Annullamento))).Importo);
        await Bench.Refuses("affidamento.stato", new AccettaOperazione(id, operazione, await Bench.Version(id)));
    }

    [Fact]
    public async Task Una_correzione_in_su_e_un_fatto_e_cio_che_eccede_e_da_regolarizzare()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 2);
        var residuo = (await Capienza(2)).Residuo;
        await Modifica(id, (residuo + Importo.DaEuro(1001)).ToString(), Operazione);
        await Accetta(id, Operazione);
        var dopo = await Capienza(2);
        Assert.Equal((true, Importo.DaEuro(-1)), (dopo.SforamentoDaRegolarizzare, dopo.Residuo));
    }

    [Fact]
    public async Task La_cronologia_lo_dice_con_parole()
    {
        var affidamento = await Pronto();
        await Accetta(affidamento.Id, Operazione);
        var frasi = (await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Bench.Rup, q => q.Run(affidamento.Id, 100))).Value.Voci;
        Assert.Contains(
            frasi, f => f.Frase == "ha registrato che il portale ha accettato l'operazione «Modifica CUP e/o Importo»: sul Lotto 100,00\u00A0€ in meno");
        Assert.Contains("Importo: 900,00\u00A0€ (era 1.000,00\u00A0€)", frasi.SelectMany(f => f.Dettagli));
    }
}

public sealed class AbbandonaOperazioneTests : OperazioneContract<AbbandonaOperazione>
{
    private protected override AbbandonaOperazione Comando(Affidamento affidamento, int version) => new(affidamento.Id, Operazione, version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal((StatoAffidamento.CigAcquisito, Importo.DaEuro(1000)), (affidamento.Stato, affidamento.Importo));
        Assert.Equal(Importo.DaEuro(1000), (await Capienza()).Aderito);
        await Bench.Refuses("operazione.non-in-corso", Comando(affidamento, affidamento.Version));
    }
}

public sealed class RifiutaOperazioneTests : OperazioneContract<RifiutaOperazione>
{
    private protected override RifiutaOperazione Comando(Affidamento affidamento, int version) =>
        new(affidamento.Id, Operazione, "Operazione non ammessa", version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal((StatoAffidamento.CigAcquisito, Importo.DaEuro(1000)), (affidamento.Stato, affidamento.Importo));
        Assert.Equal((StatoOperazione.Rifiutata, "Operazione non ammessa"), (affidamento.Operazioni[0].Stato, affidamento.Operazioni[0].Dati.Risposta));
        Assert.Equal(Importo.DaEuro(1000), (await Capienza()).Aderito);
    }

    [Fact]
    public async Task Senza_le_parole_del_portale_non_si_registra()
    {
        var affidamento = await Pronto();
        await Bench.Refuses("nota.mancante", Comando(affidamento, affidamento.Version) with { Risposta = " " });
    }
}
