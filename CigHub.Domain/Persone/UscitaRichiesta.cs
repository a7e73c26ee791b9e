namespace CigHub.Domain.Persone;

/// <summary>The way in which a composed request leaves CigHub.</summary>
public enum UscitaRichiesta
{
    Testo,
    Posta,
    File,
}
