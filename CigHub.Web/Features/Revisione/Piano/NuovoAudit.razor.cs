using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Features.Revisione.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione.Piano;

/// <summary>The form by which an Auditor plans an audit. It opens on request.</summary>
public sealed partial class NuovoAudit
{
    private static readonly (string Codice, string Parola)[] _requisiti =
        [.. MappaDeiRequisiti.Tutti.Select(r => (r.Titolo, r.Clausola2016 is { } clausola ? $"{clausola} {r.Titolo}" : r.Titolo))];

    private readonly Guid _newId = Guid.CreateVersion7();

    [Parameter, EditorRequired]
    public required AuditListView View { get; set; }

    private bool Open { get; set; }

    private PianoForm Form { get; } = new();

    private IReadOnlyList<(string Codice, string Parola)> Enti => [.. View.Enti.Select(e => (e.Id.ToString(), e.Nome))];

    private IReadOnlyList<(string Codice, string Parola)> Convenzioni => [.. View.Convenzioni.Select(c => (c.Id.ToString(), c.Nome))];

    private IReadOnlyList<(string Codice, string Parola)> Programmi =>
        [.. View.Gruppi.Select(g => g.Programma).OfType<ProgrammaRow>().Select(p => (p.Id.ToString(), p.Titolo))];

    private Task Plan() => ActAndGoOn(new PianificaAudit(_newId, Form), "L'audit è pianificato: ora estrai il campione.", AppRoutes.AuditDi(_newId));
}
