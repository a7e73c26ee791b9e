namespace CigHub.Domain.Persone;

/// <summary>The state of a RUP's registration on the portal for one Ente.</summary>
/// <remarks>The numbers are stored and never change. Source: the portal's instructions, «Registrazione sul portale».</remarks>
public enum StatoRegistrazione
{
    DaRichiedere = 1,
    Richiesta = 2,

    /// <summary>The credentials came, with a provisional password. CigHub records that they came and when, never the credentials.</summary>
    CredenzialiRicevute = 3,
    PasswordCambiata = 4,

    /// <summary>The registration is complete, and the RUP may act on the portal.</summary>
    Attiva = 5,
    Sospesa = 6,
}

/// <summary>A step that a registration can take.</summary>
public enum PassoRegistrazione
{
    SegnaRichiesta,
    Sollecita,
    SegnaCredenziali,
    SegnaPasswordCambiata,
    SegnaAttiva,

    /// <summary>The user declares «Risulto già attivo»: the registration is older than CigHub.</summary>
    DichiaraGiaAttiva,

    /// <summary>Undoes the last step, which was recorded by mistake.</summary>
    TornaIndietro,
    Sospendi,
    Riprendi,
}

/// <summary>The table of the steps that are allowed from each state of a registration.</summary>
public static class RegolePassoRegistrazione
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

    /// <summary>Says whether the step requires a reason. Going back, suspending and resuming do. The steps forward do not.</summary>
    public static bool VuoleMotivo(this PassoRegistrazione passo) =>
        passo is PassoRegistrazione.TornaIndietro or PassoRegistrazione.Sospendi or PassoRegistrazione.Riprendi;
}

/// <summary>The names of states and steps of a registration on screen, in Italian.</summary>
public static class RegistrazioneWords
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
