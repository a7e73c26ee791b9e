using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <content>The acts of a delegate on the Affidamento, in the place of its RUP.</content>
public sealed partial class Affidamento
{
    /// <summary>
    /// Says whether a delega is about this Affidamento: the same Ente, the present RUP, and an ambito that includes it.
    /// </summary>
    /// <param name="convenzioneId">The Convenzione of the Affidamento's Lotto.</param>
    public bool Delegato(Delega delega, Guid convenzioneId) =>
        delega.EnteId == EnteId && delega.DeleganteId == RupId && delega.Ambito switch
        {
            AmbitoDelega.Scelti => delega.Affidamenti.Any(d => d.AffidamentoId == Id && (RupDal is null || RupDal <= d.DelegatoIl)),
            AmbitoDelega.Convenzione => delega.ConvenzioneId == convenzioneId,
            AmbitoDelega.Tutti => true,
            _ => throw new ArgumentOutOfRangeException(nameof(delega), delega.Ambito, null),
        };

    /// <summary>Judges an act that a delegate wants to carry out on this Affidamento.</summary>
    /// <param name="delega">The delega under which the delegate acts.</param>
    /// <param name="atto">The kind of the act, or null for an act that nobody may delegate.</param>
    /// <param name="convenzioneId">The Convenzione of the Affidamento's Lotto.</param>
    /// <param name="oggi">The day of the act.</param>
    /// <remarks>
    /// Refusals: those of <see cref="Delega.NonVigente"/>, <c>delega.fuori-ambito</c>, <see cref="SeparazioneCompiti.AttoRiservatoAlRup"/>,
    /// <c>delega.atto-non-compreso</c>, <see cref="SeparazioneCompiti.DecideIlRup"/>.
    /// </remarks>
    public Result AmmettePerDelega(Delega delega, AttoDelegabile? atto, Guid convenzioneId, DateOnly oggi)
    {
        if (delega.NonVigente(oggi) is { } finita)
        {
            return finita;
        }

        if (!Delegato(delega, convenzioneId))
        {
            return new Error("delega.fuori-ambito", "La tua delega non comprende (più) questo affidamento: chiedi al suo RUP.");
        }

        if (atto is not { } delegabile)
        {
            return SeparazioneCompiti.AttoRiservatoAlRup.Errore();
        }

        if (!delega.Comprende(delegabile))
        {
            return new Error(
                "delega.atto-non-compreso",
                "La tua delega non comprende questa operazione: nella pagina «Deleghe» vedi quali comprende. Chiedi al RUP di compierla o di delegarla.");
        }

        return Stato == StatoAffidamento.EsitoDaVerificare && delegabile is AttoDelegabile.OperareSulPortale or AttoDelegabile.RegistrareEsito
            ? SeparazioneCompiti.DecideIlRup.Errore()
            : Result.Ok;
    }

    private void Subentra(Guid rupId, DateTime utc)
    {
        if (rupId != RupId)
        {
            (RupId, RupDal) = (rupId, utc);
        }
    }
}
