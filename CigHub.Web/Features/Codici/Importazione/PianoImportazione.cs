using System.Security.Cryptography;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>A file that the user chose for the import, with its content.</summary>
public sealed record FileLista(string Nome, byte[] Contenuto)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Contenuto));
}

/// <summary>A code list read from a file, and how it differs from the list in force.</summary>
public sealed record ListaConfrontata(ListaLetta Letta, ConfrontoListe Confronto);

/// <summary>
/// The result for one file of an import: its list compared with the one in force, or the reason why it cannot be imported.
/// </summary>
public sealed record EsitoFile(FileLista File, Result<ListaConfrontata> Lista)
{
    public bool CambiaQualcosa => Lista.TryGet(out var lista) && lista.Confronto.CambiaQualcosa;
}

/// <summary>The result of comparing all files of an import with the lists now in the database.</summary>
/// <param name="Numero">The number of <see cref="ListeInVigore"/> at the time of the comparison.</param>
public sealed record Piano(IReadOnlyList<EsitoFile> File, int Numero)
{
    public IReadOnlyList<EsitoFile> DaCambiare => [.. File.Where(f => f.CambiaQualcosa)];
}

/// <summary>
/// Compares files with the code lists in force. The preview and the command that imports both use it, so that they agree.
/// </summary>
public sealed class PianoImportazione(CigHubDbContext db, TimeProvider clock)
{
    public async Task<Piano> Of(IReadOnlyList<FileLista> file, CancellationToken ct)
    {
        var importate = await db.ListeImportate.AsNoTracking().OrderBy(l => l.IdTipologica).ToListAsync(ct);
        var liste = ListeInVigore.Componi(importate);
        var viste = new HashSet<string>(StringComparer.Ordinal);
        return new Piano([.. file.Select(f => new EsitoFile(f, Compare(f, liste, viste)))], ListeInVigore.NumeroDi(importate.Select(i => i.Version)));
    }

    private Result<ListaConfrontata> Compare(FileLista file, RaccoltaListe liste, HashSet<string> viste)
    {
        var letta = ImportazioneLista.Leggi(file.Nome, file.Contenuto);
        if (!letta.TryGet(out var lista))
        {
            return Result<ListaConfrontata>.Refused(letta.Errors);
        }

        return viste.Add(lista.IdTipologica)
            ? new ListaConfrontata(lista, ConfrontoListe.Confronta(liste.Trova(lista.IdTipologica)!, lista, clock.Today()))
            : new Error("lista.ripetuta", $"Fra i file scelti la lista «{lista.IdTipologica}» c'è due volte: vale il primo, togli quello che non serve.");
    }
}
