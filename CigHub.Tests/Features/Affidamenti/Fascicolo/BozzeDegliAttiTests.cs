using System.Text.Json;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Fascicolo;

public sealed class ScaricaBozzaDiAttoTests : VersionedCommandContract<ScaricaBozzaDiAtto>
{
    private static readonly string Impronta = new('a', 64);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var versione = await Bench.Version(id);
        await Bench.Succeeds(new ScaricaBozzaDiAtto(id, TipoAtto.OrdinativoDiAdesione, Impronta, versione));
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.BozzaDiAttoScaricata));
        var dati = JsonDocument.Parse(evento.Byte).RootElement.GetProperty("dati");
        Assert.Equal(("OrdinativoDiAdesione", Impronta), (dati.GetProperty("tipo").GetString(), dati.GetProperty("sha256").GetString()));
        Assert.Equal(versione, await Bench.Version(id));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new ScaricaBozzaDiAtto(await Bench.Affidamento(StatoAffidamento.InLavorazione), TipoAtto.DeterminaDiAdesione, Impronta, 1);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("responsabile"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        await Bench.Refuses("dati.non-trovato", new ScaricaBozzaDiAtto(Guid.CreateVersion7(), TipoAtto.DeterminaDiAdesione, Impronta, 1));

    [Fact]
    public async Task Un_altro_tipo_di_atto_o_un_impronta_che_non_lo_e_sono_rifiutati()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("bozza-atto.tipo", new ScaricaBozzaDiAtto(id, TipoAtto.Contratto, Impronta, await Bench.Version(id)));
        await Bench.Refuses("bozza-atto.impronta", new ScaricaBozzaDiAtto(id, TipoAtto.DeterminaDiAdesione, "abc", await Bench.Version(id)));
    }

    private protected override async Task<(ScaricaBozzaDiAtto Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        return (new ScaricaBozzaDiAtto(id, TipoAtto.DeterminaDiAdesione, Impronta, await Bench.Version(id)), Bench.Rup);
    }
}

/// <summary>Reads the .docx files of the draft texts again, with the data that CigHub knows and with the places for what it does not know.</summary>
public sealed class BozzeDegliAttiTests : WithBench
{
    [Fact]
    public async Task Un_affidamento_appena_creato_ha_un_posto_per_ogni_cosa_che_manca()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var details = await Details(id);
        var determina = Paragraphs(DocxWriter.Write(details.Determina));
        Assert.Equal("BOZZA – Determina di adesione", determina[0]);
        Assert.Contains(determina, p => p.Contains($"CIG Padre {details.Lotto.CigPadre}; CIG Derivato in corso di acquisizione", StringComparison.Ordinal));
        Assert.Contains("[norme, regolamenti e atti di bilancio che l'Ente richiama]", determina);
        Assert.Contains(determina, p => p.Contains("per l'importo di [importo al netto dell'IVA]", StringComparison.Ordinal));
        Assert.Contains("[conferma di capienza del Soggetto Aggregatore: importo, data e protocollo];", determina);

