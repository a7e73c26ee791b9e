using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;

namespace CigHub.Tests.Features.Affidamenti.Fascicolo;

/// <summary>Checks the cronologia of an Affidamento, which tells its events in the words of the office.</summary>
public sealed class CronologiaTests : WithBench
{
    [Fact]
    public async Task Una_storia_intera_si_legge_in_parole_la_piu_recente_per_prima()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito, importo: "12500,50", cig: 0x61107E);
        var atto = Guid.CreateVersion7();
        await Bench.Succeeds(new AggiungiAtto(id, atto, SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto()));
        await Bench.Succeeds(new ModificaFascicolo(id, new FascicoloForm { AliquotaIva = "10", Impegno = "7/2026" }, await Bench.Version(id)));
        await Bench.Succeeds(new ModificaFascicolo(id, new FascicoloForm { AliquotaIva = "22", ContrattoDal = "1/12/2026" }, await Bench.Version(id)));
        await Bench.Succeeds(new RegistraDatiPortale(id, new DatiPortaleForm { Stato = "Inviato", DataInvio = "24/11/2026" }, await Bench.Version(id)));
        await Bench.Succeeds(new ApriAllegato(id, atto), Bench.Auditor);
        await Bench.Succeeds(new RimuoviAtto(id, atto, await Bench.Version(id)));

        var voci = (await Read(id)).Voci;

        Assert.Equal(
            [
                "ha tolto l'atto «Determina di adesione» n. 12 del 20/11/2026, con il file conferma.pdf",
                "ha scaricato il file di «Determina di adesione»",
                "ha registrato i dati del portale",
                "ha modificato i dati contabili e del contratto",
                "ha modificato i dati contabili e del contratto",
                "ha aggiunto l'atto «Determina di adesione» n. 12 del 20/11/2026, con il file conferma.pdf",
                $"ha registrato il CIG Derivato {InventedCodes.Cig('B', 0x61107E)}",
                "ha riletto sul portale CIG Padre, CUP, importo e fornitore",
                $"ha avviato la richiesta del CIG, con 12.500,50\u00A0€ in corso di adesione "
                    + $"sul Lotto {Bench.Catalogo.Lotti[0].Numero} – {Bench.Catalogo.Lotti[0].Oggetto}",
                "ha dichiarato la scheda pronta per il portale",
                "ha modificato 9 campi",
                "ha creato l'affidamento",
            ],
            voci.Select(v => v.Frase));
        Assert.Equal(("Pietro Valcerca", "Auditor"), (voci[1].Chi, voci[1].Ruolo));
        Assert.Equal(["Data Invio: 24/11/2026", "Stato sul portale: «Inviato»"], voci[2].Dettagli);
        Assert.Equal(["Aliquota IVA: 22\u00A0% (era 10\u00A0%)", "Impegno: tolto (era «7/2026»)", "Primo giorno del contratto: 01/12/2026"], voci[3].Dettagli);
        Assert.Equal("24/11/2026 10:00", voci[0].Quando);
    }

    [Fact]
    public async Task I_salvataggi_di_seguito_di_una_persona_sono_una_cosa_sola()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Scrive(id, "impLavori", "istruttore.tivoli", minuti: 12);
        await Scrive(id, "impServizi", "istruttore.tivoli", minuti: 9);
        await Scrive(id, "impServizi", "istruttore.tivoli", minuti: 10);
        await Scrive(id, "impForniture", "rup.tivoli", minuti: 1);
        await Scrive(id, "impProgettazione", "rup.tivoli", minuti: 45);

        var voci = (await Read(id)).Voci;

        Assert.Equal(["Aldo Ferrantini", "Aldo Ferrantini", "Livia Serrani", "Aldo Ferrantini"], voci.Select(v => v.Chi));
        Assert.Equal(("ha modificato 4 campi", "24/11/2026 10:12–10:31"), (voci[2].Frase, voci[2].Quando));
        Assert.Equal("ha modificato 3 campi", voci[0].Frase);
    }

    [Fact]
    public async Task Il_rifiuto_porta_le_parole_del_portale_e_i_tentativi_negati_non_si_vedono()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Refuses("dati.non-trovato", new SegnaPronto(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.RupOfAnotherEnte);
        await Bench.Succeeds(new RegistraRifiuto(id, "ERR98: CIG Accordo Quadro non valido", await Bench.Version(id)));
        var voci = (await Read(id)).Voci;
        Assert.Equal(["«ERR98: CIG Accordo Quadro non valido»"], voci[0].Dettagli);
        Assert.DoesNotContain("Dario", string.Join(' ', voci.Select(v => v.Chi)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Si_legge_un_poco_per_volta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Assert.Equal((3, true), ((await Read(id, 3)).Voci.Count, (await Read(id, 3)).CeNeSonoAltre));
        Assert.False((await Read(id)).CeNeSonoAltre);
    }

    [Fact]
    public async Task Di_un_altro_Ente_o_inesistente_la_stessa_risposta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var altrui = await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Bench.RupOfAnotherEnte, q => q.Run(id, 100));
        var inesistente = await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Bench.Rup, q => q.Run(Guid.CreateVersion7(), 100));
        Assert.Equal(Assert.Single(inesistente.Errors), Assert.Single(altrui.Errors));
    }

    private async Task Scrive(Guid id, string voce, string chi, int minuti)
    {
        Bench.Clock.Advance(TimeSpan.FromMinutes(minuti));
        var percorso = PercorsoAd4.QuadroEconomico(0, voce);
        var prima = (await Bench.ReadAgain(id)).Bozza.Testo(percorso);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(percorso, $"{minuti}00", prima)]), Bench.ActorOf(chi));
    }

    private async Task<Cronologia> Read(Guid id, int quanti = CronologiaAffidamento.Passo) =>
        (await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Bench.Rup, q => q.Run(id, quanti))).Value;
}
