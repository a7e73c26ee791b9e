using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Shows, once a CIG has been registered, the next Affidamento of the RUP that is ready for the portal, with the order and the publication
/// that remain for this one beside it.
/// </summary>
public sealed partial class DopoIlCigAcquisito
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>Returns the address at which the next Affidamento opens: its scheda, or its panel for a user who works in the panel.</summary>
    [Parameter, EditorRequired]
    public required Func<Guid, string> Address { get; set; }

    private AffidamentoInSerie? Prossimo { get; set; }

    private bool Letto { get; set; }

    protected override async Task LoadAsync()
    {
        if (!Letto && User!.May(Permission.RichiediCig))
        {
            Prossimo = await Read<RichiesteDellaSerie, AffidamentoInSerie>(q => q.ProssimoPronto(User!.Actor.PersonaId));
        }

        Letto = true;
    }
}
