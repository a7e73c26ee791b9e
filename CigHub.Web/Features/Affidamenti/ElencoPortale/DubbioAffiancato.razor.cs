using CigHub.Domain.Affidamenti.ElencoPortale;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Shows a row in doubt of the elenco del portale beside the Affidamenti that it may be about, with the differences marked. The user
/// chooses one of them, or leaves the row out.
/// </summary>
public sealed partial class DubbioAffiancato
{
    [Parameter, EditorRequired]
    public required RigaConfrontata Riga { get; set; }

    /// <summary>The id of the Aggiudicazione that the user chose for the row. Null when the row is left out.</summary>
    [Parameter, EditorRequired]
    public Guid? Choice { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<Guid?> OnScelta { get; set; }

    [Parameter]
    public bool Enabled { get; set; } = true;

    private string Id(string parte) => $"dubbio-{Riga.Riga.Numero}-{parte}";

    /// <summary>Returns the number of the Affidamento and, when it has several adhesions, which one the row may be about.</summary>
    private static string NameOf(Candidato candidato)
    {
        var adesioni = candidato.Affidamento.Aggiudicazioni;
        var quale = adesioni.ToList().FindIndex(g => g.Id == candidato.AggiudicazioneId);
        return adesioni.Count == 1
            ? candidato.Affidamento.Numero.ToString()
            : $"{candidato.Affidamento.Numero}, adesione {quale + 1} da {adesioni[quale].Importo:E}";
    }
}
