using CigHub.Domain.Revisione;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione.Correttive;

/// <summary>The form by which an Auditor verifies an action that its owner has taken. It opens on request.</summary>
public sealed partial class GiudicaAzione
{
    private static readonly (string Codice, string Parola)[] _risposte = [("si", "Sì, efficace"), ("no", "No, torna a chi ne risponde")];

    [Parameter, EditorRequired]
    public required Audit Audit { get; set; }

    [Parameter, EditorRequired]
    public required Constatazione Constatazione { get; set; }

    private bool Open { get; set; }

    private VerificaForm Form { get; set; } = new();

    private async Task Save()
    {
        if (await Act(new VerificaAzione(Audit.Id, Constatazione.Id, Form, Audit.Version), "La verifica è registrata."))
        {
            (Open, Form) = (false, new VerificaForm());
        }
    }
}
