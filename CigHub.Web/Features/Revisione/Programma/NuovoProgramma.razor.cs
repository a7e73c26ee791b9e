using System.Globalization;
using CigHub.Web.Common;
using CigHub.Web.Features.Revisione.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione.Programma;

/// <summary>The form by which an Auditor records the approved programme of a year. It opens on request.</summary>
public sealed partial class NuovoProgramma
{
    private const string Prefix = "Programma";

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required AuditListView View { get; set; }

    private bool IsOpen { get; set; }

    private Guid NewId { get; set; }

    private ProgrammaForm Form { get; set; } = new();

    private IReadOnlyList<(string, string)> Enti => [.. View.Enti.Select(e => (e.Id.ToString(), e.Nome))];

    private static string Field(string name) => Prefix + name;

    private void Open() => (Form, NewId, IsOpen) =
        (new ProgrammaForm { Anno = Clock.Today().Year.ToString(CultureInfo.InvariantCulture) }, Guid.CreateVersion7(), true);

    private void Close() => (IsOpen, ActErrors) = (false, []);

    private async Task Save()
    {
        if (await Act(new RegistraProgramma(NewId, Form), "Il programma è registrato."))
        {
            Close();
        }
    }
}
