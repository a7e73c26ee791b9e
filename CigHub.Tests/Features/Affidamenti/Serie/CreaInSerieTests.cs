using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Serie;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Affidamenti.Serie;

public sealed class CreaInSerieTests : CommandContract<CreaInSerie>
{
    private static readonly string _sha = new('a', 64);

    public override async Task Fa_cio_che_dice()
    {
        var comando = await Comando(3);
        await Bench.Succeeds(comando);
        Assert.Equal(3, await Quanti());
        var bozza = (await Bench.ReadAgain(comando.Righe[1].Id)).Bozza;
        Assert.Equal(("Adesione numero 1", "02/03/2026"), (bozza.Testo(PercorsoAd4.Oggetto), bozza.Testo(PercorsoAd4.DataAdesione)));
        Assert.Equal("1.000,50", bozza.Testo(PercorsoAd4.QuadroEconomico(0, "impServizi")));
        Assert.Equal([Azioni.SerieCreata, Azioni.AffidamentoCreato, Azioni.AffidamentoCreato, Azioni.AffidamentoCreato],
            await Bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).Take(4).OrderBy(e => e.Seq).Select(e => e.Azione).ToListAsync()));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando(2);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("responsabile"));
        var conRup = comando with { Righe = [.. comando.Righe.Select(r => With(r, ColonneDelFoglioSerie.Rup, "rup.tivoli"))] };
        await Bench.Refuses("serie.rup-sconosciuto", conRup, Bench.RupOfAnotherEnte);
        await Bench.Succeeds(comando, Bench.RupOfAnotherEnte);
        var altro = Bench.RupOfAnotherEnte.EnteId;
        Assert.All(await Bench.Query(db => db.Affidamenti.Select(a => a.EnteId).ToListAsync()), ente => Assert.Equal(altro, ente));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = await Comando(3);
        var errore = await Bench.Refuses(
            "data.formato", comando with { Righe = [comando.Righe[0], With(comando.Righe[1], "Data di adesione", "ieri"), comando.Righe[2]] });
        Assert.Equal("Righe[1].Data di adesione", errore.Field);
        await Bench.Refuses("foglio.senza-righe", comando with { Righe = [] });
        await Bench.Refuses("foglio.troppe-righe", comando with { Righe = [.. Enumerable.Repeat(comando.Righe[0], 501)] });
        await Bench.Refuses("dati.non-trovato", comando with { ConvenzioneId = Guid.CreateVersion7() });
        await Bench.Refuses("ad4.confronto-competitivo", await Comando(1, convenzione: 3));
        var successivo = await Comando(1, convenzione: 2);
        await Bench.Refuses("ad4.bando-successivo",
            successivo with
            {
                Righe =
                [With(successivo.Righe[0], ColonneDelFoglioSerie.Fornitore, Bench.Catalogo.Lotti[3].Fornitori[0].CodiceFiscale.Valore)]
            });
        Assert.Equal(0, await Quanti());
    }

    [Fact]
    public async Task Lo_stesso_comando_due_volte_e_rifiutato()
    {
        var comando = await Comando(2);
        await Bench.Succeeds(comando);
        await Bench.Refuses("affidamento.esiste-gia", comando);
        Assert.Equal(2, await Quanti());
    }

    [Fact]
    public async Task Una_Convenzione_chiusa_nel_frattempo_non_ne_crea_nessuno()
    {
        var convenzione = Bench.Catalogo.Convenzioni[0];
        var comando = await Comando(2);
        await Bench.Succeeds(new ChiudiConvenzione(convenzione.Id, convenzione.Version), Bench.ActorOf("amministratore"));
        await Bench.Refuses("convenzione.chiusa", comando);
        Assert.Equal(0, await Quanti());
    }

    [Fact]
    public async Task Si_sente_quanto_manca_e_interrompere_non_lascia_nulla()
    {
        var comando = await Comando(40);
        using var interrompi = new CancellationTokenSource();
        var sentiti = new List<int>();
        using (Bench.Services.GetRequiredService<SerieProgress>().Follow(comando.Id, new Listener(n =>
        {
            sentiti.Add(n);
            if (n == 20)
            {
                interrompi.Cancel();
            }
        })))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Bench.Runner.Run(comando, Bench.Rup, interrompi.Token));
        }

        Assert.Equal(Enumerable.Range(1, 20), sentiti);
        Assert.Equal(0, await Quanti());
        Assert.Equal(0, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.AffidamentoCreato)));
        await Bench.Succeeds(comando);
        Assert.Equal(40, await Quanti());
    }

    [Fact]
    public async Task Il_motivo_vale_per_tutte_e_il_fornitore_si_sceglie_dove_sono_piu_d_uno()
    {
        var comando = await Comando(2, convenzione: 2) with { MotivoBandoSuccessivo = "Confermato con nota prot. 12" };
        await Bench.Refuses("serie.fornitore-mancante", comando);
        var fornitore = Bench.Catalogo.Lotti[3].Fornitori[1];
        await Bench.Succeeds(comando with { Righe = [.. comando.Righe.Select(r => With(r, ColonneDelFoglioSerie.Fornitore, fornitore.CodiceFiscale.Valore))] });
        var fatto = await Bench.ReadAgain(comando.Righe[0].Id);
        Assert.Equal((fornitore.Denominazione, "Confermato con nota prot. 12"), (fatto.DenominazioneOe, fatto.MotivoBandoSuccessivo));
    }

    [Fact]
    public async Task Piu_CUP_in_una_cella_diventano_righe_della_scheda_e_i_doppi_si_dicono()
    {
        var comando = await Comando(1);
        var conCup = With(With(comando.Righe[0], "È prevista l'acquisizione del CUP", "Sì"), "CUP", "F81B26000010006; f81b26000020006\nF81B26000010006");
        await Bench.Succeeds(comando with { Righe = [conCup] });
        var bozza = (await Bench.ReadAgain(conCup.Id)).Bozza;
        Assert.Equal(["F81B26000010006", "F81B26000020006"], bozza.Scheda.AnacForm!.Aggiudicazioni![0].CupLotto);

        var esito = ControlloSerie.Controlla([conCup], new(2026, 900), await SampleSerie.Context(Bench));
        Assert.Equal(["serie.cup-ripetuto"], esito[0].Avvisi.Select(a => a.Code));
        Assert.Empty(esito[0].Errori);
    }

    private static RigaSerie With(RigaSerie riga, string colonna, string testo) =>
        riga with { Celle = new Dictionary<string, CellaSerie>(riga.Celle) { [colonna] = new(testo) } };

    private async Task<CreaInSerie> Comando(int righe, int convenzione = 0)
    {
        var contesto = await SampleSerie.Context(Bench, convenzione);
        var fatte = Enumerable.Range(0, righe).Select(i => new RigaSerie(Guid.CreateVersion7(), i + 2, new Dictionary<string, CellaSerie>
        {
            [ColonneDelFoglioSerie.Lotto] = new(contesto.Lotti[0].CigPadre.Valore),
            ["Oggetto"] = new($"Adesione numero {i}"),
            ["Data di adesione"] = new($"{i + 1:00}/03/2026", TipoCella.Data),
            ["Servizi"] = new("1000,5", TipoCella.Numero),
        }));
        return new CreaInSerie(Guid.CreateVersion7(), contesto.Convenzione.Id, [.. fatte.Select(r => r with
        {
            Celle = r.Numero < 30 ? r.Celle : new Dictionary<string, CellaSerie>(r.Celle.Where(c => c.Key != "Data di adesione"))
        })], _sha, null);
    }

    private Task<int> Quanti() => Bench.Query(db => db.Affidamenti.CountAsync());

    private sealed class Listener(Action<int> sente) : IProgress<int>
    {
        public void Report(int value) => sente(value);
    }
}
