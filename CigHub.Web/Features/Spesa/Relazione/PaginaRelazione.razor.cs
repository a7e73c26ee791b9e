using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>The report about the spending on a day, which the address names: on screen, on paper and as a sheet.</summary>
public sealed partial class PaginaRelazione
{
    private DateOnly? _chosen;
    private string? _read;

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = SpesaFilter.ParametroAl)]
    public string? Al { get; set; }

    private RelazioneView? Relazione { get; set; }

    /// <summary>The day of the report: the one of the address, at most today, which counts when there is none.</summary>
    private DateOnly Day => SpesaFilter.Read(Navigation.Uri).Al is { } al && al < Clock.Today() ? al : Clock.Today();

    private IEnumerable<RigaInBreve> InBreve => Relazione!.Quadro.Convenzioni.Select(c => RigaInBreve.Of(c));

    protected override async Task LoadAsync()
    {
        // The page reads anew after each print. What the user is choosing meanwhile stays.
        if (_read != Navigation.Uri)
        {
            (_read, _chosen) = (Navigation.Uri, Day);
        }

        Relazione = await Read<RelazioneSpesa, RelazioneView>(async q => await q.Run(Day));
    }

    private static string About(RelazioneView relazione) =>
        relazione.Di is { } ente ? $"Solo i Lotti usati da: {ente}; gli importi sono di tutti gli Enti." : "Tutti gli Enti.";

    private static string LastEvent(RelazioneView relazione) => relazione.UltimoEvento == 0 ? "Nessun evento nel registro."
        : $"Ultimo evento del registro: n. {Plural.Number(relazione.UltimoEvento)}, SHA-256 {relazione.Sha256}.";

    private void Show() => Navigation.NavigateTo(new SpesaFilter { Al = _chosen }.Address(AppRoutes.SpesaRelazione));

    private Task Print() => Once(async () =>
    {
        if (await Run(new StampaRelazione(Day), done: null) is not null)
        {
            await Output.Print();
        }
    });
}
