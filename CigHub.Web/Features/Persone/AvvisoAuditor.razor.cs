using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>Says that a person is Auditor and has another role at the same Ente, by which act and why; else shows nothing.</summary>
public sealed partial class AvvisoAuditor
{
    /// <summary>All roles of one person.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RuoloDellaPersona> Ruoli { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Oggi { get; set; }

    private IEnumerable<RuoloDellaPersona> Altri => Validi.Where(r => Auditor(r).Any());

    private IEnumerable<RuoloDellaPersona> Validi => Ruoli.Where(r => r.Dal <= Oggi && (r.Fino is null || Oggi < r.Fino));

    /// <summary>The roles as Auditor that a role stands beside.</summary>
    private IEnumerable<RuoloDellaPersona> Auditor(RuoloDellaPersona altro) =>
        Validi.Where(r => r.Ruolo == Ruolo.Auditor && Appartenenza.UnisceAuditor(r.Ruolo, r.EnteId, altro.Ruolo, altro.EnteId));

    private IEnumerable<RuoloDellaPersona> Giustificati(RuoloDellaPersona altro) => Auditor(altro).Append(altro).Where(r => r.Motivo is not null);
}
