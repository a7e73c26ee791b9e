using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Comune;

/// <summary>What is seldom needed, below the work of the day.</summary>
public sealed partial class AltreCose
{
    [Parameter, EditorRequired]
    public required Utente Utente { get; set; }
}
