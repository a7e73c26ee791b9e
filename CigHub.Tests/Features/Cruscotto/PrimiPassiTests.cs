using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Cruscotto.Amministratore;
using CigHub.Web.Features.Persone.Importazione;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Cruscotto;

/// <summary>Checks the first steps of an office: their order, and what makes each of them done.</summary>
public sealed class PrimiPassiTests : WithBench
{
    [Fact]
    public async Task Un_ufficio_vuoto_ha_tutto_da_fare_tranne_cio_che_arriva_con_CigHub()
    {
        using (var file = Bench.OpenFile())
        {
            foreach (var comando in new[]
            {
                "PRAGMA foreign_keys = OFF", "DELETE FROM \"Lotti\"", "DELETE FROM \"Capienze\"", "DELETE FROM \"Convenzioni\"", "DELETE FROM \"Enti\"",
                $"DELETE FROM \"Appartenenze\" WHERE \"Ruolo\" <> {(int)Ruolo.Amministratore}",
            })
            {
                using var delete = new SqliteCommand(comando, file);
                await delete.ExecuteNonQueryAsync();
            }
        }

        var passi = await Passi();
        Assert.Equal(
            [
                "Liste di codici", "Enti", "Un secondo Amministratore", "Un RUP per ogni Ente", "Chi approva e chi controlla", "Convenzioni",
                "Lotti, con CIG Padre e massimale", "Adesioni già fatte", "Copie di sicurezza", "Chiave delle attestazioni di integrità",
            ],
            passi.Select(p => p.Titolo));
        Assert.Equal([0, 9], passi.Index().Where(p => p.Item.Fatto).Select(p => p.Index));
        Assert.All(passi.Where(p => !p.Fatto && p.Titolo != "Copie di sicurezza"), p => Assert.NotNull(p.Href));
    }

    [Fact]
    public async Task Un_ufficio_che_lavora_non_ha_piu_passi_quando_ha_un_secondo_Amministratore_e_una_copia()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Assert.Equal(["Un secondo Amministratore", "Copie di sicurezza"], (await Passi()).Where(p => !p.Fatto).Select(p => p.Titolo));

        var secondo = SampleRows.Persona("tutti", Ruolo.Amministratore);
        await Bench.Succeeds(new ImportaPersone([secondo], SampleRows.Sha), Bench.Amministratore());
        await Bench.NuovoEnte();

        Assert.Equal(["Copie di sicurezza"], (await Passi()).Where(p => !p.Fatto).Select(p => p.Titolo));
    }

    [Fact]
    public async Task Una_copia_fatta_chiude_il_passo_delle_copie()
    {
        var fatta = new DateTime(2026, 11, 24, 1, 30, 0, DateTimeKind.Utc);
        await using var bench = await TestBench.Create(s => s.AddSingleton<IBackupState>(new Copie(fatta)));
        var passi = (await bench.Reader.Read<PrimiPassi, IReadOnlyList<PassoDiAvvio>>(bench.Amministratore(), q => q.Run())).Value;
        Assert.True(passi.Single(p => p.Titolo == "Copie di sicurezza") is { Fatto: true, Dettaglio: "L'ultima è del 24/11/2026 02:30." });
    }

    private async Task<IReadOnlyList<PassoDiAvvio>> Passi() =>
        (await Bench.Reader.Read<PrimiPassi, IReadOnlyList<PassoDiAvvio>>(Bench.Amministratore(), q => q.Run())).Value;

    private sealed record Copie(DateTime? Newest) : IBackupState
    {
        public bool IsOn => true;
    }
}
