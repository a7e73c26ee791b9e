using System.Globalization;
using System.Text;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>A proof as a file for download.</summary>
/// <param name="Testo">The content of the file. Null when there is no proof.</param>
/// <param name="Motivo">The reason for which there is none, as an Italian sentence. Null when there is one.</param>
public sealed record ProofFile(string Nome, string? Testo, string? Motivo = null);

/// <summary>
/// Makes the proof that the newest attestazione continues an older one: the file says the older size, the hashes, and the newest note.
/// </summary>
/// <remarks>Source of the format: the body of a C2SP tlog-witness request. Source of the proof: RFC 6962 §2.1.2.</remarks>
public sealed class ProvaDiCoerenza(CigHubDbContext db, AttestazioniStore store, RegistroTree tree) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<ProofFile?> Run(int numero, CancellationToken ct = default)
    {
        if (store.Read(numero) is not { Checkpoint: { } old } attestazione || store.Newest is not { Checkpoint: { } now } newest)
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"coerenza-{numero:000000}-{newest.Numero:000000}.txt");
        if (old.Dimensione > now.Dimensione)
        {
            return new(name, null, AttestazioneWords.NotCoherent(numero, attestazione.Utc));
        }

        var (proof, before, after) = await tree.Consistency(db, old.Dimensione, now.Dimensione, ct);
        if (!old.SameRoot(before) || !now.SameRoot(after))
        {
            tree.Forget();
            var wrong = old.SameRoot(before) ? newest : attestazione;
            return new(name, null, AttestazioneWords.NotCoherent(wrong.Numero, wrong.Utc));
        }

        var text = new StringBuilder("old ").Append(old.Dimensione.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in proof)
        {
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        return new(name, text.Append('\n').Append(newest.Nota).ToString());
    }
}
