using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>The verdict about two attestazioni, with its proof as a file for download.</summary>
/// <param name="Testo">The content of the file. Null when there is no proof.</param>
/// <param name="Messaggio">The verdict as Italian sentences that accuse nobody.</param>
public sealed record ProofFile(string Nome, string? Testo, string Messaggio);

/// <summary>
/// Makes the proof that the later of two attestazioni continues the earlier one: the file says the smaller size, the hashes, and the note of
/// the later one.
/// </summary>
/// <remarks>Source of the format: the body of a C2SP tlog-witness request. Source of the proof: RFC 6962 §2.1.2.</remarks>
public sealed class ProvaDiCoerenza(CigHubDbContext db, AttestazioniStore store, KeyRing keys, RegistroTree tree) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    /// <summary>Makes the proof about two attestazioni, whose numbers may come in either order.</summary>
    public async Task<ProofFile?> Run(int una, int altra, CancellationToken ct = default)
    {
        var (prima, dopo) = (Math.Min(una, altra), Math.Max(una, altra));
        var name = string.Create(CultureInfo.InvariantCulture, $"coerenza-{prima:000000}-{dopo:000000}.txt");
        if (Missing(prima) is { } noFirst)
        {
            return new(name, null, noFirst);
        }

        if (Missing(dopo) is { } noSecond)
        {
            return new(name, null, noSecond);
        }

        var (vecchia, nuova) = (store.Read(prima)!, store.Read(dopo)!);
        var (old, now) = (vecchia.Checkpoint!, nuova.Checkpoint!);
        if (old.Dimensione > now.Dimensione)
        {
            return new(
                name, null,
                AttestazioneWords.NotCoherent(
                    prima, vecchia.Utc,
                    $": la {AttestazioneWords.NameOf(dopo, nuova.Utc)}, che viene dopo, attesta meno eventi ({Plural.Number(now.Dimensione)} invece di " +
                    $"{Plural.Number(old.Dimensione)})"));
        }

        var (proof, before, after) = await tree.Consistency(db, old.Dimensione, now.Dimensione, ct);
        if (!old.SameRoot(before) || !now.SameRoot(after))
        {
            tree.Forget();
            var wrong = old.SameRoot(before) ? nuova : vecchia;
            return new(name, null, AttestazioneWords.NotCoherent(wrong.Numero, wrong.Utc));
        }

        return new(name, MerkleProof.ConsistencyText(old.Dimensione, proof, SignedNote.Parse(nuova.Nota)!), Coherent(vecchia, nuova));
    }

    private static string Coherent(Attestazione vecchia, Attestazione nuova)
    {
        var later = nuova.Dimensione - vecchia.Dimensione;
        return vecchia.Numero == nuova.Numero
            ? $"È la stessa attestazione, {AttestazioneWords.NameOf(nuova.Numero, nuova.Utc)}: la prova non contiene impronte."
            : $"Coerenti: l'attestazione {AttestazioneWords.NameOf(nuova.Numero, nuova.Utc)} continua la " +
                $"{AttestazioneWords.NameOf(vecchia.Numero, vecchia.Utc)}. " +
                $"{Plural.Of(vecchia.Dimensione, "evento attestato allora è", "eventi attestati allora sono")} all'inizio della seconda, nello stesso ordine " +
                $"e senza differenze; dopo, {Plural.Of(later, "evento in più", "eventi in più")}.";
    }

    /// <summary>Returns the reason for which an attestazione cannot be taken, or null when it can.</summary>
    private string? Missing(int numero)
    {
        if (store.Read(numero) is not { Checkpoint: { } checkpoint } attestazione)
        {
            return numero > 0 && numero <= store.Last
                ? $"L'attestazione n. {numero} accanto ai dati non si legge. {AttestazioneWords.WhatToDo}"
                : $"L'attestazione n. {numero} non c'è: i numeri vanno da 1 a {store.Last}.";
        }

        return keys.SignedBy(SignedNote.Parse(attestazione.Nota)!, checkpoint.Dimensione) is (not null, true)
            ? null
            : $"L'attestazione {AttestazioneWords.NameOf(numero, attestazione.Utc)}, accanto ai dati, non ha una firma valida di questa installazione. " +
                AttestazioneWords.WhatToDo;
    }
}
