using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>Shows who had which duty in the course of an Affidamento, and marks the people who had more than one.</summary>
public sealed partial class SeparazioneIter
{
    [Parameter, EditorRequired]
    public required IterView View { get; set; }

    private string Names(CompitoNellIter compito) =>
        string.Join(", ", View.Persone.Where(p => p.Compiti.Compiti.Contains(compito)).Select(p => p.Nome)) is { Length: > 0 } nomi ? nomi : "nessuno";
}
