using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.ListaAttesa;

/// <summary>The part of the Cruscotto that lists the user's waiting Affidamenti for which there is room now.</summary>
public sealed partial class PostiLiberatiNelCruscotto
{
    private PostiLiberatiView? Liberati { get; set; }

    protected override async Task LoadAsync() => Liberati = User!.May(Permission.PreparaBozza) && User.Actor.Delega is null
        ? await Read<PostiLiberati, PostiLiberatiView>(async q => await q.Run(User.Actor.PersonaId))
        : null;
}
