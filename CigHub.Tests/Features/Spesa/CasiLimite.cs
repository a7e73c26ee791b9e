using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Convenzioni;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Spesa;

/// <summary>
/// Makes the edge cases of the spending, each by the commands that people use, one method a case. The clock goes on between them, so that a fact is
/// recorded on another day than that of its adhesion.
/// </summary>
internal sealed class CasiLimite(TestBench bench)
{
    private const int Pulizie = 0, Raggruppamento = 1, QuasiPieno = 2, DueFornitori = 3;

    private int _cig = 0x620000;

    /// <summary>The Convenzione that is open since before the 29th of February 2024, with the Lotti that follow.</summary>
    public Guid Lunga { get; private set; }

    /// <summary>The Lotto with two suppliers and their quotas.</summary>
    public Guid ConQuote { get; private set; }

    /// <summary>The Lotto whose supplier was succeeded by another one.</summary>
    public Guid ConSuccessione { get; private set; }

    /// <summary>The codice fiscale of the former supplier of <see cref="ConSuccessione"/>.</summary>
    public static string Precedente => SampleCatalogo.CodiceFiscale(95);

    /// <summary>The codice fiscale of the supplier that succeeded.</summary>
    public static string Subentrato => SampleCatalogo.CodiceFiscale(96);

    private Actor Amministratore => SampleCatalogo.Amministratore(bench);

    public async Task Tutti()
    {
        await ConvenzioneLunga();
        await ConfermaTerminata();
        await ConfermaConsumata();
        await ConfermaRifiutata();
        await RichiestaRilasciata();
        UnGiornoDopo();
        await ModificaInSuEInGiu();
        await AnnullataERipresa();
        await AdesioniPregresse();
        UnGiornoDopo();
        await MassimaleEsteso();
        await OltreIlMassimale();
        await PiuAdesioniInUnaScheda();
        await CambiaIlRup();
        UnGiornoDopo();
        await CambiaIlNomeDellEnte();
        await CambiaIlFornitore();
        await IlVentottoNovembre();
        await ChiusaPrimaEProrogata();
        await LottoSenzaMovimenti();
    }

    public async Task ConvenzioneLunga()
    {
        var convenzione = SampleCatalogo.Convenzione();
        (convenzione.Titolo, convenzione.AdesioniDal, convenzione.AdesioniAl) = ("Arredi scolastici – ed. lunga", "1/1/2024", "31/12/2027");
        Lunga = await bench.ConvenzioneCreata(convenzione);
        ConQuote = await Lotto(1, "1.000.000,00", SampleCatalogo.Raggruppamento("60"), SampleCatalogo.Solo("40", 93));
        ConSuccessione = await Lotto(2, "300.000,01", SampleCatalogo.Solo(null, 95));
    }

