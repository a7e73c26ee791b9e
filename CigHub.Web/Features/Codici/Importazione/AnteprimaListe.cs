using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>Returns a preview of the import of some files. It saves nothing.</summary>
[Limited(LimitedUse.Upload)]
public sealed class AnteprimaListe(PianoImportazione importazione) : IQuery
{
    public static Permission Requires => Permission.GestisciListe;

    public async Task<Piano?> Run(IReadOnlyList<FileLista> file, CancellationToken ct = default) => await importazione.Of(file, ct);
}
