using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Affidamenti.Elenco;

/// <summary>Checks what a text finds in the list of Affidamenti, and that searching and counting stop at their limits.</summary>
public sealed class RicercaTests : WithBench
{
    [Fact]
    public async Task Una_parola_si_trova_dall_inizio_in_qualunque_ordine_e_con_ogni_accento()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var titolo = PercorsoAd4.TitoloDocumento;
        var era = (await Bench.ReadAgain(id)).Bozza.Testo(titolo);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(titolo, "Caffè O'Brien 4x4: qualità & gusto", era)]));
        string[] trovano = ["caffe", "CAFFÈ", "qual caf", "gusto 4x", "o brien", "o'bri", "caf 4 g", "\"caffè\"", "caffè*", "caffe and gusto or near -"];
        foreach (var testo in trovano[..^1])
        {
            Assert.Equal([id], await Trovati(Bench.Rup, testo));
        }

        string[] nonTrovano = ["affe", "rien", "caffes", trovano[^1], "x4 caf"];
        foreach (var testo in nonTrovano)
        {
            Assert.Empty(await Trovati(Bench.Rup, testo));
        }

        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(titolo, "Tisane", "Caffè O'Brien 4x4: qualità & gusto")]));
        Assert.Empty(await Trovati(Bench.Rup, "caffe"));
        Assert.Equal([id], await Trovati(Bench.Rup, "tisane"));
    }

    [Fact]
    public async Task Chi_cambia_RUP_si_trova_sotto_il_nuovo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup2.tivoli");
        var marta = Bench.Catalogo.Persone.Single(p => p.NomeUtente == "rup2.tivoli");
        Assert.Equal([id], await Trovati(Bench.Rup, marta.Cognome));
        await Bench.Succeeds(new AssegnaAMe(id, await Bench.Version(id)));
        Assert.Empty(await Trovati(Bench.Rup, marta.Cognome));
    }

    [Fact]
    public async Task Con_meno_di_tre_lettere_non_si_cerca_e_lo_si_dice()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        Assert.Empty(await Trovati(Bench.Rup, "ti"));
        Assert.NotEmpty(await Trovati(Bench.Rup, "tiv"));
        Assert.Contains("almeno 3", AffidamentiFilterSet.Tutti.Refusal(new AffidamentiFilter(Testo: "t i")), StringComparison.Ordinal);
        Assert.Null(AffidamentiFilterSet.Tutti.Refusal(new AffidamentiFilter(Testo: "ti v")));
    }

    /// <summary>A search and a count stop at their limits. The rows are copies of one, made by SQL.</summary>
    [Fact]
    public async Task La_ricerca_prende_i_piu_recenti_e_il_conto_si_ferma_e_lo_dicono()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        Bench.Copies(AffidamentiSearch.MaxTrovati);
        var trovati = await Search(new(Testo: "tivoli"));
        Assert.Equal((AffidamentiSearch.MaxTrovati, false), (trovati.Totale, trovati.SoloRecenti));
        Assert.Equal("1.000 affidamenti", trovati.Parole);

        Bench.Copies(AffidamentiSearch.MaxTrovati + 1);
        trovati = await Search(new(Testo: "tivoli"));
        Assert.Equal((AffidamentiSearch.MaxTrovati, true), (trovati.Totale, trovati.SoloRecenti));
        Assert.Contains("1.000 più recenti", trovati.Parole, StringComparison.Ordinal);
        Assert.Equal(1, Bench.Ask<int>("""SELECT min("Progressivo") FROM "Affidamenti" """));
        Assert.DoesNotContain(Guid.Parse(Bench.Ask<string>("""SELECT "Id" FROM "Affidamenti" WHERE "Progressivo" = 1""")), await Trovati(Bench.Rup, "tivoli"));

        Bench.Copies(CappedCount.Most);
        Assert.Equal("10.000 affidamenti", (await Search(AffidamentiFilter.Tutti)).Parole);
        Assert.Equal("10.000", CappedCount.Number(await Group()));
        Bench.Copies(CappedCount.Most + 1);
        Assert.Equal("Più di 10.000 affidamenti: restringi i filtri per vederli tutti", (await Search(AffidamentiFilter.Tutti)).Parole);
        Assert.Equal("più di 10.000", CappedCount.Number(await Group()));
        Assert.Equal(400, CappedCount.Pages(CappedCount.Most + 1, 25));

        async Task<int> Group() =>
            (await Bench.Reader.Read<ListaDiLavoro, GruppoDiLavoro>(Bench.Rup, async q => await q.One(Attesa.InLavorazione, Bench.Rup))).Value.Totale;
    }

    [Fact]
    public async Task Anche_chi_vede_tutti_gli_Enti_trova_un_testo_nel_mezzo_di_una_colonna()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 2, importo: "10,00");
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup.velletri");
        var riga = (await Search(new(Stato: StatoAffidamento.CigAcquisito))).Righe.Single();
        var responsabile = Bench.ActorOf("responsabile");
        AffidamentiFilter[] trovano = [new(Titolo: "arta in"), new(Titolo: "ARTA IN"), new(CigDerivato: riga.CigDerivati[2..6]), new(Oe: "lto sangr")];
        foreach (var filtro in trovano)
        {
            Assert.Equal([id], (await Search(filtro, responsabile)).Righe.Select(r => r.Id));
            Assert.Equal([id], (await Search(filtro)).Righe.Select(r => r.Id));
        }

        AffidamentiFilter[] nonTrovano = [new(Titolo: "%"), new(Titolo: "\"in\""), new(Oe: "zz*"), new(CigDerivato: "___"), new(Registro: "ab")];
        foreach (var filtro in nonTrovano)
        {
            Assert.Empty((await Search(filtro, responsabile)).Righe);
            Assert.Empty((await Search(filtro)).Righe);
        }
    }

    private async Task<IEnumerable<Guid>> Trovati(Actor chi, string testo) => (await Search(new(Testo: testo), chi)).Righe.Select(r => r.Id);

    private async Task<FoundAffidamenti> Search(AffidamentiFilter filtro, Actor? chi = null)
    {
        var actor = chi ?? Bench.Rup;
        return (await Bench.Reader.Read<ListaAffidamenti, FoundAffidamenti>(actor, async q => await q.Run(filtro, actor.PersonaId, 1, 50))).Value;
    }
}
