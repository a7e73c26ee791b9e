using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Registro;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>
/// Compares the registro with an attestazione that a person kept elsewhere. It checks every event against its own hash first, and reads every
/// leaf anew, so that nothing that this process remembers can hide a change.
/// </summary>
public sealed class ConfrontaAttestazione(CigHubDbContext db, KeyRing keys) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    /// <param name="testo">The text of the attestazione, as it was pasted or loaded.</param>
    public async Task<AttestazioneVerdict?> Run(string testo, IProgress<ConfrontoProgress>? progress = null, CancellationToken ct = default)
    {
        var registro = await db.VerifyRegistro(null, (done, all) => progress?.Report(new ConfrontoProgress(done, all)), ct);
        var size = SignedNote.Parse(testo) is { } note && Checkpoint.Parse(note.Text) is { } checkpoint ? checkpoint.Dimensione : -1;
        var root = registro.Integro && size >= 0 && size <= registro.Eventi ? await RegistroTree.RootNow(db, size, ct) : [];
        return AttestazioneVerdict.Of(testo, keys.Known, registro, _ => root);
    }
}

/// <summary>Records the verdicts of comparisons with attestazioni as events of the person who asked.</summary>
public sealed class VerdictRecorder(SystemWriter writer)
{
    public Task Note(AttestazioneVerdict verdict, Actor chi, CancellationToken ct = default)
    {
        var dati = new JsonObject { ["confermata"] = verdict.Coerente, ["nota"] = verdict.Messaggio };
        if (verdict.Numero is { } numero)
        {
            dati["attestazione"] = (long)numero;
        }

        if (verdict.Dimensione is { } eventi)
        {
            dati["eventi"] = eventi;
        }

        var evento = new EventToWrite(Azioni.AttestazioneConfrontata, Oggetti.Registro, Guid.Empty, null, dati)
        {
            Actor = new Attore(chi.PersonaId, NomiRegistrati.Valore(chi.Ruolo), chi.EnteId),
        };
        return writer.Write(_ => Task.FromResult(Events.Of(evento)), ct);
    }
}
