using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.RegistroEventi.Confronto;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>
/// Checks that an Auditor explains a discordanza by an event. The data must stay as they are, and another value must count as a new
/// discordanza.
/// </summary>
public sealed class SpiegaDiscordanzaTests : CommandContract<SpiegaDiscordanza>
{
    private const string Motivo = "Rettifica autorizzata, verbale n. 4 del 23/11/2026";

    private NightlyConfronto Notturno => Bench.Services.GetRequiredService<NightlyConfronto>();

    private DataHealth Health => Bench.Services.GetRequiredService<DataHealth>();

    public override async Task Fa_cio_che_dice()
    {
        var trovata = await Trovata();
        Assert.NotEmpty(Health.Faults);

        var ricevuta = await Bench.Succeeds(new SpiegaDiscordanza(trovata.Impronta, Motivo), Bench.Auditor);
        Notturno.Spiegata(trovata.Impronta, ricevuta.Seq);
        Assert.Empty(Health.Faults);
        var registrato = (await Bench.Reader.Read<UltimoConfronto, ConfrontoRegistrato>(Bench.Auditor, q => q.Run())).Value;
        Assert.Equal((0, 1), (registrato.DaSpiegare, registrato.Spiegate));

        var dopo = await Compare();
        Assert.Equal(ricevuta.Seq, Assert.Single(dopo.Discordanze).SpiegataDa);
        Assert.True(dopo.Concordano);
        Assert.Contains("salvo 1 punto già spiegato", dopo.Messaggio, StringComparison.Ordinal);
        Assert.Empty(Health.Faults);

        Change(200);
        Assert.Equal(1, (await Compare()).DaSpiegare);
        Assert.NotEmpty(Health.Faults);
    }

    [Theory]
    [InlineData(999, 1, "999 punti")]
    [InlineData(1000, 0, "1.000 punti")]
    [InlineData(1000, 1, "Più di mille punti")]
    public void Piu_di_mille_si_dice_da_mille_e_uno(int daSpiegare, int spiegate, string inizio) => Assert.StartsWith(
        inizio, new ConfrontoRegistrato(1, TestBench.Now.UtcDateTime, 9, 9, daSpiegare, spiegate).Messaggio, StringComparison.Ordinal);

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new SpiegaDiscordanza((await Trovata()).Impronta, Motivo);
        await Bench.Refuses("accesso.negato", comando, Bench.Amministratore());
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var impronta = (await Trovata()).Impronta;
        await Bench.Refuses("discordanza.senza-spiegazione", new SpiegaDiscordanza(impronta, " "), Bench.Auditor);
        await Bench.Refuses("discordanza.spiegazione-lunga", new SpiegaDiscordanza(impronta, new string('x', SpiegaDiscordanza.MaxMotivo + 1)), Bench.Auditor);
        await Bench.Refuses("discordanza.non-trovata", new SpiegaDiscordanza(new string('0', 64), Motivo), Bench.Auditor);
        await Bench.Succeeds(new SpiegaDiscordanza(impronta, Motivo), Bench.Auditor);
        await Bench.Refuses("discordanza.gia-spiegata", new SpiegaDiscordanza(impronta, Motivo), Bench.Auditor);
    }

    [Fact]
    public async Task Chi_ha_cambiato_il_dato_per_ultimo_non_lo_spiega()
    {
        // The Amministratore who changes the Convenzione is an Auditor too.
        var autore = await Bench.Anche(Bench.Amministratore(), Ruolo.Auditor, null);
        var convenzione = Bench.Catalogo.Lotti[0].ConvenzioneId;
        await Bench.Succeeds(new ChiudiConvenzione(convenzione, (await Bench.Aggregate(convenzione)).Version), Bench.Amministratore());
        Change(100);
        var trovata = Assert.Single((await Compare()).Discordanze);
        await Bench.Refuses("discordanza.propria", new SpiegaDiscordanza(trovata.Impronta, Motivo), autore);
        await Bench.Succeeds(new SpiegaDiscordanza(trovata.Impronta, Motivo), Bench.Auditor);
    }

    /// <summary>
    /// Changes the approval threshold of a Convenzione in the database without an event. Returns the discordanza that the comparison finds.
    /// </summary>
    private async Task<Discordanza> Trovata()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Change(100);
        return Assert.Single((await Compare()).Discordanze);
    }

    private void Change(int centesimi)
    {
        using var file = Bench.OpenFile();
        using var comando = file.CreateCommand();
        comando.CommandText =
            $"UPDATE Convenzioni SET SogliaApprovazione = {centesimi} "
            + $"WHERE Id = (SELECT ConvenzioneId FROM Lotti WHERE Id = '{Bench.Catalogo.Lotti[0].Id.ToString().ToUpperInvariant()}')";
        Assert.Equal(1, comando.ExecuteNonQuery());
    }

    private async Task<Concordanza> Compare()
    {
        var esito = (await Bench.Reader.Read<ConfrontoConIDati, Concordanza>(Bench.Auditor, q => q.Run(null))).Value;
        await Notturno.Note(esito, Bench.Auditor);
        return esito;
    }
}
