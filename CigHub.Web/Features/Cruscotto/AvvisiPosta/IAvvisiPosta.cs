namespace CigHub.Web.Features.Cruscotto.AvvisiPosta;

/// <summary>Tells whether CigHub can send people e-mail about what waits for them.</summary>
public interface IAvvisiPosta
{
    /// <summary>Says whether the settings name a mail server and a sender.</summary>
    bool Attivi { get; }
}
