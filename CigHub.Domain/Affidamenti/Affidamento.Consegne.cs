using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <content>Passing to another RUP: inside CigHub before the portal, by <em>Sostituzione RUP</em> afterwards.</content>
public sealed partial class Affidamento
{
    /// <summary>Passes it to another RUP of the Ente, before it is on the portal.</summary>
    /// <param name="nuovoRupId">Who takes it over.</param>
    /// <param name="motivo">Why; it stays in the registro.</param>
    /// <param name="rupDellEnte">Who holds that role at the Ente today.</param>
    /// <param name="utc">Now.</param>
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
