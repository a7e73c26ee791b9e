using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Adempimenti;

/// <summary>The form by which an Amministratore records a yearly declaration or a training of a person.</summary>
public sealed partial class NuovoAdempimento
{
    private const string Prefix = "Adempimento";

    private static readonly IReadOnlyList<(string, string)> _kinds = [.. Enum.GetValues<TipoAdempimento>().Select(t => (t.ToString(), t.Nome()))];

    [Parameter, EditorRequired]
    public Guid PersonaId { get; set; }

    private bool IsOpen { get; set; }

    private Guid NewId { get; set; }

    private AdempimentoForm Form { get; set; } = new();

    private static string Field(string name) => Prefix + name;

    private void Open() => (Form, NewId, IsOpen) = (new AdempimentoForm(), Guid.CreateVersion7(), true);

    private async Task Save()
    {
        if (await Act(new RegistraAdempimento(NewId, PersonaId, Form), "L'atto è registrato."))
        {
            IsOpen = false;
        }
    }
}
