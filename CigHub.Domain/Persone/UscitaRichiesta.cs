namespace CigHub.Domain.Persone;

/// <summary>By which way a composed request leaves CigHub.</summary>
public enum UscitaRichiesta
{
    Testo,
    Posta,
    File,
}
