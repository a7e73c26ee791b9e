namespace CigHub.Domain.Persone;

/// <summary>How far a RUP's registration on the portal is, for one Ente.</summary>
/// <remarks>The numbers are stored: they never change. Source: the portal's instructions, «Registrazione sul portale».</remarks>
public enum StatoRegistrazione
{
    DaRichiedere = 1,
    Richiesta = 2,

    /// <summary>They came, with a provisional password. CigHub keeps that they came and when, never what they are.</summary>
    CredenzialiRicevute = 3,
    PasswordCambiata = 4,

    /// <summary>She may act on the portal.</summary>
    Attiva = 5,
    Sospesa = 6,
}

/// <summary>Everything that may happen to a registration.</summary>
public enum PassoRegistrazione
{
    SegnaRichiesta,
    Sollecita,
    SegnaCredenziali,
    SegnaPasswordCambiata,
    SegnaAttiva,

    /// <summary>«Risulto già attivo»: the registration is older than CigHub.</summary>
    DichiaraGiaAttiva,

    /// <summary>The last step was recorded by mistake.</summary>
    TornaIndietro,
    Sospendi,
    Riprendi,
}

/// <summary>The one table of which step a registration takes from which state.</summary>
public static class PassiRegistrazione
{
    private static readonly Dictionary<PassoRegistrazione, StatoRegistrazione[]> Ammessi = new()
    {
        [PassoRegistrazione.SegnaRichiesta] = [StatoRegistrazione.DaRichiedere],
        [PassoRegistrazione.Sollecita] = [StatoRegistrazione.Richiesta],
        [PassoRegistrazione.SegnaCredenziali] = [StatoRegistrazione.Richiesta],
        [PassoRegistrazione.SegnaPasswordCambiata] = [StatoRegistrazione.CredenzialiRicevute],
        [PassoRegistrazione.SegnaAttiva] = [StatoRegistrazione.PasswordCambiata],
        [PassoRegistrazione.DichiaraGiaAttiva] =
            [StatoRegistrazione.DaRichiedere, StatoRegistrazione.Richiesta, StatoRegistrazione.CredenzialiRicevute, StatoRegistrazione.PasswordCambiata],
        [PassoRegistrazione.TornaIndietro] =
            [StatoRegistrazione.Richiesta, StatoRegistrazione.CredenzialiRicevute, StatoRegistrazione.PasswordCambiata, StatoRegistrazione.Attiva],
        [PassoRegistrazione.Sospendi] = [StatoRegistrazione.Attiva],
        [PassoRegistrazione.Riprendi] = [StatoRegistrazione.Sospesa],
    };

    public static bool Ammesso(StatoRegistrazione stato, PassoRegistrazione passo) => Ammessi[passo].Contains(stato);

    /// <summary>Going back, suspending and resuming want a reason; a step forward speaks for itself.</summary>
    public static bool VuoleMotivo(this PassoRegistrazione passo) =>
        passo is PassoRegistrazione.TornaIndietro or PassoRegistrazione.Sospendi or PassoRegistrazione.Riprendi;
}

/// <summary>The words of the screen for a registration.</summary>
public static class ParoleDiRegistrazione
{
    public static string Nome(this StatoRegistrazione stato) => stato switch
    {
        StatoRegistrazione.DaRichiedere => "Da richiedere",
        StatoRegistrazione.Richiesta => "Richiesta",
        StatoRegistrazione.CredenzialiRicevute => "Credenziali ricevute",
        StatoRegistrazione.PasswordCambiata => "Password cambiata",
        StatoRegistrazione.Attiva => "Attiva",
        StatoRegistrazione.Sospesa => "Sospesa",
        _ => throw new ArgumentOutOfRangeException(nameof(stato), stato, null),
    };
}
