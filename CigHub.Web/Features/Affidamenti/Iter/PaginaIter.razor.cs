using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>
/// The page of the whole course of one Affidamento, for Auditors and for the Responsabile: steps with roles and appointments, the
/// separation of duties, declarations, avvisi, attempts on the portal, ledger rows and atti.
/// </summary>
public sealed partial class PaginaIter
{
    /// <summary>The number of characters from which a text of a step is folded away. The text of a declaration is longer.</summary>
    private const int LongText = 300;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private IterView? View { get; set; }

    private bool SeesRegistro => User!.May(Permission.LeggiRegistro);

    protected override async Task LoadAsync() => View = await Read<IterAffidamento, IterView>(q => q.Run(Id, Actor));
}
