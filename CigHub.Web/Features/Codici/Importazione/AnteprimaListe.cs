using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>What importing some files would do, said before it is done; saves nothing.</summary>
[Limitato(Uso.Caricamento)]
public sealed class AnteprimaListe(PianoImportazione importazione) : IQuery
{
    public static Permission Requires => Permission.GestisciListe;

    public async Task<Piano?> Esegui(IReadOnlyList<FileLista> file, CancellationToken ct = default) => await importazione.Di(file, ct);
}
