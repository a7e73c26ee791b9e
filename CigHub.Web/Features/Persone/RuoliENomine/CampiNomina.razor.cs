using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The fields of an act of appointment, inside a form of its caller's.</summary>
public sealed partial class CampiNomina
{
    private static readonly (string Codice, string Parola)[] Tipi = [.. Enum.GetValues<TipoAttoDiNomina>().Select(t => (t.ToString(), t.Nome()))];

    [Parameter, EditorRequired]
    public required ModuloNomina Modulo { get; set; }

    /// <summary>Before the names of the fields, where a page has two such forms.</summary>
    [Parameter]
    public string Prefisso { get; set; } = "";

    /// <summary>Whether the person may come from outside the Ente.</summary>
    [Parameter]
    public bool ConEsterno { get; set; }

    [Parameter]
    public bool Obbligatorio { get; set; }

    /// <summary>Whether the act is obligatory depends on it: the caller draws itself again.</summary>
    [Parameter]
    public EventCallback Cambiato { get; set; }

    private Task CambiaEsterno(string? esterno)
    {
        Modulo.Esterno = esterno;
        return Cambiato.InvokeAsync();
    }
}
