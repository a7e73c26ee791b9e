using CigHub.Web.Common;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>The page of one person with the roles at each Ente. Here an Amministratore gives and ends roles.</summary>
public sealed partial class PaginaPersona
{
    [Parameter]
    public Guid Id { get; set; }

    private PersonaDetails? Details { get; set; }

    private bool MayManage => User!.May(Permission.GestisciCatalogo);

    private bool SonoIo => Id == Actor.PersonaId;

    /// <summary>The id of the role for which the form that ends it is open, or null when none is.</summary>
    private Guid? DaTogliere { get; set; }

    protected override async Task LoadAsync() => Details = await Read<DettaglioPersona, PersonaDetails>(q => q.Run(Id, Actor));

    private void ChiediDiTogliere(Guid ruolo) => (DaTogliere, ActErrors) = (ruolo, []);

    private Task Riattiva() => Act(new RiattivaPersona(Id, Details!.Persona.Version), OfficeOutcomeWords.PersonaRiattivata);
}
