namespace CigHub.Web.Features.Palestra;

/// <summary>The address that the hand-off opens: the palestra where it is on, else CMRC's portal as the setting says.</summary>
public sealed class IndirizzoDelPortale(IConfiguration configurazione)
{
    /// <summary>Whether requests are made in the palestra; also whether a link to it is shown.</summary>
    public bool InPalestra { get; } = PalestraSetup.Attiva(configurazione);

    public string Valore => InPalestra ? AppRoutes.Palestra : configurazione["Portale:Indirizzo"] ?? "";
}
