using System.Text;
using CigHub.Domain.Common;
using CigHub.Web.Components;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Dettaglio;

/// <summary>Makes the proof that one event is in the registro of the newest attestazione, and hands it out as a file.</summary>
public sealed partial class ProvaDellEvento
{
    [Inject]
    public required QueryReader Reader { get; init; }

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required long Seq { get; set; }

    private InclusionFile? Made { get; set; }

    private IReadOnlyList<Error> Errors { get; set; } = [];

    private bool Running { get; set; }

    private async Task Make()
    {
        if (Running)
        {
            return;
        }

        Running = true;
        try
        {
            await InPlaceOfTheLast(async ct =>
            {
                var read = await Reader.ReadLong<ProvaDiInclusione, InclusionFile>(Actor, q => q.Run(Seq, ct), ct);
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
}
