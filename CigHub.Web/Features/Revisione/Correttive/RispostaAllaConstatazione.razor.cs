using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione.Correttive;

/// <summary>The form by which the owner of an action answers a finding. It opens on request.</summary>
public sealed partial class RispostaAllaConstatazione
{
    [Parameter, EditorRequired]
    public required AzioneShown Azione { get; set; }

    private bool Open { get; set; }

    private string? Risposta { get; set; }

    private string? Attuata { get; set; }

    private void Start()
    {
        var sua = Azione.Constatazione;
        (Open, Risposta, Attuata) = (true, sua.Risposta, sua.AttuataIl is { } giorno ? RomeTime.Text(giorno) : null);
    }

    private async Task Save()
    {
        if (await Act(new RispondiConstatazione(Azione.Constatazione.Id, Risposta, Attuata), "La risposta è registrata: la legge l'Auditor."))
        {
            Open = false;
        }
    }
}
