using CigHub.Tests.Support;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.Convenzioni.Elenco;

namespace CigHub.Tests.Features.Convenzioni;

/// <summary>Checks the search in the list of Convenzioni, and the information that the list shows for each Convenzione.</summary>
public sealed class ListaConvenzioniTests : WithBench
{
    [Theory]
    [InlineData("PULIZIA", "Pulizia e sanificazione – comuni dell'area tiburtina|Pulizia e sanificazione – Castelli romani")]
    [InlineData("castelli pulizia", "Pulizia e sanificazione – Castelli romani")]
    [InlineData("citta", "Vigilanza – uffici della città metropolitana")]
    [InlineData("a3a1103", "Carta in risme naturale e riciclata")]
    [InlineData("lindor facility", "Pulizia e sanificazione – Castelli romani")]
    [InlineData("niente di simile", "")]
    [InlineData("<script>", "")]
    public async Task Si_cerca_per_titolo_oggetto_CIG_Padre_e_fornitore(string cerca, string oggetti)
    {
        var trovati = await Search(new ConvenzioniFilter(cerca));
        Assert.Equal(oggetti.Split('|', StringSplitOptions.RemoveEmptyEntries), trovati.SelectMany(v => v.Lotti).Select(v => v.Lotto.Oggetto));
    }

    [Fact]
    public async Task Il_titolo_trova_la_Convenzione_con_tutti_i_suoi_Lotti_anche_se_non_ne_ha()
    {
        await Bench.ConvenzioneCreata();
        Assert.Empty(Assert.Single(await Search(new ConvenzioniFilter("arredi"))).Lotti);
        Assert.Equal(2, Assert.Single(await Search(new ConvenzioniFilter("servizi di pulizia"))).Lotti.Count);
    }

    [Fact]
    public async Task Un_testo_smisurato_si_cerca_per_il_suo_inizio() =>
        Assert.Single(await Search(new ConvenzioniFilter(string.Concat(Enumerable.Repeat("carta ", 20_000)))));

    [Fact]
    public async Task Aperte_sono_quelle_a_cui_si_puo_aderire_e_le_altre_dicono_perche_no()
    {
        var chiusa = Bench.Catalogo.Convenzioni[0].Id;
        await Bench.Succeeds(new ChiudiConvenzione(chiusa, 0), Bench.Amministratore());
        var finita = SampleCatalogo.Convenzione();
        finita.AdesioniAl = "23/11/2026";
        var finitaId = await Bench.ConvenzioneCreata(finita);
        var ultimoGiorno = SampleCatalogo.Convenzione();
        ultimoGiorno.AdesioniAl = "24/11/2026";
        var ultimoGiornoId = await Bench.ConvenzioneCreata(ultimoGiorno);

        var aperte = (await Search(new ConvenzioniFilter(Stato: StatoCatalogo.Aperte))).Select(v => v.Convenzione.Id).ToList();
        var chiuse = (await Search(new ConvenzioniFilter(Stato: StatoCatalogo.Chiuse))).Select(v => v.Convenzione.Id).ToList();
        Assert.Contains(ultimoGiornoId, aperte);
        Assert.Equal(new[] { chiusa, finitaId }.Order(), chiuse.Order());
        Assert.Equal((await Search(new ConvenzioniFilter())).Count, aperte.Count + chiuse.Count);

        var oggi = new DateOnly(2026, 11, 24);
        Assert.Equal((false, "Convenzione chiusa dal 24/11/2026"), Detto(Apertura.Of(await Bench.Convenzione(chiusa), oggi)));
        Assert.Equal((false, "Adesioni terminate il 23/11/2026"), Detto(Apertura.Of(await Bench.Convenzione(finitaId), oggi)));
        Assert.Equal((true, "Aperta alle adesioni"), Detto(Apertura.Of(await Bench.Convenzione(ultimoGiornoId), oggi)));
        Assert.Equal((true, "Si potrà aderire dal 01/06/2026"), Detto(Apertura.Of(await Bench.Convenzione(ultimoGiornoId), new DateOnly(2026, 5, 31))));
    }

    private static (bool, string) Detto(Apertura apertura) => (apertura.Aperta, apertura.Parola);

    private async Task<IReadOnlyList<ConvenzioneRow>> Search(ConvenzioniFilter filtro) =>
        (await Bench.Reader.Read<ListaConvenzioni, IReadOnlyList<ConvenzioneRow>>(Bench.Rup, async q => await q.Run(filtro))).Value;
}
