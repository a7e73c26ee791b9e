using CigHub.Domain.Rilievi;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>Returns the rilievi about the spending that the actor may see, newest first.</summary>
public sealed class ListaRilievi(RilieviReader reader) : IQuery
{
    public static Permission Requires => Permission.LeggiRilievi;

    /// <param name="conEventi">Says whether the reader may open events and people, so that evidence of these kinds is a link.</param>
    public Task<RilieviView> Run(RilieviFilter filter, bool conEventi, CancellationToken ct = default) =>
        reader.Page(FamigliaRilievi.Spesa, filter, conEventi, ct);

    /// <summary>Returns the first rows of a choice, for a sheet.</summary>
    public Task<IReadOnlyList<RilievoRow>> All(RilieviFilter filter, int most, CancellationToken ct = default) =>
        reader.All(FamigliaRilievi.Spesa, filter, most, conEventi: false, ct);
}
