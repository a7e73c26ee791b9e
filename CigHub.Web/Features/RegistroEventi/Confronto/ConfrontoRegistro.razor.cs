using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Runs a comparison between database and registro on request, and shows the last outcome, including that of the nightly comparison.
/// </summary>
public sealed partial class ConfrontoRegistro
{
    private const int Passo = 50;

    [Inject]
    public required NightlyConfronto Nightly { get; init; }

    /// <summary>Raised when a comparison has ended or a difference was explained, so that the page shows the new event.</summary>
    [Parameter]
    public EventCallback Compared { get; set; }

    private Concordanza? Outcome => Nightly.Ultimo;

    /// <summary>The outcome of the last comparison before the app was started, which has no list of differences.</summary>
    private ConfrontoRegistrato? Prima { get; set; }

    private int Shown { get; set; } = Passo;

    protected override async Task OnInitializedAsync()
    {
        if (Outcome is null && await Reader.Read<UltimoConfronto, ConfrontoRegistrato>(Actor, q => q.Run(), Leaving) is { IsSuccess: true } letto)
        {
            Prima = letto.Value;
        }
    }

    private async Task Compare()
    {
        if (InCorso is not null)
        {
            return;
        }

        Shown = Passo;
        if (await Check<ConfrontoConIDati, Concordanza>((q, avanti, ct) => q.Run(avanti, ct)) is { } esito)
        {
            await Nightly.Note(esito, Actor, CancellationToken.None);
        }

        await Compared.InvokeAsync();
    }
}
