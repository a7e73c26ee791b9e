using System.Linq.Expressions;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>
/// The delega by which a RUP has a named person carry out merely executive operations on the RUP's Affidamenti, by a dated act, from one
/// day to another. Nothing in it changes after it was conferred: a RUP who wants another one revokes it and confers a new one.
/// </summary>
/// <remarks>
/// Source: All. I.2 D.Lgs. 36/2023 as changed by D.Lgs. 209/2024: the delegate belongs to the Ente or to the Soggetto Aggregatore and acts
/// with a SPID of their own. The delega ends with the appointment of the RUP and with the post of the delegate, and it does not cover an
/// Affidamento that has passed to another RUP.
/// </remarks>
public sealed class Delega : Aggregate
{
    public const int MaxMotivo = 500;

    private readonly List<AffidamentoDelegato> _affidamenti = [];

    private Delega() { }

    public Guid EnteId { get; private init; }

    /// <summary>The id of the RUP who delegates.</summary>
    public Guid DeleganteId { get; private init; }

    /// <summary>The <see cref="Appartenenza"/> by which the delegating person is RUP. The delega ends when this appointment ends.</summary>
    public Guid NominaId { get; private init; }

    public Guid DelegatoId { get; private init; }

    /// <summary>
    /// The <see cref="Appartenenza"/> by which the delegate works for the Ente or for the Soggetto Aggregatore. The delega ends when this
    /// one ends.
    /// </summary>
    public Guid PostoId { get; private init; }

    public AmbitoDelega Ambito { get; private init; }

    /// <summary>The Convenzione to which the delega is limited. Null for another <see cref="AmbitoDelega"/>.</summary>
    public Guid? ConvenzioneId { get; private init; }

    /// <summary>The Affidamenti that the delega names. Empty for another ambito than <see cref="AmbitoDelega.Scelti"/>.</summary>
    public IReadOnlyList<AffidamentoDelegato> Affidamenti => _affidamenti;

    /// <summary>Says whether the delegate fills in the scheda.</summary>
    public bool Compila { get; private init; }

    /// <summary>Says whether the delegate goes through the portal's steps: copies the values, ticks them and presses.</summary>
    public bool OperaSulPortale { get; private init; }

    /// <summary>Says whether the delegate records the CIG Derivato, or the other outcome that the portal showed.</summary>
    public bool RegistraEsito { get; private init; }

    /// <summary>Says whether the delegate records acts, accounting data and the portal's data in the fascicolo.</summary>
    public bool TieneFascicolo { get; private init; }

    /// <summary>The act by which the RUP delegates.</summary>
    public AttoDiDelega Atto { get; private init; } = null!;

    /// <summary>The first day of the delega.</summary>
    public DateOnly Dal { get; private init; }

    /// <summary>The last day of the delega, inclusive.</summary>
    public DateOnly Al { get; private init; }

    public DateTime ConferitaIl { get; private init; }

    /// <summary>The instant, UTC, at which the RUP revoked the delega. Null while it is not revoked.</summary>
    public DateTime? RevocataIl { get; private set; }

    public string? MotivoRevoca { get; private set; }

    /// <summary>The acts that the delega includes, without <see cref="AttoDelegabile.Consultare"/>, which every delega includes.</summary>
    public IReadOnlyList<AttoDelegabile> Atti => [.. Enum.GetValues<AttoDelegabile>().Where(a => a != AttoDelegabile.Consultare && Comprende(a))];

    public bool Comprende(AttoDelegabile atto) => atto switch
    {
        AttoDelegabile.Consultare => true,
        AttoDelegabile.Compilare => Compila,
        AttoDelegabile.OperareSulPortale => OperaSulPortale,
        AttoDelegabile.RegistrareEsito => RegistraEsito,
        AttoDelegabile.TenereFascicolo => TieneFascicolo,
    };

    /// <summary>
    /// Returns the Appartenenza by which a person may receive a delega of a RUP of the Ente: a working role today at the Ente, at the
    /// Soggetto Aggregatore or at all Enti. Returns null when the person has none.
    /// </summary>
    /// <param name="sue">All roles that the person holds or held.</param>
    /// <param name="soggettoAggregatoreId">The Ente that is the Soggetto Aggregatore. Null when CigHub does not keep it.</param>
    public static Appartenenza? Posto(IEnumerable<Appartenenza> sue, Guid enteId, Guid? soggettoAggregatoreId, DateOnly oggi) =>
        sue.Where(a => a.ValidaAl(oggi) && a.Ruolo.RiceveDeleghe() && (a.EnteId is null || a.EnteId == enteId || a.EnteId == soggettoAggregatoreId))
            .OrderBy(a => a.EnteId == enteId ? 0 : 1).ThenBy(a => a.Id).FirstOrDefault();

