using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The fields of an act of appointment, inside the caller's form.</summary>
public sealed partial class CampiNomina
{
    private static readonly (string Codice, string Parola)[] Kinds = [.. Enum.GetValues<TipoAttoDiNomina>().Select(t => (t.ToString(), t.Nome()))];

    [Parameter, EditorRequired]
    public required NominaForm Form { get; set; }

    /// <summary>The prefix of the field names, for a page with two such forms.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    /// <summary>Says whether to ask if the person comes from outside the Ente.</summary>
    [Parameter]
    public bool ConEsterno { get; set; }

    [Parameter]
    public bool Required { get; set; }

    /// <summary>Raised when the answer changes. The act may become obligatory by it, so the caller must render again.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private Task CambiaEsterno(string? esterno)
    {
        Form.Esterno = esterno;
        return Changed.InvokeAsync();
    }
}
