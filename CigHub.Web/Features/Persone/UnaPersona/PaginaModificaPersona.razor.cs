using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>The page with the form for a new person or for changing an existing one.</summary>
public sealed partial class PaginaModificaPersona
{
    private readonly Guid _newId = Guid.CreateVersion7();

    /// <summary>The id of the person to change, or null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override Guid Subject => Id ?? _newId;

    protected override async Task<Saved?> ReadAgain()
    {
        if (Id is not { } id)
        {
            return new Saved(new PersonaForm(), null);
        }

        var details = await Read<DettaglioPersona, PersonaDetails>(q => q.Run(id, Actor));
        return details is null ? null : new Saved(PersonaForm.Of(details.Persona), details.Persona.Version);
    }

    private Task Save() => Save(new SalvaPersona(Subject, Form!, Version), OfficeOutcomeWords.Salvato, AppRoutes.PersonaDi(Subject));
}