    /// <summary>Says whether a person controls the Ente today as its Auditor, or as that of all Enti.</summary>
    /// <param name="sue">All roles that the person holds or held.</param>
    public static bool Controlla(IEnumerable<Appartenenza> sue, Guid enteId, DateOnly oggi) =>
        sue.Any(a => a.ValidaAl(oggi) && a.Ruolo == Ruolo.Auditor && (a.EnteId is null || a.EnteId == enteId));

    /// <summary>Confers a delega, or returns the errors of the form when a rule forbids it.</summary>
    /// <param name="nomina">The appointment by which the delegating person is RUP of the Ente.</param>
    /// <param name="delegato">The person who receives the delega.</param>
    /// <param name="ruoliDelDelegato">All roles that the delegate holds or held.</param>
    /// <param name="soggettoAggregatoreId">The Ente that is the Soggetto Aggregatore. Null when CigHub does not keep it.</param>
    /// <param name="affidamentiDelRup">The ids of those among the chosen Affidamenti whose RUP is the delegating person.</param>
    /// <param name="nuovoId">Makes the id of each named Affidamento's row.</param>
    /// <remarks>
    /// Refusals: <see cref="SeparazioneCompiti.DelegaNonASeStesso"/>, <see cref="SeparazioneCompiti.DelegaNonAChiControlla"/>,
    /// <c>delega.persona-disattivata</c>, <c>delega.fuori-dall-ente</c>, <c>delega.senza-atti</c>, <c>delega.senza-affidamenti</c>,
    /// <c>delega.affidamento-altrui</c>, <c>delega.senza-convenzione</c>, <c>delega.dal-passato</c>, <c>delega.fine-prima</c>,
    /// <c>atto.data-futura</c>, <c>delega.prima-dell-atto</c>.
    /// </remarks>
    public static Result<Delega> Conferisci(
        Guid id,
        Appartenenza nomina,
        Persona delegato,
        IReadOnlyCollection<Appartenenza> ruoliDelDelegato,
        Guid? soggettoAggregatoreId,
        ContenutoDelega contenuto,
        IReadOnlySet<Guid> affidamentiDelRup,
        Func<Guid> nuovoId,
        DateOnly oggi,
        DateTime utc)
    {
        var ente = nomina.EnteId ?? throw new ArgumentException("A RUP is appointed at one Ente.", nameof(nomina));
        var posto = Posto(ruoliDelDelegato, ente, soggettoAggregatoreId, oggi);
        List<Error> errori =
        [
            .. NonPuoRiceverla(nomina, delegato, posto, Controlla(ruoliDelDelegato, ente, oggi)) is { } no ? new[] { no } : [],
            .. contenuto.Errori(affidamentiDelRup, oggi),
        ];
        if (errori.Count > 0)
        {
            return Result<Delega>.Refused(errori);
        }

        var delega = new Delega
        {
            Id = id,
            EnteId = ente,
            DeleganteId = nomina.PersonaId,
            NominaId = nomina.Id,
            DelegatoId = delegato.Id,
            PostoId = posto!.Id,
            Ambito = contenuto.Ambito,
            ConvenzioneId = contenuto.Ambito == AmbitoDelega.Convenzione ? contenuto.ConvenzioneId : null,
            Compila = contenuto.Atti.Contains(AttoDelegabile.Compilare),
            OperaSulPortale = contenuto.Atti.Contains(AttoDelegabile.OperareSulPortale),
            RegistraEsito = contenuto.Atti.Contains(AttoDelegabile.RegistrareEsito),
            TieneFascicolo = contenuto.Atti.Contains(AttoDelegabile.TenereFascicolo),
            Atto = contenuto.Atto,
            Dal = contenuto.Dal,
            Al = contenuto.Al,
            ConferitaIl = utc,
        };
        if (contenuto.Ambito == AmbitoDelega.Scelti)
        {
            delega._affidamenti.AddRange(contenuto.Affidamenti.Distinct().Select(a => new AffidamentoDelegato(nuovoId(), id, a, utc)));
        }

        return delega;
    }

