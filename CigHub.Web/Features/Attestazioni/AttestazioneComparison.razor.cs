using System.Text;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Components.Forms;
using CigHub.Web.Data.Attestazioni;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>Compares the registro with an attestazione that the user pastes or loads, and shows the verdict.</summary>
public sealed partial class AttestazioneComparison
{
    [Inject]
    public required VerdictRecorder Recorder { get; init; }

    /// <summary>Raised when a comparison has ended.</summary>
    [Parameter]
    public EventCallback Compared { get; set; }

    private string? Text { get; set; }

    private bool Missing { get; set; }

    private AttestazioneVerdict? Outcome { get; set; }

    private IReadOnlyList<Error> FileErrors { get; set; } = [];

    private async Task Load(InputFileChangeEventArgs e)
    {
        var read = e.File.Size > SignedNote.MaxLength
            ? new Error("attestazione.file-grande", "Il file è troppo grande per essere un'attestazione: scegli quello di poche righe che CigHub ha inviato.")
            : await e.File.ReadAll(SignedNote.MaxLength, Leaving);
        FileErrors = read.Errors;
        Text = read.TryGet(out var bytes) ? Encoding.UTF8.GetString(bytes) : Text;
    }

    private async Task Compare()
    {
        Missing = string.IsNullOrWhiteSpace(Text);
        if (Missing || InCorso is not null)
        {
            return;
        }

        Outcome = await Check<ConfrontaAttestazione, AttestazioneVerdict>((q, progress, ct) => q.Run(Text!, progress, ct)) ?? Outcome;
        if (Outcome is { } esito && !Interrupted && Errors.Count == 0)
        {
            await Recorder.Note(esito, Actor, CancellationToken.None);
        }

        await Compared.InvokeAsync();
    }
}
