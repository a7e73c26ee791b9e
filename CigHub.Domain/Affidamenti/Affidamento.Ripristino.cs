using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>The deletion of an Affidamento, as the registro knows it.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="PersonaId">The person who deleted the Affidamento.</param>
/// <param name="Copiato">Says whether somebody has copied the Affidamento since, so that the work goes on in the copy.</param>
public sealed record EliminazioneNota(Guid PersonaId, bool Copiato);

/// <content>The way back of an Affidamento that was deleted by mistake.</content>
public sealed partial class Affidamento
{
    /// <summary>
    /// Brings a deleted Affidamento back to work. Allowed to the person who deleted it, while nobody has copied it, and only where its Lotto
    /// would admit a new one. An approval, a conferma that the deletion freed, and a place in the lista d'attesa do not come back.
    /// </summary>
    /// <param name="attoreId">The person who acts.</param>
    /// <param name="eliminazione">The last deletion. Null when the registro has none.</param>
    public Result Ripristina(Guid attoreId, EliminazioneNota? eliminazione, Lotto lotto, Convenzione convenzione, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.Ripristina) is { } no)
        {
            return no;
        }

        if (eliminazione?.PersonaId != attoreId)
        {
            return new Error(
                "ripristino.altra-persona",
                "Ripristina un affidamento solo chi l'ha eliminato: chiedilo a quella persona, oppure usa «Copia affidamento» per prepararne uno uguale.");
        }

        if (eliminazione.Copiato)
        {
            return new Error(
                "ripristino.copiato",
                "Dopo l'eliminazione questo affidamento è stato copiato: continua con la copia, così la stessa adesione non si fa due volte.");
        }

        Result[] condizioni = [convenzione.AmmetteNuoveAdesioni(), lotto.AmmetteNuoveAdesioni(), convenzione.AmmetteEnte(EnteId)];
        return Array.Find(condizioni, c => !c.IsSuccess) is { } chiuso ? chiuso : Passa(StatoAffidamento.InLavorazione, utc);
    }
}
