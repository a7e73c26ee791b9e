using CigHub.Domain.Common;

namespace CigHub.Web.Features.Salute;

/// <summary>Shows Amministratori and Auditors how the installation is, and what to do where something is not right.</summary>
public sealed partial class PaginaSalute
{
    private IReadOnlyList<ControlloSalute>? Controlli { get; set; }

    private string Summary => Controlli!.Count(v => !v.APosto) switch
    {
        0 => "Tutto a posto.",
        var quante => $"{Plural.Of(quante, "cosa", "cose")} da guardare.",
    };

    protected override async Task LoadAsync() => Controlli = await Read<SaluteInstallazione, IReadOnlyList<ControlloSalute>>(q => q.Run());
}
