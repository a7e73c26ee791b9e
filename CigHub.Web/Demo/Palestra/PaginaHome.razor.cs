using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// The home page of the palestra. Its box for user name and password is only drawn, so that nobody types real credentials into it.
/// </summary>
public sealed partial class PaginaHome
{
    private static readonly Error _scaduta = new(
        "palestra.sessione",
        "La sessione è scaduta o non è ancora aperta: entrare con SPID. Un'operazione appena richiesta non è stata eseguita.");

    [Parameter, EditorRequired]
    public required PalestraGuest Ospite { get; set; }

    [Parameter]
    public bool Scaduta { get; set; }

    private IReadOnlyList<Error> Errors => Scaduta && !Ospite.ConSpid ? [_scaduta] : [];
}
