using CigHub.Domain.Affidamenti.ElencoPortale;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>Shows a doubtful row beside the Affidamenti that it may be, with the differences marked, and asks for the choice.</summary>
public sealed partial class DubbioAffiancato
{
    [Parameter, EditorRequired]
    public required RigaConfrontata Riga { get; set; }

    /// <summary>The adhesion that the user chose. Null when the row is left out.</summary>
    [Parameter, EditorRequired]
    public Guid? Choice { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<Guid?> OnScelta { get; set; }

    [Parameter]
    public bool Enabled { get; set; } = true;

    private string Id(string parte) => $"dubbio-{Riga.Riga.Numero}-{parte}";

    /// <summary>Returns the Affidamento's number and, when it has several adhesions, which adhesion.</summary>
    private static string NameOf(Candidato candidato)
    {
        var adesioni = candidato.Affidamento.Aggiudicazioni;
        var quale = adesioni.ToList().FindIndex(g => g.Id == candidato.AggiudicazioneId);
        return adesioni.Count == 1
            ? candidato.Affidamento.Numero.ToString()
            : $"{candidato.Affidamento.Numero}, adesione {quale + 1} da {adesioni[quale].Importo:E}";
    }
}
