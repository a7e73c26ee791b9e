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
/// Checks that an Auditor explains a difference between data and registro with an event. The data are not repaired, and another value is a
/// new difference.
/// </summary>
public sealed class SpiegaDiscordanzaTests : CommandContract<SpiegaDiscordanza>
{
    private const string Motivo = "Rettifica autorizzata, verbale n. 4 del 23/11/2026";

    private NightlyConfronto Notturno => Banco.Services.GetRequiredService<NightlyConfronto>();

    private DataHealth Health => Banco.Services.GetRequiredService<DataHealth>();

    public override async Task Fa_cio_che_dice()
    {
        var trovata = await Trovata();
        Assert.NotEmpty(Health.Faults);

        var ricevuta = await Banco.Riesce(new SpiegaDiscordanza(trovata.Impronta, Motivo), Banco.Auditor);
        Notturno.Spiegata(trovata.Impronta, ricevuta.Seq);
        Assert.Empty(Health.Faults);
        var registrato = (await Banco.Lettore.Leggi<UltimoConfronto, ConfrontoRegistrato>(Banco.Auditor, q => q.Esegui())).Value;
        Assert.Equal((0, 1), (registrato.DaSpiegare, registrato.Spiegate));

        var dopo = await Confronta();
        Assert.Equal(ricevuta.Seq, Assert.Single(dopo.Discordanze).SpiegataDa);
        Assert.True(dopo.Concordano);
        Assert.Contains("salvo 1 punto già spiegato", dopo.Messaggio, StringComparison.Ordinal);
        Assert.Empty(Health.Faults);

        Cambia(200);
        Assert.Equal(1, (await Confronta()).DaSpiegare);
        Assert.NotEmpty(Health.Faults);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new SpiegaDiscordanza((await Trovata()).Impronta, Motivo);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Amministratore());
        await Banco.Rifiuta("accesso.negato", comando, Banco.Rup);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var impronta = (await Trovata()).Impronta;
        await Banco.Rifiuta("discordanza.senza-spiegazione", new SpiegaDiscordanza(impronta, " "), Banco.Auditor);
        await Banco.Rifiuta("discordanza.spiegazione-lunga", new SpiegaDiscordanza(impronta, new string('x', SpiegaDiscordanza.MaxMotivo + 1)), Banco.Auditor);
        await Banco.Rifiuta("discordanza.non-trovata", new SpiegaDiscordanza(new string('0', 64), Motivo), Banco.Auditor);
        await Banco.Riesce(new SpiegaDiscordanza(impronta, Motivo), Banco.Auditor);
        await Banco.Rifiuta("discordanza.gia-spiegata", new SpiegaDiscordanza(impronta, Motivo), Banco.Auditor);
    }

    [Fact]
    public async Task Chi_ha_cambiato_il_dato_per_ultimo_non_lo_spiega()
    {
        // The Amministratore who changes the Convenzione is an Auditor too.
        var autore = await Banco.Anche(Banco.Amministratore(), Ruolo.Auditor, null);
        var convenzione = Banco.Catalogo.Lotti[0].ConvenzioneId;
        await Banco.Riesce(new ChiudiConvenzione(convenzione, (await Banco.Aggregate(convenzione)).Version), Banco.Amministratore());
        Cambia(100);
        var trovata = Assert.Single((await Confronta()).Discordanze);
        await Banco.Rifiuta("discordanza.propria", new SpiegaDiscordanza(trovata.Impronta, Motivo), autore);
        await Banco.Riesce(new SpiegaDiscordanza(trovata.Impronta, Motivo), Banco.Auditor);
    }

    /// <summary>Changes the approval threshold of a Convenzione without an event. Returns the difference that the comparison finds.</summary>
    private async Task<Discordanza> Trovata()
    {
        await Banco.Affidamento(StatoAffidamento.CigAcquisito);
        Cambia(100);
        return Assert.Single((await Confronta()).Discordanze);
    }

    private void Cambia(int centesimi)
    {
        using var file = Banco.ApriIlFile();
        using var comando = file.CreateCommand();
        comando.CommandText =
            $"UPDATE Convenzioni SET SogliaApprovazione = {centesimi} "
            + $"WHERE Id = (SELECT ConvenzioneId FROM Lotti WHERE Id = '{Banco.Catalogo.Lotti[0].Id.ToString().ToUpperInvariant()}')";
        Assert.Equal(1, comando.ExecuteNonQuery());
    }

    private async Task<Concordanza> Confronta()
    {
        var esito = (await Banco.Lettore.Leggi<ConfrontoConIDati, Concordanza>(Banco.Auditor, q => q.Esegui(null))).Value;
        await Notturno.Annota(esito, Banco.Auditor);
        return esito;
    }
}