        var ordinativo = Paragraphs(DocxWriter.Write(details.Ordinativo));
        Assert.Contains("CIG Derivato [CIG Derivato, in corso di acquisizione]", ordinativo);
        Assert.Contains(ordinativo, p => p.StartsWith("Con determina n. [numero] del [data] l'Ente ha aderito", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cio_che_CigHub_sa_e_scritto_e_cio_che_e_tra_parentesi_e_evidenziato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Succeeds(new ModificaFascicolo(
            id,
            new FascicoloForm { AliquotaIva = "22", Impegno = "1234/2026", Capitolo = "567", ContrattoDal = "01/12/2026", ContrattoAl = "30/11/2027" },
            await Bench.Version(id)));
        var determina = new AttoForm { Tipo = nameof(TipoAtto.DeterminaDiAdesione), Data = "20/11/2026", Numero = "77" };
        await Bench.Succeeds(new AggiungiAtto(id, Guid.CreateVersion7(), determina, await Bench.Version(id)));
        var details = await Details(id);
        var file = DocxWriter.Write(details.Ordinativo);
        var testo = Paragraphs(file);
        Assert.Contains($"CIG Derivato {details.Affidamento.CigDerivati}", testo);
        Assert.Contains(testo, p => p.StartsWith("Con determina n. 77 del 20/11/2026", StringComparison.Ordinal));
        Assert.Contains("Durata: dal 01/12/2026 al 30/11/2027.", testo);
        Assert.Contains("Spesa: impegno 1234/2026, capitolo 567", testo);
        Assert.Contains(testo, p => p.StartsWith("Importo: 1.000,00", StringComparison.Ordinal) && p.Contains("1.220,00", StringComparison.Ordinal));

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Description));
        var parti = document.MainDocumentPart!.Document!.Descendants<Run>().Select(r => (r.InnerText, Marked: r.RunProperties?.Highlight is not null)).ToList();
        Assert.Contains(("[firma]", true), parti);
        Assert.All(parti, p => Assert.Equal(p.InnerText.StartsWith('['), p.Marked));
    }

    [Theory]
    [InlineData(nameof(RegimeIva.Esente), "", "1.000,00\u00A0€ [esente da IVA, o non imponibile: scegli e scrivi la norma]")]
    [InlineData(
        nameof(RegimeIva.InversioneContabile), "", "al netto dell'IVA [aliquota IVA e importo lordo], che l'Ente versa in inversione contabile")]
    [InlineData(nameof(RegimeIva.InversioneContabile), "22", "1.220,00\u00A0€ con l'IVA al 22%, che l'Ente versa in inversione contabile")]
    public async Task L_importo_dice_il_regime_IVA_anche_senza_aliquota(string regime, string aliquota, string atteso)
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Succeeds(new ModificaFascicolo(id, new FascicoloForm { AliquotaIva = aliquota, RegimeIva = regime }, await Bench.Version(id)));
        var ordinativo = Paragraphs(DocxWriter.Write((await Details(id)).Ordinativo));
        Assert.Contains(ordinativo, p => p.StartsWith("Importo: 1.000,00", StringComparison.Ordinal) && p.Contains(atteso, StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_conferma_di_capienza_e_citata_con_importo_giorno_e_protocollo_finche_vale()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(new RegistraRisposta(id, Guid.CreateVersion7(), SampleFiles.Confirm(), await Bench.Version(id)));
        Assert.Contains(Testi((await Details(id)).Determina), t =>
            t.StartsWith("il Soggetto Aggregatore ha confermato la capienza del Lotto per 1.000,00", StringComparison.Ordinal)
            && t.EndsWith("il 20/11/2026, protocollo 2026/1045;", StringComparison.Ordinal));
        await Bench.Succeeds(new LiberaCapienza(id, "ritirata", await Bench.Version(id)));
        Assert.DoesNotContain(Testi((await Details(id)).Determina), t => t.Contains("ha confermato", StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_oggetto_e_quello_della_scheda_e_le_parentesi_scritte_a_mano_sono_evidenziate_come_le_altre()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(
            PercorsoAd4.Oggetto, "Carta & toner <A4> [lotto 2]", (await Bench.ReadAgain(id)).Oggetto)]));
        Assert.Contains(Paragraphs(DocxWriter.Write((await Details(id)).Determina)), p => p.Contains("Carta & toner <A4> [lotto 2]", StringComparison.Ordinal));
    }

    private async Task<FascicoloDetails> Details(Guid id) =>
        (await Bench.Reader.Read<DettaglioFascicolo, FascicoloDetails?>(Bench.Rup, q => q.Run(id), default)).Value!;

    private static IEnumerable<string> Testi(AttoDaFirmare atto) => atto.Capoversi.Select(c => c.Testo);

    private static List<string> Paragraphs(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(p => p.InnerText)];
    }
}
