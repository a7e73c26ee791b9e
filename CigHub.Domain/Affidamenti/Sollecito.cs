using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// A reminder to the RUP of an Affidamento whose request or conferma holds capacity of a Lotto. It changes nothing in the Affidamento, so
/// that no open edit becomes stale.
/// </summary>
public sealed class Sollecito
{
    private Sollecito() { }

    private Sollecito(Guid id, Affidamento affidamento, Guid personaId, DateTime utc)
    {
        Id = id;
        AffidamentoId = affidamento.Id;
        EnteId = affidamento.EnteId;
        PersonaId = personaId;
        Utc = utc;
        Giorno = RomeDay.Of(utc);
    }

    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    public Guid EnteId { get; private set; }

    /// <summary>The person who reminds the RUP.</summary>
    public Guid PersonaId { get; private set; }

    public DateTime Utc { get; private set; }

    /// <summary>The day in Rome. There is at most one reminder a day for an Affidamento.</summary>
    public DateOnly Giorno { get; private set; }

    /// <summary>Reminds the RUP, unless nothing holds capacity, or somebody did so on the same day.</summary>
    /// <param name="ultimo">The day of the last reminder about the Affidamento. Null when there was none.</param>
    public static Result<Sollecito> Nuovo(Guid id, Affidamento affidamento, DateOnly? ultimo, Guid personaId, DateTime utc)
    {
        if (affidamento.Stato is not (StatoAffidamento.CigInRichiesta or StatoAffidamento.EsitoDaVerificare)
            && affidamento.StatoConferma != StatoConferma.InVigore)
        {
            return new Error("sollecito.niente-in-corso", "Questo affidamento non tiene più capienza: ricarica la pagina, non c'è niente da sollecitare.");
        }

        return ultimo == RomeDay.Of(utc)
            ? new Error("sollecito.gia-oggi", "Il RUP è già stato sollecitato oggi per questo affidamento: se serve, riprova domani.")
            : new Sollecito(id, affidamento, personaId, utc);
    }
}
