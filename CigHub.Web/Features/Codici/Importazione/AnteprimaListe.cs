using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>Previews an import of code lists: reads the files and compares them with the lists in force. It saves nothing.</summary>
[Limited(LimitedUse.Upload)]
public sealed class AnteprimaListe(PianoImportazione importazione) : IQuery
{
    public static Permission Requires => Permission.GestisciListe;

    public async Task<Piano?> Run(IReadOnlyList<FileLista> file, CancellationToken ct = default) => await importazione.Of(file, ct);
}
