namespace CigHub.Domain.Persone;

/// <summary>The way in which the text of a request for registration leaves CigHub: copied as text, by mail program or as a file.</summary>
public enum UscitaRichiesta
{
    Testo,
    Posta,
    File,
}