    private static Error? NonPuoRiceverla(Appartenenza nomina, Persona delegato, Appartenenza? posto, bool controlla) =>
        delegato.Id == nomina.PersonaId ? SeparazioneCompiti.DelegaNonASeStesso.Errore(ContenutoDelega.CampoDelegato)
        : !delegato.Attiva ? new Error(
            "delega.persona-disattivata",
            "Questa persona è disattivata e non entra in CigHub: scegline un'altra.",
            ContenutoDelega.CampoDelegato)
        : controlla ? SeparazioneCompiti.DelegaNonAChiControlla.Errore(ContenutoDelega.CampoDelegato)
        : posto is null ? new Error(
            "delega.fuori-dall-ente",
            "Si delega una persona dell'Ente o del Soggetto Aggregatore: questa oggi non vi lavora. Scegline un'altra, "
            + "oppure chiedi all'amministratore dell'ufficio di assegnarle un ruolo.",
            ContenutoDelega.CampoDelegato)
        : null;

    /// <summary>Returns the error that says why the delega is not in force on a day, or null when it is.</summary>
    /// <remarks>
    /// The appointment of the RUP and the post of the delegate are kept elsewhere: the caller checks that both are valid too.
    /// </remarks>
    public Error? NonVigente(DateOnly giorno) =>
        RevocataIl is not null ? new Error("delega.revocata", "Questa delega è stata revocata: per continuare serve una nuova delega del RUP.")
        : giorno < Dal ? new Error("delega.non-ancora", $"Questa delega vale dal {Dal:dd'/'MM'/'yyyy}: prima di quel giorno non si può operare.")
        : giorno > Al ? new Error("delega.scaduta", $"Questa delega è finita il {Al:dd'/'MM'/'yyyy}: per continuare serve una nuova delega del RUP.")
        : null;

    /// <summary>
    /// Returns the condition that the delega is in force on a day, like <see cref="NonVigente"/>, in a form that a database can evaluate.
    /// </summary>
    public static Expression<Func<Delega, bool>> Vigenti(DateOnly giorno) => d => d.RevocataIl == null && d.Dal <= giorno && giorno <= d.Al;

    /// <summary>Ends the delega at once. Only the RUP who conferred it may, with a reason that the registro keeps.</summary>
    /// <remarks>
    /// Refusals: <c>delega.non-tua</c>, <c>delega.gia-revocata</c>, <c>delega.senza-motivo</c>, <c>delega.motivo-lungo</c>.
    /// </remarks>
    public Result Revoca(Guid personaId, string? motivo, DateTime utc)
    {
        if (personaId != DeleganteId)
        {
            return new Error("delega.non-tua", "Solo il RUP che ha conferito la delega può revocarla: chiedi a quella persona.");
        }

        if (RevocataIl is not null)
        {
            return new Error("delega.gia-revocata", "Questa delega è già stata revocata: ricarica la pagina per vedere da quando.");
        }

        if (string.IsNullOrWhiteSpace(motivo))
        {
            return new Error("delega.senza-motivo", "Scrivi perché revochi la delega: il motivo resta nel registro eventi.", "Motivo");
        }

        if (motivo.Trim().Length > MaxMotivo)
        {
            return new Error("delega.motivo-lungo", $"Il motivo può avere al massimo {MaxMotivo} caratteri: accorcialo.", "Motivo");
        }

        (RevocataIl, MotivoRevoca) = (utc, motivo.Trim());
        return Result.Ok;
    }
}

/// <summary>One Affidamento that a delega names.</summary>
public sealed class AffidamentoDelegato : IPartOf
{
    private AffidamentoDelegato() { }

    internal AffidamentoDelegato(Guid id, Guid delegaId, Guid affidamentoId, DateTime delegatoIl) =>
        (Id, DelegaId, AffidamentoId, DelegatoIl) = (id, delegaId, affidamentoId, delegatoIl);

    public Guid Id { get; private init; }

    public Guid DelegaId { get; private init; }

    public Guid AffidamentoId { get; private init; }

    /// <summary>
    /// The instant of the delega, UTC. An Affidamento that came to the RUP after it, even back to the same RUP, is no longer delegated.
    /// </summary>
    public DateTime DelegatoIl { get; private init; }

    Guid IPartOf.RadiceId => DelegaId;
}
