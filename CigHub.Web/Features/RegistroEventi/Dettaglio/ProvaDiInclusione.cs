using System.Globalization;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Dettaglio;

/// <summary>The proof that an event is in the registro of an attestazione, as a file.</summary>
/// <param name="Testo">The file in the format tlog-proof. Null when there is no proof.</param>
/// <param name="Messaggio">The Italian sentence about it.</param>
public sealed record InclusionFile(string Nome, string? Testo, string Messaggio);

/// <summary>
/// Makes the proof that an event is in the registro that the newest attestazione covers. Whoever has the event's text, the proof and the public
/// key can check it without CigHub. Returns null for an event that the actor may not see.
/// </summary>
/// <remarks>Source: C2SP tlog-proof, RFC 6962 §2.1.1.</remarks>
public sealed class ProvaDiInclusione(CigHubDbContext db, AttestazioniStore store, RegistroTree tree) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<InclusionFile?> Run(long seq, CancellationToken ct = default)
    {
        var foglia = await db.Registro.AsNoTracking().Where(e => e.Seq == seq).Select(e => e.Foglia).SingleOrDefaultAsync(ct);
        if (foglia is null)
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"evento-{seq}.tlog-proof");
        if (store.Newest is not { Checkpoint: { } checkpoint } newest || checkpoint.Dimensione < seq)
        {
            return new(name, null, "Questo evento è più recente dell'ultima attestazione: fanne una nuova in «Attestazioni di integrità» e riprova.");
        }

        var (proof, root) = await tree.Inclusion(db, seq - 1, checkpoint.Dimensione, ct);
        if (!checkpoint.SameRoot(root) || !MerkleProof.Includes(seq - 1, checkpoint.Dimensione, foglia, root, proof))
        {
            tree.Forget();
            return new(name, null, AttestazioneWords.NotCoherent(newest.Numero, newest.Utc));
        }

        return new(
            name,
            MerkleProof.Text(seq - 1, proof, SignedNote.Parse(newest.Nota)!),
            $"L'evento è nel registro dell'attestazione {AttestazioneWords.NameOf(newest.Numero, newest.Utc)}. La prova si verifica con il testo conservato " +
            "e la chiave pubblica, senza CigHub.");
    }
}
