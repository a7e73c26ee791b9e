using System.Security.Cryptography;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>A file as it was chosen.</summary>
public sealed record FileLista(string Nome, byte[] Contenuto)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Contenuto));
}

/// <summary>A list of a file against the one in force.</summary>
public sealed record ListaConfrontata(ListaLetta Letta, ConfrontoListe Confronto);

/// <summary>What a file would do, or why it does nothing.</summary>
public sealed record EsitoFile(FileLista File, Result<ListaConfrontata> Lista)
{
    public bool CambiaQualcosa => Lista.TryGet(out var lista) && lista.Confronto.CambiaQualcosa;
}

/// <summary>What an import would do, file by file, to the lists as they stand in the database now.</summary>
/// <param name="Numero">Of <see cref="ListeInVigore"/>: what the comparison was made with.</param>
public sealed record Piano(IReadOnlyList<EsitoFile> File, int Numero)
{
    public IReadOnlyList<EsitoFile> DaCambiare => [.. File.Where(f => f.CambiaQualcosa)];
}

/// <summary>The one comparison, for the preview and for the command that follows it.</summary>
public sealed class PianoImportazione(CigHubDbContext db, TimeProvider clock)
{
    public async Task<Piano> Di(IReadOnlyList<FileLista> file, CancellationToken ct)
    {
        var importate = await db.ListeImportate.AsNoTracking().OrderBy(l => l.IdTipologica).ToListAsync(ct);
        var liste = ListeInVigore.Componi(importate);
        var viste = new HashSet<string>(StringComparer.Ordinal);
        return new Piano([.. file.Select(f => new EsitoFile(f, Confronta(f, liste, viste)))], ListeInVigore.NumeroDi(importate.Select(i => i.Version)));
    }

    private Result<ListaConfrontata> Confronta(FileLista file, RaccoltaListe liste, HashSet<string> viste)
    {
        var letta = ImportazioneLista.Leggi(file.Nome, file.Contenuto);
        if (!letta.TryGet(out var lista))
        {
            return Result<ListaConfrontata>.Refused(letta.Errors);
        }

        return viste.Add(lista.IdTipologica)
            ? new ListaConfrontata(lista, ConfrontoListe.Di(liste.Trova(lista.IdTipologica)!, lista, clock.Oggi()))
            : new Error("lista.ripetuta", $"Fra i file scelti la lista «{lista.IdTipologica}» c'è due volte: vale il primo, togli quello che non serve.");
    }
}
