using CigHub.Web.Features.Affidamenti;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>One item of the worklist, with its one next action.</summary>
public sealed partial class VoceDiLavoro
{
    [Parameter, EditorRequired]
    public required VoceAffidamento Voce { get; set; }

    [Parameter, EditorRequired]
    public required string Azione { get; set; }

    [Parameter, EditorRequired]
    public DateTime Adesso { get; set; }

    [Parameter]
    public bool MostraEnte { get; set; }

    /// <summary>How long the request has been open: a CIG that does not come back must not be forgotten.</summary>
    private string? Eta => Voce is { RichiestoIl: { } dal, Stato: Domain.Affidamenti.StatoAffidamento.CigInRichiesta or Domain.Affidamenti.StatoAffidamento.EsitoDaVerificare }
        ? (Adesso - dal) switch
        {
            { TotalMinutes: < 60 } d => $"da {Math.Max(1, (int)d.TotalMinutes)} min",
            { TotalHours: < 48 } d => $"da {(int)d.TotalHours} h",
            { } d => $"da {(int)d.TotalDays} giorni",
        }
        : null;
}
