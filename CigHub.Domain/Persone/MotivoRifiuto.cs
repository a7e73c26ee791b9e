namespace CigHub.Domain.Persone;

/// <summary>Why somebody whom the provider knows does not come in.</summary>
public enum MotivoRifiuto
{
    Sconosciuta,
    Disattivata,
    SenzaRuolo,
    SenzaAppartenenza,
}
