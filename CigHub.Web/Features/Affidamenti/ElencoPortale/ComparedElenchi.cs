using System.Runtime.CompilerServices;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>A file of the portal as it was read and compared with the data of one Ente, and the fingerprint of the comparison.</summary>
public sealed record ComparedElenco(Guid EnteId, ElencoLetto Elenco, FileAllegato File, ConfrontoElenco Confronto, string Impronta);

/// <summary>
/// Keeps the comparison that a user looks at, as long as the page holds the bytes of the file. Recording a part of the rows need not read
/// and compare the whole file again, which takes too long for a write transaction.
/// </summary>
public sealed class ComparedElenchi
{
    private readonly ConditionalWeakTable<byte[], ComparedElenco> _compared = [];

    /// <summary>Keeps a comparison beside the bytes of its file. It takes the place of an older one.</summary>
    public void Keep(byte[] file, ComparedElenco compared) => _compared.AddOrUpdate(file, compared);

    /// <summary>Returns the comparison with a fingerprint, or null when the file was never compared so for the Ente.</summary>
    public ComparedElenco? Find(byte[] file, Guid enteId, string impronta) =>
        _compared.TryGetValue(file, out var kept) && kept.EnteId == enteId && kept.Impronta == impronta ? kept : null;
}
