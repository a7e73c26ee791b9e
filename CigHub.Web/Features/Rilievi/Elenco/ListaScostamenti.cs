using CigHub.Domain.Rilievi;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>Returns the rilievi about the controls that an Auditor may see, newest first.</summary>
public sealed class ListaScostamenti(RilieviReader reader) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public Task<RilieviView> Run(RilieviFilter filter, CancellationToken ct = default) => reader.Page(FamigliaRilievi.Controlli, filter, conEventi: true, ct);

    /// <summary>Returns the first rows of a choice, for a sheet.</summary>
    public Task<IReadOnlyList<RilievoRow>> All(RilieviFilter filter, int most, CancellationToken ct = default) =>
        reader.All(FamigliaRilievi.Controlli, filter, most, conEventi: true, ct);
}
