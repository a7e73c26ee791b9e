using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Ad4;

public sealed class NuovoAffidamentoTests : CommandContract<NuovoAffidamento>
{
    private const int LottoConConfronto = 4;
    private const int LottoDiBandoSuccessivo = 3;

    private NuovoAffidamento Comando(int lotto, string? motivo = null, Guid? id = null) =>
        new(id ?? Guid.CreateVersion7(), Bench.Catalogo.Lotti[lotto].Id, Bench.Rup.PersonaId, Bench.Catalogo.Lotti[lotto].Fornitori[0].IdPartecipante, motivo);

    public override async Task Fa_cio_che_dice()
    {
        var comando = Comando(0);
        await Bench.Succeeds(comando);

        var nuovo = await Bench.ReadAgain(comando.Id);
        Assert.Equal(StatoAffidamento.InLavorazione, nuovo.Stato);
        Assert.Equal("CH-2026-00001", nuovo.Numero.ToString());
        Assert.Equal(Bench.Catalogo.Lotti[0].CigPadre.Valore, nuovo.Bozza.Testo(PercorsoAd4.CigPadre));
        Assert.StartsWith("CH-2026-00001 – ", nuovo.TitoloDocumento, StringComparison.Ordinal);
        var mancanti = ControlliAffidamento.Segnalazioni(nuovo.Bozza, await Bench.Context(nuovo.Id));
        Assert.Equal(
            [PercorsoAd4.DataAdesione, "impServizi", "afferenteInvestimentiPNRR", "finanziamenti/0/tipoFinanziamento"],
            new[] { PercorsoAd4.DataAdesione, "impServizi", "afferenteInvestimentiPNRR", "finanziamenti/0/tipoFinanziamento" }
                .Where(atteso => mancanti.Any(m => m.Percorso.EndsWith(atteso, StringComparison.Ordinal))));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", Comando(0), Bench.Auditor);
        await Bench.Refuses("accesso.negato", Comando(0), Bench.ActorOf("amministratore"));
        await Bench.Refuses("affidamento.rup-mancante", Comando(0), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("ad4.confronto-competitivo", Comando(LottoConConfronto));
        await Bench.Refuses("ad4.bando-successivo", Comando(LottoDiBandoSuccessivo));
        await Bench.Succeeds(Comando(LottoDiBandoSuccessivo, "Confermato dal Soggetto Aggregatore"));
    }

    [Fact]
    public async Task Lo_stesso_comando_due_volte_e_rifiutato()
    {
        var comando = Comando(0);
        await Bench.Succeeds(comando);
        await Bench.Refuses("affidamento.esiste-gia", comando);
    }

    [Fact]
    public async Task Le_risposte_abituali_dell_Ente_vengono_dal_suo_ultimo_affidamento()
    {
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var secondo = Comando(1);
        await Bench.Succeeds(secondo);
        Assert.Equal("A", (await Bench.ReadAgain(secondo.Id)).Bozza.Testo(PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/tipoFinanziamento")));
    }
}

public sealed class CopiaAffidamentoTests : CommandContract<CopiaAffidamento>
{
    public override async Task Fa_cio_che_dice()
    {
        var originale = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        var comando = new CopiaAffidamento(originale, Guid.CreateVersion7());
        await Bench.Succeeds(comando);

        var copia = await Bench.ReadAgain(comando.NuovoId);
        Assert.Equal(StatoAffidamento.InLavorazione, copia.Stato);
        Assert.Null(copia.Aggiudicazioni[0].CigDerivato);
        Assert.Null(copia.Bozza.Testo(PercorsoAd4.DataAdesione));
        Assert.Equal("1.000,00", copia.Bozza.Testo(PercorsoAd4.QuadroEconomico(0, "impServizi")));
        Assert.StartsWith("CH-2026-00002", copia.TitoloDocumento, StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var originale = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("accesso.negato", new CopiaAffidamento(originale, Guid.CreateVersion7()), Bench.ActorOf("responsabile"));
        await Bench.Refuses("dati.non-trovato", new CopiaAffidamento(originale, Guid.CreateVersion7()), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        await Bench.Refuses("dati.non-trovato", new CopiaAffidamento(Guid.CreateVersion7(), Guid.CreateVersion7()));

    [Fact]
    public async Task Lo_stesso_comando_due_volte_e_rifiutato()
    {
        var comando = new CopiaAffidamento(await Bench.Affidamento(StatoAffidamento.InLavorazione), Guid.CreateVersion7());
        await Bench.Succeeds(comando);
        await Bench.Refuses("affidamento.esiste-gia", comando);
    }
}

public sealed class SalvaBozzaTests : CommandContract<SalvaBozza>
{
    private static readonly string Importo = PercorsoAd4.QuadroEconomico(0, "impServizi");

    private static SalvaBozza Comando(Guid id, string percorso, string? testo, string? visto) => new(id, [new ModificaCampo(percorso, testo, visto)]);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(Comando(id, Importo, "1500", null));

        var riletto = await Bench.ReadAgain(id);
        Assert.Equal("1.500,00", riletto.Bozza.Testo(Importo));
        Assert.Equal(150_000, riletto.Importo.Centesimi);
        Assert.Equal("1.500,00", riletto.Bozza.Testo(PercorsoAd4.Aggiudicazione(0, "partecipanti/0/importo")));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("accesso.negato", Comando(id, Importo, "1", null), Bench.Auditor);
        await Bench.Refuses("dati.non-trovato", Comando(id, Importo, "1", null), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("affidamento.stato", Comando(id, Importo, "2", "1.000,00"));
    }

    /// <summary>
    /// A save of single fields must conflict only when the same field has changed in between, and the refusal must name the person who
    /// changed it. Such a save carries no version of the Affidamento.
    /// </summary>
    [Fact]
    public async Task Lo_stesso_campo_cambiato_nel_frattempo_e_un_conflitto_che_dice_di_chi()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(Comando(id, Importo, "1500", null), Bench.ActorOf("istruttore.tivoli"));

        var conflitto = await Bench.Refuses(SalvaBozza.Conflitto, Comando(id, Importo, "1600", null));

        Assert.Equal(Importo, conflitto.Field);
        Assert.Contains("Livia Serrani", conflitto.Message, StringComparison.Ordinal);
        Assert.Equal("1.500,00", (await Bench.ReadAgain(id)).Bozza.Testo(Importo));
    }

    [Fact]
    public async Task Due_persone_possono_compilare_parti_diverse()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(Comando(id, Importo, "1500", null), Bench.ActorOf("istruttore.tivoli"));
        await Bench.Succeeds(Comando(id, PercorsoAd4.DataAdesione, "24/11/2026", null));
        Assert.Equal("1.500,00", (await Bench.ReadAgain(id)).Bozza.Testo(Importo));
    }

    [Fact]
    public async Task Cio_che_non_si_legge_resta_come_scritto_e_conta_come_errato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        await Bench.Succeeds(Comando(id, Importo, "12,3a", "1.000,00"));

        Assert.Equal("12,3a", (await Bench.ReadAgain(id)).Bozza.Testo(Importo));
        var errore = (await Bench.Run(new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto))).Errors;
        Assert.Contains(errore, e => e.Field == Importo);
    }
}

public sealed class SegnaProntoTests : VersionedCommandContract<SegnaPronto>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        await Bench.Succeeds(new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        Assert.Equal(StatoAffidamento.ProntoPerIlPortale, (await Bench.ReadAgain(id)).Stato);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("accesso.negato", new SegnaPronto(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.ActorOf("responsabile"));
        await Bench.Refuses("dati.non-trovato", new SegnaPronto(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var incompleta = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var esito = await Bench.Run(new SegnaPronto(incompleta, await Bench.Version(incompleta), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        Assert.Contains(esito.Errors, e => e.Field == PercorsoAd4.DataAdesione);

        var pronta = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("affidamento.stato", new SegnaPronto(pronta, await Bench.Version(pronta), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
    }

    private protected override async Task<(SegnaPronto Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        return (new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.Rup);
    }

    [Fact]
    public async Task Un_avviso_si_supera_con_un_motivo_che_resta_nel_registro()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        var fonte = PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/importo");
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(fonte, "1,00", (await Bench.ReadAgain(id)).Bozza.Testo(fonte))]));
        await Bench.Refuses(Affidamento.CodiceSenzaMotivo, new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));

        var motivi = new Dictionary<string, string> { [$"ad4.finanziamenti-non-tornano {fonte}"] = "Il resto viene da un mutuo in corso di stipula." };
        var ricevuta = await Bench.Succeeds(new SegnaPronto(id, await Bench.Version(id), motivi, Dichiarazione: DichiarazioneConflitto.VersioneTesto));

        var testo = System.Text.Encoding.UTF8.GetString((await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Byte);
        Assert.Contains("ad4.finanziamenti-non-tornano", testo, StringComparison.Ordinal);
        Assert.Contains("Il resto viene da un mutuo in corso di stipula.", testo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fuori_dalla_finestra_di_adesione_non_e_pronto()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.DataAdesione, "01/01/2020", "24/11/2026")]));
        await Bench.Refuses("convenzione.fuori-finestra", new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
    }
}

public sealed class RiportaInLavorazioneTests : VersionedCommandContract<RiportaInLavorazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(new RiportaInLavorazione(id, await Bench.Version(id)));
        Assert.Equal(StatoAffidamento.InLavorazione, (await Bench.ReadAgain(id)).Stato);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("accesso.negato", new RiportaInLavorazione(id, 1), Bench.Auditor);
        await Bench.Refuses("dati.non-trovato", new RiportaInLavorazione(id, 1), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Refuses("affidamento.stato", new RiportaInLavorazione(id, await Bench.Version(id)));
    }

    private protected override async Task<(RiportaInLavorazione Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        return (new RiportaInLavorazione(id, await Bench.Version(id)), Bench.Rup);
    }
}

public sealed class AssegnaAMeTests : VersionedCommandContract<AssegnaAMe>
{
    private Actor Collega => Bench.ActorOf("rup2.tivoli", Ruolo.Rup);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(new AssegnaAMe(id, await Bench.Version(id)), Collega);
        Assert.Equal(Collega.PersonaId, (await Bench.ReadAgain(id)).RupId);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("accesso.negato", new AssegnaAMe(id, 1), Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("dati.non-trovato", new AssegnaAMe(id, 1), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Refuses("affidamento.stato", new AssegnaAMe(id, await Bench.Version(id)), Collega);
    }

    private protected override async Task<(AssegnaAMe Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        return (new AssegnaAMe(id, await Bench.Version(id)), Collega);
    }
}

public sealed class EliminaAffidamentoTests : VersionedCommandContract<EliminaAffidamento>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new EliminaAffidamento(id, await Bench.Version(id)));
        Assert.Equal(StatoAffidamento.Eliminato, (await Bench.ReadAgain(id)).Stato);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("accesso.negato", new EliminaAffidamento(id, 1), Bench.ActorOf("amministratore"));
        await Bench.Refuses("dati.non-trovato", new EliminaAffidamento(id, 1), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Refuses("affidamento.stato", new EliminaAffidamento(id, await Bench.Version(id)));
    }

    private protected override async Task<(EliminaAffidamento Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        return (new EliminaAffidamento(id, await Bench.Version(id)), Bench.Rup);
    }
}
