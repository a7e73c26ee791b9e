namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>The portal's path in force and the ones before it.</summary>
public sealed partial class PaginaPercorso
{
    private IReadOnlyList<VersionePercorso>? Versioni { get; set; }

    protected override async Task Carica() =>
        Versioni = await Leggi<VersioniPercorso, IReadOnlyList<VersionePercorso>>(async q => await q.Esegui());
}
