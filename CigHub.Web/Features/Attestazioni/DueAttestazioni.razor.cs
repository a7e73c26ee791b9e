using System.Globalization;
using System.Text;
using CigHub.Domain.Common;
using CigHub.Web.Components;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>Makes the proof that the later of two chosen attestazioni continues the earlier one, shows the verdict and hands out the file.</summary>
public sealed partial class DueAttestazioni
{
    [Inject]
    public required QueryReader Reader { get; init; }

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    private string? First { get; set; }

    private string? Second { get; set; }

    private string? Wrong { get; set; }

    private ProofFile? Made { get; set; }

    private IReadOnlyList<Error> Errors { get; set; } = [];

    private bool Running { get; set; }

    private async Task Make()
    {
        if (Running)
        {
            return;
        }

        (Made, Errors) = (null, []);
        if (Number(First) is not { } first || Number(Second) is not { } second)
        {
            Wrong = "Scrivi i numeri delle due attestazioni, come nella prima colonna della tabella: per esempio 3 e 12.";
            return;
        }

        (Wrong, Running) = (null, true);
        try
        {
            await InPlaceOfTheLast(async ct =>
            {
                var read = await Reader.ReadLong<ProvaDiCoerenza, ProofFile>(Actor, q => q.Run(first, second, ct), ct);
                (Errors, Made) = (read.Errors, read.IsSuccess ? read.Value : null);
                if (Made?.Testo is { } text)
                {
                    await Output.Download(Made.Nome, Encoding.UTF8.GetBytes(text));
                }
            });
        }
        finally
        {
            Running = false;
        }
    }

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
