using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Data.Attestazioni;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>The kind of file that can be downloaded for an attestazione.</summary>
public enum AttestazioneDownload
{
    /// <summary>The signed note of the attestazione itself.</summary>
    Nota,

    /// <summary>The proof that the newest attestazione continues this one.</summary>
    Coerenza,

    /// <summary>The time stamp that a service gave it.</summary>
    Marca,
}

/// <summary>
/// The page of the attestazioni, for Auditors: makes one, compares the registro with one that was kept elsewhere, and lists all of them with
/// where each was sent.
/// </summary>
public sealed partial class PaginaAttestazioni
{
    private const int PerPage = 25;

    [Inject]
    public required Attestatore Attestatore { get; init; }

    [Inject]
    public required BrowserOutput Output { get; init; }

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroPagina)]
    public int? Pagina { get; set; }

    private AttestazioniView? View { get; set; }

    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int Pages => Math.Max(1, (View!.Totale + PerPage - 1) / PerPage);

    private string Count => Plural.Of(View!.Totale, "attestazione", "attestazioni") + (Pages > 1 ? $", pagina {PageNumber} di {Pages}" : "");

    protected override async Task LoadAsync() => View = await Read<ListaAttestazioni, AttestazioniView>(q => q.Run(PageNumber, PerPage));

    private Task Make() => Once(async () =>
    {
        Outcomes?.Say(null);
        if (await Run(new NuovaAttestazione(), done: null) is not null)
        {
            var made = await Task.Run(() => Attestatore.Make(MotivoAttestazione.Richiesta));
            Outcomes?.Say(made is null ? null : $"Fatta l'attestazione {AttestazioneWords.NameOf(made.Numero, made.Utc)}.");
        }

        var errors = ActErrors;
        await Reload();
        ActErrors = errors;
    });

    private Task Download((Attestazione Row, AttestazioneDownload What) asked) => Once(async () =>
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"attestazione-{asked.Row.Numero:000000}");
        switch (asked.What)
        {
            case AttestazioneDownload.Nota:
                await Output.Download(name + ".txt", System.Text.Encoding.UTF8.GetBytes(asked.Row.Nota));
                break;
            case AttestazioneDownload.Marca:
                await Output.Download(name + ".tsr", asked.Row.Consegne.First(c => c.Prova is not null).Prova!);
                break;
            default:
                ReadErrors = [];
                var proof = await ReadLong<ProvaDiCoerenza, ProofFile>(q => q.Run(asked.Row.Numero, View!.Totale, Reading));
                Outcomes?.Say(proof?.Messaggio);
                if (proof?.Testo is { } text)
                {
                    await Output.Download(proof.Nome, System.Text.Encoding.UTF8.GetBytes(text));
                }

                break;
        }
    });
}
