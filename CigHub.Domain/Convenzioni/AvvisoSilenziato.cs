using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>
/// An alert about a Lotto that a dirigente muted until a day, for everybody who works for the same Ente, or for all Enti. It shows again
/// after that day, and at once when it gets worse.
/// </summary>
public sealed class AvvisoSilenziato
{
    /// <summary>The largest number of characters of the reason.</summary>
    public const int MaxMotivo = 500;

    /// <summary>The longest time for which an alert may be muted, in days.</summary>
    public const int MaxGiorni = 365;

    private AvvisoSilenziato() { }

    /// <param name="enteId">The Ente for whose users it is muted. Null for those of all Enti.</param>
    public AvvisoSilenziato(Guid? enteId, Guid lottoId, TipoAvviso tipo) =>
        (Id, EnteId, LottoId, Tipo) = (IdOf(enteId, lottoId, tipo), enteId, lottoId, tipo);

    public Guid Id { get; private set; }

    public Guid? EnteId { get; private set; }

    public Guid LottoId { get; private set; }

    public TipoAvviso Tipo { get; private set; }

    /// <summary>The urgency of the alert when it was muted.</summary>
    public GravitaAvviso Gravita { get; private set; }

    /// <summary>The last day on which it is muted, inclusive.</summary>
    public DateOnly FinoAl { get; private set; }

    public string Motivo { get; private set; } = "";

    /// <summary>The person who muted it.</summary>
    public Guid PersonaId { get; private set; }

    public DateTime Utc { get; private set; }

    /// <summary>Returns the id of a muted alert: there is one for each kind of alert of a Lotto and each Ente, or all.</summary>
    public static Guid IdOf(Guid? enteId, Guid lottoId, TipoAvviso tipo) => StableId.Of($"avviso\n{enteId}\n{lottoId}\n{(int)tipo}");

    /// <summary>Says whether an alert of this urgency is muted on a day. One that is more urgent than the muted one has got worse.</summary>
    public bool Copre(GravitaAvviso gravita, DateOnly oggi) => oggi <= FinoAl && gravita >= Gravita;

    /// <summary>Mutes the alert until a day, unless it is muted already.</summary>
    public Result Silenzia(GravitaAvviso gravita, DateOnly finoAl, string motivo, Guid personaId, DateTime utc)
    {
        var oggi = RomeDay.Of(utc);
        if (Copre(gravita, oggi))
        {
            return new Error("avviso.gia-silenziato", $"Questo avviso è già silenziato fino al {FinoAl:dd'/'MM'/'yyyy}: ricarica la pagina.");
        }

        if (finoAl <= oggi || finoAl > oggi.AddDays(MaxGiorni))
        {
            return new Error(
                "avviso.giorno", $"Scegli un giorno dopo oggi ed entro {MaxGiorni} giorni: fino ad allora l'avviso non si vede.", nameof(FinoAl));
        }

        (Gravita, FinoAl, Motivo, PersonaId, Utc) = (gravita, finoAl, motivo, personaId, utc);
        return Result.Ok;
    }
}
