namespace CigHub.Domain.Persone;

/// <summary>The reason why CigHub does not let in a person whom the identity provider knows.</summary>
public enum MotivoRifiuto
{
    Sconosciuta,
    Disattivata,
    SenzaRuolo,
    SenzaAppartenenza,
}
