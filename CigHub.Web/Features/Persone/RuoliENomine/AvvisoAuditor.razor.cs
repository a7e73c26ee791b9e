using CigHub.Domain.Persone;
using CigHub.Web.Features.Persone.UnaPersona;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>
/// The notice (avviso) that a person is Auditor and also holds another role at the same Ente, with the Atto di nomina and the reason
/// of each. It shows nothing for other people.
/// </summary>
public sealed partial class AvvisoAuditor
{
    /// <summary>All past, present and future roles of the person.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RuoloDellaPersona> Ruoli { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>The roles held today that join the person's role of Auditor with another role, both included.</summary>
    private IReadOnlyList<RuoloDellaPersona> Uniti => [.. Validi.Where(r => Validi.Any(x => Appartenenza.UnisceAuditor(r.Ruolo, r.EnteId, x.Ruolo, x.EnteId)))];

    private IReadOnlyList<RuoloDellaPersona> Altri => [.. Uniti.Where(r => r.Ruolo != Ruolo.Auditor)];

    private IReadOnlyList<RuoloDellaPersona> Giustificati => [.. Uniti.Where(r => r.Motivo is not null)];

    private IEnumerable<RuoloDellaPersona> Validi => Ruoli.Where(r => Appartenenza.Vale(r.Dal, r.Fino, Today));
}
