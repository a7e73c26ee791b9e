using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>Returns a preview of the import of some files. It saves nothing.</summary>
[Limited(LimitedUse.Caricamento)]
public sealed class AnteprimaListe(PianoImportazione importazione) : IQuery
{
    public static Permission Requires => Permission.GestisciListe;

    public async Task<Piano?> Esegui(IReadOnlyList<FileLista> file, CancellationToken ct = default) => await importazione.Di(file, ct);
}
