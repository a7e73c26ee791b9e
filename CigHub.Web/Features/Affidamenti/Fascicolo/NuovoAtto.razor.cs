using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The form of a new atto of the fascicolo. It checks a file as soon as it is chosen, so that nobody fills in the rest for a file that will
/// be refused.
/// </summary>
public sealed partial class NuovoAtto
{
    private static readonly IReadOnlyList<(string, string)> Kinds = [.. Enum.GetValues<TipoAtto>().Select(t => (t.ToString(), t.Nome()))];

    private bool IsOpen { get; set; }

    private AttoForm Form { get; set; } = new();

    private ChosenFile? File { get; set; }

    private FileAllegato? Riconosciuto { get; set; }

    private bool IsReading { get; set; }

    /// <summary>
    /// The key of the file input. A new value makes Blazor create the input anew, because the browser's input keeps the name of its last
    /// file.
    /// </summary>
    private int Tornata { get; set; }

    private Error? FileError => ActErrors.FirstOrDefault(e => e.Field == nameof(File));

    private async Task Choose(InputFileChangeEventArgs scelta)
    {
        (File, Riconosciuto) = (null, null);
        ActErrors = [.. ActErrors.Where(e => e.Field != nameof(File))];
        IsReading = true;
        try
        {
            var esito = await UploadedAllegato.Read(scelta.File, f => RiconosciAllegato.Riconosci(f.Nome, f.Byte));
            if (esito.TryGet(out var allegato))
            {
                (File, Riconosciuto) = (allegato.File, allegato.Riconosciuto);
            }
            else
            {
                ActErrors = [.. ActErrors, esito.Errors[0]];
            }
        }
        finally
        {
            IsReading = false;
        }
    }

    private async Task Save()
    {
        // Do not leave a refused file out in silence: the user takes another, or none.
        if (FileError is null
            && await Act(new AggiungiAtto(Affidamento.Id, Guid.CreateVersion7(), Form, Affidamento.Version, File), OutcomeWords.AttoAggiunto))
        {
            Chiudi();
        }
    }

    private void Chiudi()
    {
        (Form, File, Riconosciuto, IsOpen, ActErrors) = (new AttoForm(), null, null, false, []);
        Tornata++;
    }
}
