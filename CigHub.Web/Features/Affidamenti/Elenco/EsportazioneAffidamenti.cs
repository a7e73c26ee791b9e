using System.Collections.Concurrent;
using System.Security.Cryptography;
using CigHub.Domain.Common;
using CigHub.Web.Features.FogliDiCalcolo;
using CigHub.Web.Security;
using CigHub.Web.WritePath;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>A file that was made and waits for the event that lets it go.</summary>
/// <param name="Per">Who asked for it, in which role: nobody else gets it.</param>
public sealed record FilePronto(Guid Id, Actor Per, string Nome, byte[] Byte, int Righe, string Sha256, FiltroAffidamenti Filtro)
{
    public string Parole => $"{Plural.Word(Righe, "Esportato", "Esportati")} {Plural.Of(Righe, "affidamento", "affidamenti")} in {Nome}.";
}

/// <summary>The files between their making and their handing out; each stays as long as one request.</summary>
public sealed class FileInConsegna
{
    private readonly ConcurrentDictionary<Guid, FilePronto> _file = new();

    public FilePronto? Trova(Guid id) => _file.GetValueOrDefault(id);

    internal void Metti(FilePronto file) => _file[file.Id] = file;

    internal void Togli(Guid id) => _file.TryRemove(id, out _);
}

/// <summary>The export of the list in its three steps: read, leave the event, hand out. The file is made before the write transaction, so that nobody waits for it.</summary>
public sealed class EsportazioneAffidamenti(Lettore lettore, CommandRunner runner, FileInConsegna consegne, TimeProvider clock)
{
    public async Task<Result<FilePronto>> Esegui(FiltroAffidamenti filtro, Actor actor, CancellationToken ct = default)
    {
        var letto = await lettore.Leggi<CercaAffidamenti, IReadOnlyList<RigaElenco>>(actor, async q => await q.Prime(filtro, actor.PersonaId, ScrittoreXlsx.MaxRighe + 1, ct), ct);
        if (!letto.TryGet(out var righe))
        {
            return Result<FilePronto>.Refused(letto.Errors);
        }

        if (righe.Count == 0)
        {
            return new Error("esporta.vuoto", "Con questi filtri non c'è nessun affidamento da esportare: allargali e riprova.");
        }

        if (righe.Count > ScrittoreXlsx.MaxRighe)
        {
            return new Error("esporta.troppi", "Con questi filtri gli affidamenti sono più di 50.000, il massimo per un foglio: restringi i filtri, per esempio con la Data Invio, ed esporta in più volte.");
        }

        var file = FoglioAffidamenti.Scrivi(righe, conEnte: actor.EnteId is null);
        var adesso = OraItaliana.DiRoma(clock.GetUtcNow().UtcDateTime);
        var pronto = new FilePronto(
            Guid.CreateVersion7(), actor, $"affidamenti-{adesso:yyyy-MM-dd-HHmm}.xlsx", file, righe.Count, Convert.ToHexStringLower(SHA256.HashData(file)), filtro);
        consegne.Metti(pronto);
        try
        {
            var esito = await runner.Esegui(new EsportaAffidamenti(pronto.Id), actor, ct);
            return esito.IsSuccess ? pronto : Result<FilePronto>.Refused(esito.Errors);
        }
        finally
        {
            consegne.Togli(pronto.Id);
        }
    }
}
