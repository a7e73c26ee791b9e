using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>A RUP's registration on the portal for an Ente: its state and the day of each step. Never a credential.</summary>
/// <remarks>
/// There is one for each person and Ente. Where there is none, the registration is still to be requested. <see cref="RegolePassoRegistrazione"/>
/// says which steps are allowed.
/// </remarks>
public sealed class RegistrazionePortale : Aggregate
{
    public const int MaxMotivo = 500;

    /// <summary>The code of the error that refuses a request by a RUP who is not active on the portal.</summary>
    public const string CodiceNonRegistrato = "portale.rup-non-registrato";

    private RegistrazionePortale() { }

    public RegistrazionePortale(Guid id, Guid personaId, Guid enteId)
    {
        Id = id;
        PersonaId = personaId;
        EnteId = enteId;
    }

    public Guid PersonaId { get; private set; }

    public Guid EnteId { get; private set; }

    public StatoRegistrazione Stato { get; private set; } = StatoRegistrazione.DaRichiedere;

    public DateOnly? RichiestaIl { get; private set; }

    /// <summary>The day of the last reminder (sollecito) of the request. Null when none was sent.</summary>
    public DateOnly? SollecitataIl { get; private set; }

    public DateOnly? CredenzialiIl { get; private set; }

    public DateOnly? PasswordCambiataIl { get; private set; }

    public DateOnly? AttivaDal { get; private set; }

    public DateOnly? SospesaDal { get; private set; }

    public string? MotivoSospensione { get; private set; }

    /// <summary>Says whether the office suspended the registration. Then only the office can resume it.</summary>
    public bool SospesaDallUfficio { get; private set; }

    /// <summary>Makes a registration that is already active, for a RUP who used the portal before CigHub kept registrations.</summary>
    public static RegistrazionePortale GiaAttiva(Guid id, Guid personaId, Guid enteId, DateOnly dal) =>
        new(id, personaId, enteId) { Stato = StatoRegistrazione.Attiva, AttivaDal = dal };

    /// <summary>Checks that a RUP may ask the portal for a CIG. The RUP's registration for the Ente must be active.</summary>
    /// <param name="sua">The RUP's registration for the Ente of the Affidamento, or null when none was begun.</param>
    public static Result AmmetteRichiesta(RegistrazionePortale? sua) => sua?.Stato switch
    {
        StatoRegistrazione.Attiva => Result.Ok,
        StatoRegistrazione.Sospesa => new Error(
            CodiceNonRegistrato,
            "La registrazione al portale del RUP è sospesa: finché non è di nuovo attiva non si può chiedere il CIG. "
            + "Il motivo è nella pagina «Registrazione al portale»."),
        var stato => new Error(
            CodiceNonRegistrato,
            $"La registrazione al portale del RUP per questo Ente è «{(stato ?? StatoRegistrazione.DaRichiedere).Nome()}»: "
            + "si chiede il CIG quando è «Attiva». Aggiornala nella pagina «Registrazione al portale»."),
    };

    /// <summary>
    /// Says whether a reminder is due: the request was sent, or last reminded of, at least the given number of days ago and has no answer
    /// yet.
    /// </summary>
    public bool DaSollecitare(DateOnly oggi, int giorni) =>
        Stato == StatoRegistrazione.Richiesta && (SollecitataIl ?? RichiestaIl) is { } dal && dal.AddDays(giorni) <= oggi;

