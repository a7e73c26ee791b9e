using CigHub.Domain.Revisione;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione.Campioni;

/// <summary>The form by which an Auditor draws the sample of an audit.</summary>
public sealed partial class NuovoCampione
{
    private static readonly (string Codice, string Parola)[] _metodi = [.. Enum.GetValues<MetodoCampione>().Select(m => (m.ToString(), m.Nome()))];

    [Parameter, EditorRequired]
    public required Audit Audit { get; set; }

    private CampioneForm Form { get; } = new();

    private Task Draw() => Act(new EstraiCampione(Audit.Id, Form, Audit.Version), "Il campione è estratto.");
}
