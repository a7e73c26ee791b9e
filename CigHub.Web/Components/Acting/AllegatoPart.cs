using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// Base of the forms that take a file. It checks a file as soon as it is chosen, so that nobody fills in the rest for a file
/// that will be refused.
/// </summary>
public abstract class AllegatoPart : ActingPart
{
    /// <summary>The field name of the file, as the errors give it.</summary>
    public const string FieldOfFile = nameof(File);

    internal FileAllegato? Riconosciuto { get; private set; }

    internal bool IsReading { get; private set; }

    internal Error? FileError => ActErrors.FirstOrDefault(e => e.Field == FieldOfFile);

    /// <summary>The HTML id of the file input.</summary>
    internal string IdOfFile => $"modulo-{Prefix}{FieldOfFile}";

    /// <summary>The prefix of the form's field names, for a page where two forms are open. Empty when none is needed.</summary>
    internal virtual string Prefix => "";

    /// <summary>
    /// The key of the file input. A new value makes Blazor create the input anew, because the browser's input keeps the name of its last
    /// file.
    /// </summary>
    internal int Tornata { get; private set; }

    protected ChosenFile? File { get; private set; }

    internal async Task Choose(InputFileChangeEventArgs scelta)
    {
        (File, Riconosciuto) = (null, null);
        ActErrors = [.. ActErrors.Where(e => e.Field != FieldOfFile)];
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
            StateHasChanged();
        }
    }

    /// <summary>Forgets the chosen file, when the form is closed.</summary>
    protected void SenzaFile()
    {
        (File, Riconosciuto) = (null, null);
        Tornata++;
    }
}
