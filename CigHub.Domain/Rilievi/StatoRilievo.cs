namespace CigHub.Domain.Rilievi;

/// <summary>The state of a rilievo, as people have judged it so far.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum StatoRilievo
{
    /// <summary>A rule found it, and nobody has judged it yet.</summary>
    DaEsaminare = 1,

    /// <summary>Somebody who is not concerned wrote why there is nothing to object to.</summary>
    Chiarito = 2,

    /// <summary>Somebody passed it to the Responsabile della prevenzione della corruzione e della trasparenza.</summary>
    Trasmesso = 3,
}

/// <summary>The words of the states of a rilievo.</summary>
public static class ParoleRilievo
{
    public static string Nome(this StatoRilievo stato) => stato switch
    {
        StatoRilievo.Chiarito => "Chiarito",
        StatoRilievo.Trasmesso => "Trasmesso al RPCT",
        _ => "Da esaminare",
    };
}
