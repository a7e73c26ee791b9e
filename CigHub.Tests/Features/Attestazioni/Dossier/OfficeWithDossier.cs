using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Revisione;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.DueDiligence;
using CigHub.Tests.Features.Revisione;
using CigHub.Tests.Support;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Attestazioni.Dossier;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.Revisione.Campioni;
using CigHub.Web.Operations.Attestazioni;
using CigHub.Web.UseCases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CigHub.Tests.Features.Attestazioni.Dossier;

/// <summary>An office with events, two attestazioni and a time stamp, and the dossier of it that its Auditor made.</summary>
internal sealed class OfficeWithDossier : IAsyncDisposable
{
    private readonly TimeStampAuthority _authority;

    private OfficeWithDossier(TestBench bench, TimeStampAuthority authority) => (Bench, _authority) = (bench, authority);

    public TestBench Bench { get; }

    public required ReadyDossier Made { get; init; }

    /// <summary>The newest attestazione, as somebody outside keeps it.</summary>
    public required string NoteOutside { get; init; }

    public string Key => Bench.Services.GetRequiredService<KeyRing>().Known[^1].Chiave;

    public static async Task<OfficeWithDossier> Make()
    {
        var authority = await TimeStampAuthority.Start();
        var bench = await TestBench.Create(services => services
            .AddHttpClient()
            .AddSingleton<AttestazioniSender>()
            .AddSingleton<IDestinazione>(s => new TimeStampDelivery(
                Options.Create(new TimeStampSettings { Indirizzo = authority.Address }), s.GetRequiredService<IHttpClientFactory>())));
        var acquired = await bench.Affidamento(StatoAffidamento.CigAcquisito);
        var attestatore = bench.Services.GetRequiredService<Attestatore>();
        attestatore.Make(MotivoAttestazione.Oraria);
        var draft = await bench.Affidamento(StatoAffidamento.InLavorazione);
        await bench.Succeeds(new AggiungiAtto(draft, Guid.CreateVersion7(), SampleFiles.Act(), await bench.Version(draft), SampleFiles.Scelto()));

        // Names that a dossier writes otherwise than people did.
        await bench.VerificatoSu(acquired, TipoVerifica.Durc, "20/12/2026", SampleFiles.Scelto(SampleFiles.Pdf("durc"), "durc di città (1).PDF"));
        await bench.VerificatoSulLotto(file: SampleFiles.Scelto(SampleFiles.Pdf("fvoe"), "fvoe \U0001d4b6\u0301 2²"));
        await bench.Constatata(await bench.AuditInCorso(), bench.Rup);
        var perEnte = await bench.AuditPianificato();
        await bench.Succeeds(new EstraiCampione(perEnte, new() { Metodo = nameof(MetodoCampione.PerEnte), Quanti = "3", Seme = "4512" }, 0), bench.Auditor);
        var sopra = await bench.AuditPianificato();
        await bench.Succeeds(new EstraiCampione(sopra, new() { Metodo = nameof(MetodoCampione.SopraImporto), Soglia = "0,01" }, 0), bench.Auditor);
        var newest = attestatore.Make(MotivoAttestazione.Richiesta)!;
        await bench.Services.GetRequiredService<AttestazioniSender>().SendPending();
        var made = await Make(bench, bench.Auditor);
        Assert.True(made.IsSuccess, string.Join("; ", made.Errors));
        return new OfficeWithDossier(bench, authority) { Made = made.Value, NoteOutside = newest.Nota };
    }

    public static Task<Result<ReadyDossier>> Make(TestBench bench, Actor actor, bool pseudonimi = false, CancellationToken ct = default) =>
        bench.Services.GetRequiredService<DossierFiles>().Make(actor, pseudonimi, new Progress<ConfrontoProgress>(), ct);

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await _authority.DisposeAsync();
    }
}
