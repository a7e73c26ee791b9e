using CigHub.Domain.Affidamenti;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.Salute;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Salute;

/// <summary>Checks what the page about the installation says of each thing on which it depends.</summary>
public sealed class SaluteInstallazioneTests : WithBench
{
    [Fact]
    public async Task Un_ufficio_curato_ha_tutto_a_posto()
    {
        var copia = new Copie(TestBench.Now.UtcDateTime - SaluteInstallazione.Giornaliera);
        await using var bench = await TestBench.Create(s => s.AddSingleton<IBackupState>(copia));
        await bench.Affidamento(StatoAffidamento.InLavorazione);
        bench.Services.GetRequiredService<Web.Data.Attestazioni.Attestatore>().MakeIfGrown(Web.Data.Attestazioni.MotivoAttestazione.Oraria);
        var esito = (await bench.Reader.Read<ConfrontoConIDati, Concordanza>(bench.Auditor, q => q.Run(null))).Value;
        await bench.Services.GetRequiredService<NightlyConfronto>().Note(esito, null);

        Assert.All(await Controlli(bench), v => Assert.True(v.APosto, $"{v.Nome}: {v.Dettaglio}"));
    }

    [Fact]
    public async Task Ogni_mancanza_si_dice_per_nome_con_cio_che_c_e_da_fare()
    {
        await using var bench = await TestBench.Create(
            s => s.AddSingleton<IBackupState>(new Copie(TestBench.Now.UtcDateTime - SaluteInstallazione.Giornaliera - TimeSpan.FromSeconds(1))));
        using (var file = bench.OpenFile())
        {
            using var drop = new SqliteCommand("DROP TRIGGER \"Registro_no_DELETE\"", file);
            await drop.ExecuteNonQueryAsync();
        }

        bench.Services.GetRequiredService<DataFolder>().FreeSpace = () => SaluteInstallazione.SpazioMinimo - 1;
        bench.Services.GetRequiredService<DataHealth>().Report("pagine", "Il file del database è danneggiato.");
        var controlli = await Controlli(bench);

        Assert.All(controlli, v => Assert.False(v.APosto, v.Nome));
        Assert.Equal(
            [
                "Guasto dei dati", "Protezioni del registro", "Spazio su disco", "Copia di sicurezza", "Confronto dei dati con il registro",
                "Attestazioni di integrità",
            ],
            controlli.Select(v => v.Nome));
        Assert.Contains("«Registro_no_DELETE»", controlli[1].Dettaglio, StringComparison.Ordinal);
        Assert.Contains("Libera spazio", controlli[2].Dettaglio, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_registro_che_cresce_senza_attestazioni_si_dice_dopo_due_ore()
    {
        Bench.Services.GetRequiredService<Web.Data.Attestazioni.Attestatore>().MakeIfGrown(Web.Data.Attestazioni.MotivoAttestazione.Oraria);
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        Bench.Clock.Advance(SaluteInstallazione.Oraria);
        Assert.True((await Controlli(Bench))[^1].APosto);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("Da più di due ore", (await Controlli(Bench))[^1].Dettaglio, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cio_che_non_si_legge_e_una_cosa_da_guardare_e_non_un_errore_della_pagina()
    {
        Bench.Services.GetRequiredService<DataFolder>().FreeSpace = () => throw new IOException("il disco non risponde");
        Assert.Equal(
            "Non si riesce a leggere: il disco non risponde. Controlla il disco e i permessi della cartella dei dati.",
            (await Controlli(Bench)).Single(c => c.Nome == "Spazio su disco").Dettaglio);
    }

    private static async Task<IReadOnlyList<ControlloSalute>> Controlli(TestBench bench) =>
        (await bench.Reader.Read<SaluteInstallazione, IReadOnlyList<ControlloSalute>>(bench.Amministratore(), q => q.Run())).Value;

    private sealed record Copie(DateTime? Newest) : IBackupState
    {
        public bool IsOn => true;
    }
}
