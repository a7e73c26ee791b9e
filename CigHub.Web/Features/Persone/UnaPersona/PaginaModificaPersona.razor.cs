using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>Page with the form of a person, new or existing.</summary>
public sealed partial class PaginaModificaPersona
{
    private readonly Guid _nuovoId = Guid.CreateVersion7();

    /// <summary>The id of the person. Null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override Guid Soggetto => Id ?? _nuovoId;

    protected override async Task<Saved?> Rileggi()
    {
        if (Id is not { } id)
        {
            return new Saved(new PersonaForm(), null);
        }

        var scheda = await Leggi<DettaglioPersona, PersonaDetails>(q => q.Esegui(id, Actor));
        return scheda is null ? null : new Saved(PersonaForm.Di(scheda.Persona), scheda.Persona.Version);
    }

    private Task Salva() => Salva(new SalvaPersona(Soggetto, Modulo!, Version), OfficeOutcomeWords.Salvato, AppRoutes.PersonaDi(Soggetto));
}
