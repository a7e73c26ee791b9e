using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Adds the file of an evidenza to the fascicolo, as an atto of the kind <see cref="TipoAtto.Evidenza"/>.</summary>
internal static class EvidenzaNelFascicolo
{
    public static async Task<Result<FileAllegato>> TieniEvidenza(
        this CigHubDbContext db, Affidamento affidamento, ChosenFile evidenza, TimeProvider clock, CancellationToken ct)
    {
        var riconosciuta = EvidenzaDelPortale.Recognize(evidenza);
        if (!riconosciuta.TryGet(out var file))
        {
            return riconosciuta;
        }

        var dati = new DatiAtto(TipoAtto.Evidenza, "", clock.Today(), "");
        var esito = affidamento.AggiungiAtto(Guid.CreateVersion7(), dati, "", file, clock.Today(), clock.GetUtcNow().UtcDateTime);
        if (esito.IsSuccess)
        {
            await db.Tieni(file, evidenza.Byte, ct);
        }

        return esito.IsSuccess ? file : Result<FileAllegato>.Refused(esito.Errors);
    }
}
