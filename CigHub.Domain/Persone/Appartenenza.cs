using System.Linq.Expressions;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>
/// The fact that a person holds a role at an Ente (or, with no Ente, at all of them) from the day <see cref="Dal"/>, inclusive, until the
/// day <see cref="Fino"/>, exclusive. A null <see cref="Fino"/> means that no end is set.
/// </summary>
/// <remarks>
/// The effective right needs both the role in the token <em>and</em> a valid Appartenenza. The window is [<see cref="Dal"/>,
/// <see cref="Fino"/>).
/// </remarks>
public sealed class Appartenenza : Aggregate
{
    public const int MaxMotivo = 500;

    private Appartenenza() { }

    public Appartenenza(Guid id, Guid personaId, Ruolo ruolo, Guid? enteId, DateOnly dal)
    {
        if (!ruolo.SiAssegna())
        {
            throw new ArgumentException("The role comes from a delega and is never assigned.", nameof(ruolo));
        }

        if (enteId is null && ruolo.Ambito() == AmbitoDelRuolo.UnEnte)
        {
            throw new ArgumentException("The role is held at one Ente.", nameof(enteId));
        }

        Id = id;
        PersonaId = personaId;
        Ruolo = ruolo;
        EnteId = enteId;
        Dal = dal;
    }

    public Guid PersonaId { get; private set; }

    public Ruolo Ruolo { get; private set; }

    /// <summary>The Ente at which the role is held. Null means every Ente (Responsabile, Auditor) or the office (Amministratore).</summary>
    public Guid? EnteId { get; private set; }

    public DateOnly Dal { get; private set; }

    public DateOnly? Fino { get; private set; }

    /// <summary>The atto di nomina by which the person holds the role. Null where it is missing or not required.</summary>
    public AttoDiNomina? Atto { get; private set; }

    /// <summary>Says whether the person comes from outside the Ente.</summary>
    public bool Esterno { get; private set; }

    /// <summary>The post that a person from outside the Ente holds there. Null for a person of the Ente.</summary>
    public string? Incarico { get; private set; }

    /// <summary>The day on which the office recorded the role. Null for a row that is older than this column.</summary>
    public DateOnly? RegistrataIl { get; private set; }

    /// <summary>The reason why the role is recorded after its beginning, or beside an Auditor's role. Null where no reason is required.</summary>
    public string? Motivo { get; private set; }

    /// <summary>Says whether an atto di nomina is required for the role and has not been recorded.</summary>
    public bool AttoMancante => Atto is null && (Motivo is not null || VuoleAtto(Ruolo, Esterno));

    /// <summary>
    /// Says whether two roles of one person would let an Auditor check that person's own work: one role is Auditor, and the other is any
    /// other role at the same Ente. A role at all Enti, or in the office, counts for every Ente.
    /// </summary>
    public static bool UnisceAuditor(Ruolo ruolo, Guid? ente, Ruolo altro, Guid? altroEnte) =>
        (ruolo == Ruolo.Auditor) != (altro == Ruolo.Auditor) && (ente is null || altroEnte is null || ente == altroEnte);

    /// <summary>
    /// Says whether this role and the other one would let an Auditor check that person's own work, because there are days on which both are
    /// held.
    /// </summary>
    public bool UnisceAuditor(Appartenenza altra) =>
        UnisceAuditor(Ruolo, EnteId, altra.Ruolo, altra.EnteId) && NonFinita(altra.Fino, Dal) && NonFinita(Fino, altra.Dal);

    /// <summary>
    /// Says whether the role needs an atto di nomina. A RUP always does, and a Responsabile does when coming from outside the Ente.
    /// </summary>
    public static bool VuoleAtto(Ruolo ruolo, bool esterno) => ruolo.Atto() == AttoDelRuolo.Sempre || (ruolo.Atto() == AttoDelRuolo.SeEsterno && esterno);

