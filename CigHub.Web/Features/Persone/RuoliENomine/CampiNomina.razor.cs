using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The fields of an act of appointment, for use inside another component's form.</summary>
public sealed partial class CampiNomina
{
    private static readonly (string Codice, string Parola)[] Kinds = [.. Enum.GetValues<TipoAttoDiNomina>().Select(t => (t.ToString(), t.Nome()))];

    [Parameter, EditorRequired]
    public required NominaForm Form { get; set; }

    /// <summary>The prefix of the field names, needed when a page has two such groups of fields.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    /// <summary>Says whether to ask if the person comes from outside the Ente.</summary>
    [Parameter]
    public bool ConEsterno { get; set; }

    [Parameter]
    public bool Required { get; set; }

    /// <summary>
    /// Raised when the user has answered whether the person comes from outside. The act may then be due, so the caller must render again.
    /// </summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private Task CambiaEsterno(string? esterno)
    {
        Form.Esterno = esterno;
        return Changed.InvokeAsync();
    }
}
