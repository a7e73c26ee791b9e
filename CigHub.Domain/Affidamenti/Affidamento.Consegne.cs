using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <content>
/// The change of the RUP inside CigHub, before the request is on the portal. Afterwards the RUP changes through <em>Sostituzione RUP</em>.
/// </content>
public sealed partial class Affidamento
{
    /// <summary>
    /// Reassigns the Affidamento to another RUP of the Ente and records the reason. Allowed only before the Affidamento is on the portal.
    /// </summary>
    /// <param name="nuovoRupId">The id of the RUP who takes over.</param>
    /// <param name="motivo">The reason, which the registro keeps.</param>
    /// <param name="rupDellEnte">The ids of the people who are a RUP of the Ente today.</param>
    /// <param name="utc">The instant of the change, UTC.</param>
    public Result RiassegnaRup(Guid nuovoRupId, string? motivo, IReadOnlySet<Guid> rupDellEnte, DateTime utc)
    {
        if (Transizioni.Ammessa(Stato, AzioneAffidamento.AvviaSostituzioneRup))
        {
            return new Error("riassegna.sul-portale", $"{Numero} è già sul portale: il RUP si cambia con «Sostituzione RUP», nella pagina «Dopo il CIG».");
        }

        if (Vieta(AzioneAffidamento.AssegnaRup) is { } no)
        {
            return no;
        }

        List<Error> errori = [];
        if (string.IsNullOrWhiteSpace(motivo))
        {
            errori.Add(new Error("riassegna.senza-motivo", "Scrivi il motivo: lo leggono chi lascia e chi subentra.", "Motivo"));
        }

        if (nuovoRupId == RupId)
        {
            errori.Add(new Error("riassegna.stesso-rup", "È già il RUP di questo affidamento: scegline un altro.", "NuovoRupId"));
        }
        else if (!rupDellEnte.Contains(nuovoRupId))
        {
            errori.Add(new Error(
                "riassegna.nuovo-rup",
                "Scegli un RUP dello stesso Ente: se non è in elenco, l'amministratore dell'ufficio deve prima assegnargli il ruolo.",
                "NuovoRupId"));
        }

        return errori.Count > 0 ? Result.Refused(errori) : AssegnaRup(nuovoRupId, utc);
    }
}