    /// <summary>
    /// Creates the role of a person at an Ente (or, with no Ente, at all of them), or returns an error when a rule forbids it.
    /// </summary>
    /// <param name="sue">All roles that the person holds or held.</param>
    /// <param name="motivo">The reason, kept only where one is required.</param>
    /// <remarks>
    /// Refusals: <c>persona.disattivata</c>, <c>ruolo.non-si-assegna</c>, <c>appartenenza.senza-ente</c>, <c>appartenenza.con-ente</c>, <c>ente.chiuso</c>,
    /// <c>appartenenza.esiste-gia</c> (the same role at the same Ente in days that overlap), <c>ruolo.retroattivo-senza-atto</c> (a role
    /// that begins before it is recorded), <see cref="SeparazioneCompiti.AuditorConAltroRuolo"/>, <c>ruolo.senza-motivo</c>,
    /// <c>ruolo.motivo-lungo</c>, and the refusals of <see cref="Nomina"/>. The fields of the errors are those of the form.
    /// </remarks>
    public static Result<Appartenenza> Assegna(
        Guid id,
        Persona persona,
        Ruolo ruolo,
        Ente? ente,
        DateOnly dal,
        DateOnly oggi,
        IEnumerable<Appartenenza> sue,
        Nomina? nomina = null,
        string? motivo = null)
    {
        if (!persona.Attiva)
        {
            return new Error("persona.disattivata", "Questa persona è disattivata: riattivala prima di assegnarle un ruolo.");
        }

        if (!ruolo.SiAssegna())
        {
            return new Error("ruolo.non-si-assegna", "Il Delegato non si assegna: lo nomina il RUP con una delega, nella pagina «Deleghe».", "Ruolo");
        }

        if (ente is null && ruolo.Ambito() == AmbitoDelRuolo.UnEnte)
        {
            return new Error("appartenenza.senza-ente", "Un Istruttore o un RUP lavora per un Ente: scegli quale.", "Ente");
        }

        if (ente is not null && ruolo.Ambito() == AmbitoDelRuolo.Ufficio)
        {
            return new Error("appartenenza.con-ente", "Un Amministratore lavora per l'ufficio, non per un Ente: scegli «Tutti gli Enti, o l'ufficio».", "Ente");
        }

        if (ente?.ChiusoAl(dal > oggi ? dal : oggi) == true)
        {
            return new Error(Ente.CodiceChiuso, $"Questo Ente è chiuso dal {ente.ChiusoDal:dd'/'MM'/'yyyy}: riaprilo, oppure scegline un altro.", "Ente");
        }

        if (sue.Any(a => a.Ruolo == ruolo && a.EnteId == ente?.Id && NonFinita(a.Fino, dal)))
        {
            return new Error(
                "appartenenza.esiste-gia",
                "Questa persona ha già questo ruolo: lo trovi nell'elenco dei suoi ruoli. Se è stato tolto da un giorno futuro, "
                + "scrivi quel giorno o uno successivo.",
                "Ruolo");
        }

        var nuova = new Appartenenza(id, persona.Id, ruolo, ente?.Id, dal) { RegistrataIl = oggi };
        var giustificata = nuova.Giustifica(sue.Any(nuova.UnisceAuditor), nomina?.Atto, motivo);
        var nominata = giustificata.IsSuccess ? nuova.Nomina(nomina ?? Persone.Nomina.Nessuna, oggi) : giustificata;
        return nominata.IsSuccess ? nuova : Result<Appartenenza>.Refused(nominata.Errors);
    }

    /// <summary>
    /// Checks that there are an atto di nomina and a reason for a role that began before it is recorded, or that stands beside an Auditor's
    /// role.
    /// </summary>
    private Result Giustifica(bool conAuditor, AttoDiNomina? atto, string? motivo)
    {
        var retroattiva = Dal < RegistrataIl;
        if (!retroattiva && !conAuditor)
        {
            return Result.Ok;
        }

        List<Error> errori = [];
        if (atto is null)
        {
            errori.Add(conAuditor ? SeparazioneCompiti.AuditorConAltroRuolo.Errore("TipoAtto") : new Error(
                "ruolo.retroattivo-senza-atto",
                "Il ruolo comincia prima di oggi: scrivi l'atto che lo conferisce (tipo, numero, data, chi lo ha emanato), oppure fallo cominciare oggi.",
                "TipoAtto"));
        }

        if (string.IsNullOrWhiteSpace(motivo))
        {
            errori.Add(new Error(
                "ruolo.senza-motivo",
                conAuditor
                    ? "Scrivi perché la stessa persona è Auditor e ha un altro ruolo nello stesso Ente: il motivo resta nel registro eventi."
                    : "Scrivi perché il ruolo si registra dopo che è cominciato: il motivo resta nel registro eventi.",
                "MotivoRuolo"));
        }
        else if (motivo.Trim().Length > MaxMotivo)
        {
            errori.Add(MotivoLungo("MotivoRuolo"));
        }

        if (errori.Count > 0)
        {
            return Result.Refused(errori);
        }

        Motivo = motivo!.Trim();
        return Result.Ok;
    }

    /// <summary>Records the atto di nomina of the role, or corrects the one recorded before.</summary>
    /// <remarks>
    /// Refusals: <c>nomina.non-prevista</c> (a role that no act gives), <c>nomina.esterno</c> (only a Responsabile of an Ente comes from
    /// outside), <c>nomina.senza-atto</c>, <c>nomina.senza-incarico</c>, <c>atto.data-futura</c>.
    /// </remarks>
    public Result Nomina(Nomina nomina, DateOnly oggi)
    {
        var (atto, esterno, incarico) = nomina;
        if (Ruolo.Atto() == AttoDelRuolo.Mai && Motivo is null)
        {
            return atto is null && !esterno ? Result.Ok : new Error(
                "nomina.non-prevista",
                "Solo un RUP o un Dirigente / Responsabile del servizio ha un atto di nomina: lascia vuoti quei campi.",
                "TipoAtto");
        }

        List<Error> errori = [];
        if (esterno && (Ruolo.Atto() != AttoDelRuolo.SeEsterno || EnteId is null))
        {
            errori.Add(new Error(
                "nomina.esterno", "Dall'esterno si nomina solo il Dirigente / Responsabile del servizio di un Ente: togli la spunta.", nameof(Esterno)));
        }

        if (atto is null && (Motivo is not null || VuoleAtto(Ruolo, esterno)))
        {
            var chi = Ruolo switch
            {
                Ruolo.Rup => "nomina il RUP",
                Ruolo.Istruttore or Ruolo.Responsabile or Ruolo.Auditor or Ruolo.Amministratore or Ruolo.Delegato => "lo nomina",
            };
            errori.Add(new Error("nomina.senza-atto", $"Scrivi l'atto che {chi}: tipo, numero, data, chi lo ha emanato.", "TipoAtto"));
        }

        if (esterno && string.IsNullOrWhiteSpace(incarico))
        {
            errori.Add(new Error("nomina.senza-incarico", "Scrivi l'incarico, per esempio «Segretario comunale».", nameof(Incarico)));
        }

        if (atto?.Data > oggi)
        {
            errori.Add(new Error("atto.data-futura", "La data dell'atto è nel futuro: correggila.", "DataAtto"));
        }

        if (errori.Count > 0)
        {
            return Result.Refused(errori);
        }

        (Atto, Esterno, Incarico) = (atto, esterno, esterno ? incarico!.Trim() : null);
        return Result.Ok;
    }