    /// <summary>CMRC's confirmation ends on its last day, and frees its amount. The Affidamento of another one is still confirmed.</summary>
    public async Task ConfermaTerminata()
    {
        await Conferma(await Pronto(Pulizie, "2000,01"), "2.000,01", "25/11/2026");
        await Conferma(await Pronto(Pulizie, "350,99"), "350,99", "31/12/2027");
        bench.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await bench.Services.GetRequiredService<ConfermeTerminate>().Round(default));
    }

    /// <summary>The request consumes its own confirmation: one that is larger, and one that is smaller.</summary>
    public async Task ConfermaConsumata()
    {
        foreach (var confermato in (string[])["2.500,00", "1.500,00"])
        {
            var id = await Pronto(Pulizie, "2000,03");
            await Conferma(id, confermato, null);
            await Richiesta(id);
        }
    }

    /// <summary>A confirmation that does not fit is refused and takes nothing. One that CMRC denies takes nothing either.</summary>
    public async Task ConfermaRifiutata()
    {
        var id = await Pronto(QuasiPieno, "1000,00");
        await bench.Refuses(
            "capienza.conferma-insufficiente",
            new RegistraRisposta(id, Guid.CreateVersion7(), SampleFiles.Confirm("16.000,00", null), await bench.Version(id)));
        var negata = SampleFiles.Confirm("", null);
        negata.Esito = nameof(TipoAtto.CapienzaNegata);
        await bench.Succeeds(new RegistraRisposta(id, Guid.CreateVersion7(), negata, await bench.Version(id)));
    }

    /// <summary>Requests end without a CIG: one never left, one was refused by the portal; the second one's confirmation comes back.</summary>
    public async Task RichiestaRilasciata()
    {
        var nonInviata = await Pronto(DueFornitori, "7000,07");
        await Richiesta(nonInviata);
        await bench.Succeeds(new SegnaNonInviata(nonInviata, await bench.Version(nonInviata)));
        var rifiutata = await Pronto(DueFornitori, "800,80");
        await Conferma(rifiutata, "800,80", null);
        await Richiesta(rifiutata);
        bench.Clock.Advance(TimeSpan.FromHours(3));
        await bench.Succeeds(new RegistraRifiuto(rifiutata, "ERR98", await bench.Version(rifiutata)));
        await Richiesta(await Pronto(DueFornitori, "41,41"));
    }

    public async Task ModificaInSuEInGiu()
    {
        foreach (var importo in (string[])["1250,25", "900,09"])
        {
            var id = await Acquisito(Pulizie, "1000,00");
            bench.Clock.Advance(TimeSpan.FromDays(1));
            var (a, operazione) = (await bench.ReadAgain(id), Guid.CreateVersion7());
            await bench.Succeeds(new AvviaModifica(id, operazione, a.Aggiudicazioni[0].Id, new ModificaForm { Importo = importo }, a.Version));
            await bench.Succeeds(new AccettaOperazione(id, operazione, await bench.Version(id)));
        }
    }

    /// <summary>Two adhesions are annulled by ANN. The ANN of the second one is taken back.</summary>
    public async Task AnnullataERipresa()
    {
        for (var i = 0; i < 2; i++)
        {
            var id = await Acquisito(Raggruppamento, $"{3000 + i},55");
            bench.Clock.Advance(TimeSpan.FromDays(1));
            var (a, operazione) = (await bench.ReadAgain(id), Guid.CreateVersion7());
            await bench.Succeeds(new AvviaAnnullamento(id, operazione, a.Aggiudicazioni[0].Id, a.Version));
            await bench.Succeeds(new AccettaOperazione(id, operazione, await bench.Version(id)));
            var ritiro = new RipresaForm { Motivo = "Annullato per sbaglio", Numero = "7", Data = "25/11/2026" };
            if (i == 1)
            {
                await bench.Succeeds(new RitiraAnnullamento(id, Guid.CreateVersion7(), a.Aggiudicazioni[0].Id, ritiro, await bench.Version(id)));
            }
        }
    }

    /// <summary>Adhesions before CigHub, on the last day of February of a leap year and around it, by two Enti and two suppliers.</summary>
    public async Task AdesioniPregresse()
    {
        var (uno, altro) = (SampleCatalogo.CodiceFiscale(91), SampleCatalogo.CodiceFiscale(93));
        await Pregressa(ConQuote, "28/02/2024", "100,01", uno);
        await Pregressa(ConQuote, "29/02/2024", "200,02", altro);
        await Pregressa(ConQuote, "01/03/2024", "400,04", uno, bench.RupOfAnotherEnte);
        await Pregressa(ConQuote, "28/02/2025", "800,08", altro, bench.RupOfAnotherEnte);
        await Pregressa(ConQuote, "31/12/2025", "1.600,16", uno);
        await Pregressa(ConQuote, "01/01/2026", "3.200,32", altro);
    }

    public async Task MassimaleEsteso()
    {
        await bench.Succeeds(new VariaMassimale(ConQuote, SampleCatalogo.Atto("150.000,01")), Amministratore);
        await bench.Succeeds(new VariaMassimale(ConSuccessione, SampleCatalogo.Atto("-20.000,00")), Amministratore);
    }

    /// <summary>A fact exceeds the massimale: what is left is negative. A communication of CMRC is corrected afterwards.</summary>
    public async Task OltreIlMassimale()
    {
        await Pregressa(bench.Catalogo.Lotti[QuasiPieno].Id, "01/03/2026", "20.000,00", null, bench.RupOfAnotherEnte);
        await bench.Succeeds(new RegistraAltreAdesioni(bench.Catalogo.Lotti[DueFornitori].Id, SampleCatalogo.Atto("12.345,67")), Amministratore);
        await bench.Succeeds(new RegistraAltreAdesioni(bench.Catalogo.Lotti[DueFornitori].Id, SampleCatalogo.Atto("-345,67")), Amministratore);
    }

    /// <summary>One scheda with two adhesions. The first has its CIG, the second waits for it.</summary>
    public async Task PiuAdesioniInUnaScheda()
    {
        var id = await bench.Affidamento(StatoAffidamento.InLavorazione, Pulizie);
        await bench.Complete(id, Pulizie, "510,10");
        var bozza = (await bench.ReadAgain(id)).Bozza;
        (string Percorso, string Testo)[] importi =
        [
            (PercorsoAd4.QuadroEconomico(1, "impServizi"), "620,20"), (PercorsoAd4.QuadroEconomico(1, "sommeADisposizione"), "0,00"),
        ];
        await bench.Succeeds(new SalvaBozza(
            id, [.. Precompilazione.AltraAdesione(bozza).Concat(importi).Select(r => new ModificaCampo(r.Percorso, r.Testo, bozza.Testo(r.Percorso)))]));
        await bench.Succeeds(new SegnaPronto(id, await bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Richiesta(id);
        await bench.Succeeds(new ConfermaRilettura(id, await bench.Version(id)));
        var a = await bench.ReadAgain(id);
        Assert.Equal(2, a.Aggiudicazioni.Count);
        await bench.Succeeds(new RegistraCigDerivato(id, a.Aggiudicazioni[0].Id, NextCig(), a.Version));
    }

    /// <summary>Another RUP of the same Ente takes over while the CIG is being requested, and records it.</summary>
    public async Task CambiaIlRup()
    {
        var secondo = bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        var (id, operazione) = (await bench.Affidamento(StatoAffidamento.CigInRichiesta, Raggruppamento, "1717,17"), Guid.CreateVersion7());
        var form = new SostituzioneForm { NuovoRupId = secondo.PersonaId.ToString(), Numero = "12/2026", Data = "20/11/2026", Decorrenza = "01/12/2026" };
        await bench.Succeeds(new AvviaSostituzioneRup(id, operazione, form, await bench.Version(id)), secondo);
        await bench.Succeeds(new AccettaOperazione(id, operazione, await bench.Version(id)), secondo);
        await bench.Succeeds(new ConfermaRilettura(id, await bench.Version(id)), secondo);
        var a = await bench.ReadAgain(id);
        await bench.Succeeds(new RegistraCigDerivato(id, a.Aggiudicazioni[0].Id, NextCig(), a.Version), secondo);
    }

    public async Task CambiaIlNomeDellEnte()
    {
        var ente = await bench.RileggiEnte(bench.RupOfAnotherEnte.EnteId!.Value);
        var form = EnteForm.Of(ente);
        form.Denominazione = "Città di Velletri";
        await bench.Succeeds(new SalvaEnte(ente.Id, form, ente.Version), Amministratore);
    }

    /// <summary>A supplier succeeds another one. The adhesions that were made with the former one stay with it.</summary>
    public async Task CambiaIlFornitore()
    {
        await Pregressa(ConSuccessione, "15/05/2025", "5.000,05", null);
        await Pregressa(ConSuccessione, "16/05/2026", "600,06", null, bench.RupOfAnotherEnte);
        var lotto = await bench.Lotto(ConSuccessione);
        var form = LottoForm.Of(lotto);
        form.Aggiudicatari.Clear();
        form.Aggiudicatari.Add(SampleCatalogo.Solo(null, 96));
        await bench.Succeeds(new SalvaLotto(lotto.Id, lotto.ConvenzioneId, form, lotto.Version), Amministratore);
        await Pregressa(ConSuccessione, "20/11/2026", "70,07", null);
    }

    /// <summary>Adhesions on the 27th, 28th and 29th of November, each recorded near midnight in Rome.</summary>
    public async Task IlVentottoNovembre()
    {
        bench.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 4, 22, 59, 0, TimeSpan.Zero));
        await Pregressa(ConQuote, "27/11/2025", "11,11", SampleCatalogo.CodiceFiscale(91));
        await Pregressa(ConQuote, "28/11/2025", "22,22", SampleCatalogo.CodiceFiscale(91));
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await Pregressa(ConQuote, "29/11/2025", "44,44", SampleCatalogo.CodiceFiscale(93));
        await Pregressa(ConQuote, "28/11/2026", "88,88", SampleCatalogo.CodiceFiscale(93));
    }

    /// <summary>A Convenzione closes before its end while a request is under way, which ends with its CIG. Another one is prolonged without money.</summary>
    public async Task ChiusaPrimaEProrogata()
    {
        var id = await bench.Affidamento(StatoAffidamento.CigInRichiesta, DueFornitori, "9191,91");
        var chiusa = await bench.Convenzione(bench.Catalogo.Lotti[DueFornitori].ConvenzioneId);
        await bench.Succeeds(new ChiudiConvenzione(chiusa.Id, chiusa.Version), Amministratore);
        await bench.Succeeds(new ConfermaRilettura(id, await bench.Version(id)));
        var a = await bench.ReadAgain(id);
        await bench.Succeeds(new RegistraCigDerivato(id, a.Aggiudicazioni[0].Id, NextCig(), a.Version));

        var prorogata = await bench.Convenzione(Lunga);
        var form = ConvenzioneForm.Of(prorogata);
        form.AdesioniAl = "30/06/2028";
        await bench.Succeeds(new SalvaConvenzione(Lunga, form, prorogata.Version), Amministratore);
    }

    /// <summary>A Lotto without adhesions, in a Convenzione that opens only later.</summary>
    public async Task LottoSenzaMovimenti()
    {
        var convenzione = SampleCatalogo.Convenzione();
        (convenzione.Titolo, convenzione.AdesioniDal, convenzione.AdesioniAl) = ("Arredi scolastici – prossima", "1/2/2027", "31/12/2028");
        await bench.LottoCreato(convenzione, SampleCatalogo.Lotto(9));
    }

    /// <summary>Fills a Lotto with many adhesions before CigHub, one every few days since the beginning of 2024.</summary>
    public Task MoltiMovimenti(int quanti) => bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        var lotto = await db.Lotti.SingleAsync(l => l.Id == ConQuote);
        var (convenzione, capienza) = (await db.Convenzioni.SingleAsync(c => c.Id == Lunga), await db.Capienze.SingleAsync(c => c.LottoId == ConQuote));
        Actor[] rup = [bench.Rup, bench.RupOfAnotherEnte];
        for (var i = 0; i < quanti; i++)
        {
            var cig = CigHub.Domain.Codici.Cig.Parse(InventedCodes.Cig('C', 0x100000 + i).Valore, CultureInfo.InvariantCulture);
            var adesione = new AdesionePregressa(
                cig, "Arredi", Importo.DaCentesimi(101 + (i * 37)), new DateOnly(2024, 1, 1).AddDays(i * 1050 / quanti),
                lotto.Fornitori[i % lotto.Fornitori.Count].IdPartecipante);
            var (a, riga) = Affidamento.NuovoPregresso(
                Guid.CreateVersion7(), new NumeroAffidamento(2019, i + 1), rup[i % 2].EnteId!.Value, lotto, convenzione, rup[i % 2].PersonaId,
                rup[i % 2].PersonaId, adesione, capienza, bench.Clock.GetUtcNow().UtcDateTime).Value;
            db.Add(a);
            db.Add(riga);
        }

        return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
    });

    private async Task<Guid> Lotto(int numero, string massimale, params AggiudicatarioForm[] aggiudicatari)
    {
        var (id, modello) = (Guid.CreateVersion7(), SampleCatalogo.Lotto(numero));
        var form = new LottoForm
        {
            Numero = modello.Numero,
            Oggetto = modello.Oggetto,
            CigPadre = modello.CigPadre,
            Massimale = massimale,
            OggettoContratto = modello.OggettoContratto,
            Cpv = modello.Cpv,
            Categoria = modello.Categoria,
            Ccnl = modello.Ccnl,
            Nuts = modello.Nuts,
            DataAggiudicazione = "10/12/2023",
            Aggiudicatari = aggiudicatari,
        };
        await bench.Succeeds(new SalvaLotto(id, Lunga, form, null), Amministratore);
        return id;
    }

    private Task<Guid> Pronto(int lotto, string importo) => bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto, importo);

    private Task<Guid> Acquisito(int lotto, string importo) => bench.Aderito(importo, lotto);

    private async Task Conferma(Guid id, string importo, string? fino) => await bench.Succeeds(
        new RegistraRisposta(id, Guid.CreateVersion7(), SampleFiles.Confirm(importo, fino), await bench.Version(id)));

    private async Task Richiesta(Guid id) => await bench.Succeeds(
        new AvviaRichiestaCig(id, await bench.Version(id), DichiarazioneConflitto.VersioneTesto));

    private async Task Pregressa(Guid lotto, string giorno, string importo, string? fornitore, Actor? chi = null) => await bench.Succeeds(
        new CaricaAdesionePregressa(new PregressaForm
        {
            CigPadre = (await bench.Lotto(lotto)).CigPadre.Valore,
            CigDerivato = NextCig(),
            Oggetto = "Adesione prima di CigHub",
            Importo = importo,
            DataAdesione = giorno,
            Fornitore = fornitore,
        }),
        chi);

    private string NextCig() => InventedCodes.Cig('B', ++_cig).Valore;

    private void UnGiornoDopo() => bench.Clock.Advance(TimeSpan.FromDays(1));
}
