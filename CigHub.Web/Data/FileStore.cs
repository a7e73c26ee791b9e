using CigHub.Domain.Affidamenti;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Stores the bytes of attached files in the database, once for each hash.</summary>
internal static class FileStore
{
    public static async Task Tieni(this CigHubDbContext db, FileAllegato file, byte[] contenuto, CancellationToken ct)
    {
        if (!await db.ContenutiFile.AnyAsync(c => c.Sha256 == file.Sha256, ct))
        {
            db.ContenutiFile.Add(new ContenutoFile { Sha256 = file.Sha256, Byte = contenuto });
        }
    }
}