    private static Error MotivoLungo(string campo) => new("ruolo.motivo-lungo", $"Il motivo può avere al massimo {MaxMotivo} caratteri: accorcialo.", campo);

    public bool ValidaAl(DateOnly giorno) => Vale(Dal, Fino, giorno);

    /// <summary>
    /// Says whether a role that begins on <paramref name="dal"/>, inclusive, and ends on <paramref name="fino"/>, exclusive, is held on a
    /// day.
    /// </summary>
    public static bool Vale(DateOnly dal, DateOnly? fino, DateOnly giorno) => dal <= giorno && NonFinita(fino, giorno);

    /// <summary>
    /// Returns the condition that the role is held on a day, like <see cref="Vale"/>, in a form that a database can evaluate.
    /// </summary>
    public static Expression<Func<Appartenenza, bool>> Valide(DateOnly giorno) => a => a.Dal <= giorno && (a.Fino == null || giorno < a.Fino);

    /// <summary>Returns the condition that the role is held on at least one day from the first to the last, both inclusive.</summary>
    public static Expression<Func<Appartenenza, bool>> ValideTra(DateOnly dal, DateOnly al) => a => a.Dal <= al && (a.Fino == null || dal < a.Fino);

    /// <summary>
    /// Says whether a role that ends on <paramref name="fino"/>, exclusive, is held on a day or will be held after it. A null end means
    /// that it has none.
    /// </summary>
    public static bool NonFinita(DateOnly? fino, DateOnly giorno) => fino is null || giorno < fino;

    /// <summary>Says whether this role goes on, without a day between, where the same role of the same person at the same Ente ends.</summary>
    public bool Continua(Appartenenza altra) =>
        Id != altra.Id && (PersonaId, Ruolo, EnteId) == (altra.PersonaId, altra.Ruolo, altra.EnteId) && altra.Fino is { } fine && ValidaAl(fine);

    /// <summary>
    /// Returns the condition that the role is held on a day or will be held after it, like <see cref="NonFinita"/>, in a form that a
    /// database can evaluate.
    /// </summary>
    public static Expression<Func<Appartenenza, bool>> NonFinite(DateOnly giorno) => a => a.Fino == null || giorno < a.Fino;

    /// <summary>Ends the role. An end in the past changes who counts as having held the role on past days, so it needs a reason.</summary>
    /// <param name="dal">The first day on which the role is no longer held.</param>
    /// <param name="motivo">The reason, required for an end before <paramref name="oggi"/>. The caller keeps it with the event.</param>
    /// <remarks>
    /// Refusals: <c>appartenenza.gia-terminata</c>, <c>appartenenza.prima-dell-inizio</c>, <c>ruolo.tolto-senza-motivo</c>,
    /// <c>ruolo.motivo-lungo</c>.
    /// </remarks>
    public Result Termina(DateOnly dal, DateOnly oggi, string? motivo = null)
    {
        if (Fino is not null)
        {
            return new Error("appartenenza.gia-terminata", "Questo ruolo è già stato tolto: ricarica la pagina per vedere da quando.");
        }

        if (dal < Dal)
        {
            return new Error(
                "appartenenza.prima-dell-inizio",
                $"Questo ruolo comincia il {Dal:dd'/'MM'/'yyyy}: scrivi quel giorno o uno successivo.",
                nameof(Fino));
        }

        if (dal < oggi && string.IsNullOrWhiteSpace(motivo))
        {
            return new Error(
                "ruolo.tolto-senza-motivo",
                "Il ruolo finirebbe prima di oggi: scrivi perché lo si registra in ritardo (il motivo resta nel registro eventi), "
                + "oppure scrivi un giorno da oggi in poi.",
                "MotivoFine");
        }

        if (motivo?.Trim().Length > MaxMotivo)
        {
            return MotivoLungo("MotivoFine");
        }

        Fino = dal;
        return Result.Ok;
    }
}