    /// <summary>
    /// Takes a step of the registration, forward or back, and records its day. Returns an error when the step is not allowed.
    /// </summary>
    /// <param name="passo">The step to take.</param>
    /// <param name="giorno">The day of the step. It must not be in the future and, except for a step back, not before the previous step.</param>
    /// <param name="oggi">The current day in Rome.</param>
    /// <param name="motivo">The reason, required where <see cref="RegolePassoRegistrazione.VuoleMotivo"/> says so.</param>
    /// <param name="ufficio">Says whether the Amministratore takes the step instead of the RUP.</param>
    public Result Compi(PassoRegistrazione passo, DateOnly giorno, DateOnly oggi, string? motivo, bool ufficio = false)
    {
        if (Vieta(passo, ufficio) is { } no)
        {
            return no;
        }

        List<Error> errori = [];
        if (passo.VuoleMotivo() && string.IsNullOrWhiteSpace(motivo))
        {
            errori.Add(new Error("registrazione.senza-motivo", "Scrivi il motivo: resta nel registro eventi.", "Motivo"));
        }

        if (giorno > oggi)
        {
            errori.Add(new Error("registrazione.giorno-futuro", "Il giorno è nel futuro: scrivi quello in cui è avvenuto.", "Giorno"));
        }
        else if (passo != PassoRegistrazione.TornaIndietro && UltimoPasso is { } ultimo && giorno < ultimo)
        {
            errori.Add(new Error(
                "registrazione.giorno-precedente",
                $"Il passo precedente è del {ultimo:dd'/'MM'/'yyyy}: scrivi quel giorno o uno successivo.",
                "Giorno"));
        }

        if (errori.Count > 0)
        {
            return Result.Refused(errori);
        }

        Applica(passo, giorno, motivo?.Trim(), ufficio);
        return Result.Ok;
    }

    private DateOnly? UltimoPasso => new[] { RichiestaIl, SollecitataIl, CredenzialiIl, PasswordCambiataIl, AttivaDal, SospesaDal }.Max();

    private StatoRegistrazione StatoDaiGiorni =>
        PasswordCambiataIl is not null ? StatoRegistrazione.PasswordCambiata
        : CredenzialiIl is not null ? StatoRegistrazione.CredenzialiRicevute
        : RichiestaIl is not null ? StatoRegistrazione.Richiesta
        : StatoRegistrazione.DaRichiedere;

    private Error? Vieta(PassoRegistrazione passo, bool ufficio)
    {
        if (!RegolePassoRegistrazione.Ammesso(Stato, passo))
        {
            return new Error(
                "registrazione.stato",
                $"La registrazione è «{Stato.Nome()}» e questo passo non è possibile: ricarica la pagina per vedere a che punto è.");
        }

        return passo == PassoRegistrazione.Riprendi && SospesaDallUfficio && !ufficio
            ? new Error(
                "registrazione.sospesa-dall-ufficio",
                "È stata sospesa dall'amministratore dell'ufficio: solo l'ufficio può riprenderla. Chiedi all'amministratore.")
            : null;
    }

    private void Applica(PassoRegistrazione passo, DateOnly giorno, string? motivo, bool ufficio)
    {
        switch (passo)
        {
            case PassoRegistrazione.SegnaRichiesta:
                (Stato, RichiestaIl) = (StatoRegistrazione.Richiesta, giorno);
                break;
            case PassoRegistrazione.Sollecita:
                SollecitataIl = giorno;
                break;
            case PassoRegistrazione.SegnaCredenziali:
                (Stato, CredenzialiIl) = (StatoRegistrazione.CredenzialiRicevute, giorno);
                break;
            case PassoRegistrazione.SegnaPasswordCambiata:
                (Stato, PasswordCambiataIl) = (StatoRegistrazione.PasswordCambiata, giorno);
                break;
            case PassoRegistrazione.SegnaAttiva or PassoRegistrazione.DichiaraGiaAttiva:
                (Stato, AttivaDal) = (StatoRegistrazione.Attiva, giorno);
                break;
            case PassoRegistrazione.TornaIndietro:
                Indietro();
                break;
            case PassoRegistrazione.Sospendi:
                (Stato, SospesaDal, MotivoSospensione, SospesaDallUfficio) = (StatoRegistrazione.Sospesa, giorno, motivo, ufficio);
                break;
            case PassoRegistrazione.Riprendi:
                (Stato, SospesaDal, MotivoSospensione, SospesaDallUfficio) = (StatoRegistrazione.Attiva, null, null, false);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(passo), passo, null);
        }
    }

    /// <summary>Undoes the step that led to the current state, and removes its day. The days of the earlier steps stay.</summary>
    private void Indietro()
    {
        switch (Stato)
        {
            case StatoRegistrazione.Richiesta:
                (RichiestaIl, SollecitataIl) = (null, null);
                break;
            case StatoRegistrazione.CredenzialiRicevute:
                CredenzialiIl = null;
                break;
            case StatoRegistrazione.PasswordCambiata:
                PasswordCambiataIl = null;
                break;
            default:
                AttivaDal = null;
                break;
        }

        Stato = StatoDaiGiorni;
    }
}
