using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>The content of a person's declaration about conflicts of interest with a supplier.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum EsitoDichiarazione
{
    /// <summary>The person has no conflict of interest.</summary>
    NessunConflitto = 1,

    Conflitto = 2,
}

/// <summary>
/// The kind of a declared conflict of interest. It says enough for the colleague who takes over, and nothing about private life.
/// </summary>
/// <remarks>
/// The numbers are stored and never change. Source: art. 16 c. 1 D.Lgs. 36/2023 («interesse finanziario, economico o altro interesse
/// personale»).
/// </remarks>
public enum NaturaConflitto
{
    Finanziario = 1,
    Economico = 2,
    Personale = 3,
    Professionale = 4,
}

/// <summary>The decision of a Responsabile about a declared conflict of interest.</summary>
/// <remarks>The numbers are stored: they never change. Source: art. 16 D.Lgs. 36/2023, art. 7 D.P.R. 62/2013.</remarks>
public enum DecisioneConflitto
{
    /// <summary>The person abstains, and somebody else takes over. It holds for the whole Convenzione with that supplier.</summary>
    Sostituzione = 1,

    /// <summary>There is no conflict, so the person may go on. The decision has reasons.</summary>
    NessunConflitto = 2,
}

/// <summary>A supplier about whom a declaration is made, with the codice fiscale and the name that the scheda has for it.</summary>
/// <remarks>Equality: by both members.</remarks>
public sealed record FornitoreDichiarato(string CodiceFiscale, string Denominazione);

/// <summary>
/// The declaration that a person who acts on an Affidamento makes about conflicts of interest with one supplier in one Convenzione (art. 16
/// D.Lgs. 36/2023). A later declaration is added beside it. A declared conflict blocks the person until a Responsabile has decided about it.
/// </summary>
public sealed class DichiarazioneConflitto : Aggregate
{
    /// <summary>The version of <see cref="Testo"/>. A declaration that was accepted under another version is asked for again.</summary>
    public const string VersioneTesto = "2026-12";

    /// <summary>The longest code or name of a supplier, in characters.</summary>
    public const int MaxTesto = 300;

    /// <summary>The longest reasons of a decision, in characters.</summary>
    public const int MaxMotivo = 2000;

    private const string Premessa =
        "Ai sensi dell'art. 16 del D.Lgs. 36/2023 e consapevole delle responsabilità penali di cui all'art. 76 del D.P.R. 445/2000, ";

    private DichiarazioneConflitto() { }

    public Guid PersonaId { get; private init; }

    public Guid ConvenzioneId { get; private init; }

    public string FornitoreCodice { get; private init; } = "";

    public string Fornitore { get; private init; } = "";

    public EsitoDichiarazione Esito { get; private init; }

    /// <summary>The kind of the conflict, or null where there is none.</summary>
    public NaturaConflitto? Natura { get; private init; }

    public string Versione { get; private init; } = "";

    public DateTime Utc { get; private init; }

    /// <summary>
    /// The last day of validity, inclusive. Null for a declared conflict, which never ends, unless a Responsabile decides that there is none.
    /// </summary>
    public DateOnly? ValidaAl { get; private set; }

    /// <summary>The Affidamento for which the declaration was made.</summary>
    public Guid AffidamentoId { get; private init; }

    /// <summary>The colleague to whom the Affidamento passes because of the conflict. Null while nobody takes it over.</summary>
    public Guid? PassatoA { get; private set; }

    /// <summary>The decision about a declared conflict. Null while nobody has decided, and where no conflict was declared.</summary>
    public DecisioneConflitto? Decisione { get; private set; }

    public Guid? DecisaDaId { get; private set; }

    /// <summary>The instant of the decision, UTC.</summary>
    public DateTime? DecisaIl { get; private set; }

    /// <summary>The reasons why there is no conflict. Null for any other decision.</summary>
    public string? MotivoDecisione { get; private set; }

    /// <summary>Says whether a conflict was declared and waits for the decision of a Responsabile.</summary>
    public bool DaDecidere => Esito == EsitoDichiarazione.Conflitto && Decisione is null;

    /// <summary>Says whether a conflict was declared and holds: nobody has decided yet, or the person was replaced.</summary>
    public bool InVigore => Esito == EsitoDichiarazione.Conflitto && Decisione != DecisioneConflitto.NessunConflitto;

    /// <summary>
    /// Returns the Italian text that the person accepts for a supplier in a Convenzione. Each acceptance puts the whole text into the
    /// registro.
    /// </summary>
    public static string Testo(FornitoreDichiarato fornitore, string convenzione) =>
        Premessa + "dichiaro di non avere, direttamente o indirettamente, un interesse finanziario, economico o altro interesse personale "
        + "che possa essere percepito come una minaccia alla mia imparzialità e indipendenza nei confronti di "
        + $"{fornitore.Denominazione} ({fornitore.CodiceFiscale}), nell'ambito della Convenzione «{convenzione}». Se la situazione cambia, "
        + "lo comunicherò e mi asterrò.";

    /// <summary>Returns the Italian text by which the person declares a conflict of interest. It says its kind, and no detail.</summary>
    public static string TestoConflitto(FornitoreDichiarato fornitore, string convenzione, NaturaConflitto natura) =>
        Premessa + $"comunico di trovarmi in una situazione di conflitto di interessi ({natura.Parola()}) nei confronti di "
        + $"{fornitore.Denominazione} ({fornitore.CodiceFiscale}), nell'ambito della Convenzione «{convenzione}». "
        + "Da ora mi astengo, e non scelgo chi subentra: decide il Responsabile.";

    public static DichiarazioneConflitto NessunConflitto(
        Guid id, Guid personaId, Guid convenzioneId, FornitoreDichiarato fornitore, Guid affidamentoId, DateOnly validaAl, DateTime utc) => new()
        {
            Id = id,
            PersonaId = personaId,
            ConvenzioneId = convenzioneId,
            FornitoreCodice = fornitore.CodiceFiscale,
            Fornitore = fornitore.Denominazione,
            Esito = EsitoDichiarazione.NessunConflitto,
            Versione = VersioneTesto,
            AffidamentoId = affidamentoId,
            ValidaAl = validaAl,
            Utc = utc,
        };

    public static DichiarazioneConflitto Conflitto(
        Guid id, Guid personaId, Guid convenzioneId, FornitoreDichiarato fornitore, NaturaConflitto natura, Guid affidamentoId, DateTime utc) => new()
        {
            Id = id,
            PersonaId = personaId,
            ConvenzioneId = convenzioneId,
            FornitoreCodice = fornitore.CodiceFiscale,
            Fornitore = fornitore.Denominazione,
            Esito = EsitoDichiarazione.Conflitto,
            Natura = natura,
            Versione = VersioneTesto,
            AffidamentoId = affidamentoId,
            Utc = utc,
        };

    /// <summary>
    /// Checks that a person has no conflict in force with any of these suppliers, and has a valid declaration about each of them or has just
    /// accepted the current text. A person is not asked again while a declaration is valid.
    /// </summary>
    /// <param name="sue">All declarations of the person in this Convenzione.</param>
    /// <param name="accettata">The version of the text that the person has just read and ticked, or null for none.</param>
    /// <returns>The suppliers for whom a new declaration must be kept. Empty when a valid declaration covers each of them.</returns>
    /// <remarks>Refusals: <see cref="SeparazioneCompiti.SenzaConflitto"/>, <see cref="SeparazioneCompiti.ConflittoDaDichiarare"/>.</remarks>
    public static Result<IReadOnlyList<FornitoreDichiarato>> Giudica(
        IReadOnlyList<FornitoreDichiarato> fornitori, IReadOnlyCollection<DichiarazioneConflitto> sue, string? accettata, DateOnly oggi)
    {
        if (InConflitto(fornitori, sue))
        {
            return SeparazioneCompiti.SenzaConflitto.Errore();
        }

        List<FornitoreDichiarato> nuovi = [.. fornitori.Where(f => !sue.Any(d => d.Copre(f, oggi)))];
        return nuovi.Count > 0 && accettata != VersioneTesto
            ? SeparazioneCompiti.ConflittoDaDichiarare.Errore()
            : Result.Success<IReadOnlyList<FornitoreDichiarato>>(nuovi);
    }

    /// <summary>Says whether the person has a conflict of interest in force with one of the suppliers in this Convenzione.</summary>
    public static bool InConflitto(IReadOnlyList<FornitoreDichiarato> fornitori, IEnumerable<DichiarazioneConflitto> sue) =>
        sue.Any(d => d.InVigore && fornitori.Any(f => f.CodiceFiscale == d.FornitoreCodice));

    /// <summary>
    /// Says whether this declaration (or the decision about it) excludes a conflict with the supplier, has the current version of the text and
    /// is still valid today.
    /// </summary>
    public bool Copre(FornitoreDichiarato fornitore, DateOnly oggi) =>
        (Esito == EsitoDichiarazione.NessunConflitto || Decisione == DecisioneConflitto.NessunConflitto)
        && FornitoreCodice == fornitore.CodiceFiscale && Versione == VersioneTesto && oggi <= ValidaAl;

    /// <summary>
    /// Decides that the person abstains. Somebody else takes over, chosen by the person who decides and not by the person in conflict.
    /// </summary>
    /// <param name="decide">The Responsabile who decides.</param>
    /// <param name="successore">The new RUP. Null when the person in conflict is the RUP of nothing that concerns the supplier.</param>
    /// <param name="utc">The instant of the decision, UTC.</param>
    /// <remarks>
    /// Refusals: <see cref="SeparazioneCompiti.NessunoDecideSuDiSe"/>, <see cref="SeparazioneCompiti.ChiDecideNonSubentra"/>,
    /// <c>conflitto.gia-deciso</c>.
    /// </remarks>
    public Result DecidiSostituzione(Guid decide, Guid? successore, DateTime utc)
    {
        if ((NonDecide(decide) ?? (successore == decide ? SeparazioneCompiti.ChiDecideNonSubentra.Errore("NuovoRupId") : null)) is { } no)
        {
            return no;
        }

        PassatoA = successore;
        return Decidi(DecisioneConflitto.Sostituzione, decide, utc);
    }

    /// <summary>Decides, with reasons, that there is no conflict. The person may go on without a declaration until the given day.</summary>
    /// <param name="decide">The Responsabile who decides.</param>
    /// <param name="motivo">The reasons, which stay in the registro.</param>
    /// <param name="validaAl">The last day, inclusive, on which the decision stands for a declaration.</param>
    /// <param name="utc">The instant of the decision, UTC.</param>
    /// <remarks>Refusals: <see cref="SeparazioneCompiti.NessunoDecideSuDiSe"/>, <c>conflitto.gia-deciso</c>.</remarks>
    public Result DecidiNessunConflitto(Guid decide, string motivo, DateOnly validaAl, DateTime utc)
    {
        if (NonDecide(decide) is { } no)
        {
            return no;
        }

        (MotivoDecisione, ValidaAl) = (motivo.Trim(), validaAl);
        return Decidi(DecisioneConflitto.NessunConflitto, decide, utc);
    }

    /// <summary>Returns the refusal for the person in conflict, with a sentence that says who decides or has decided.</summary>
    /// <param name="ente">The Ente of the Affidamento.</param>
    /// <param name="decisori">The names of the people who may decide. Not used once a decision is there.</param>
    public Error Rifiuto(string ente, IReadOnlyList<string> decisori) => new(
        SeparazioneCompiti.SenzaConflitto.Codice,
        Decisione is not null
            ? $"Per il conflitto di interessi con {Fornitore} ti sei astenuto, come ha deciso il Responsabile: qui non puoi fare altro. "
                + "Chi prosegue lo sceglie il Responsabile."
            : $"Hai dichiarato un conflitto di interessi con {Fornitore}: qui non puoi fare altro. " + ConflittoWords.ChiDecide(ente, decisori));

    private Error? NonDecide(Guid decide) =>
        decide == PersonaId ? SeparazioneCompiti.NessunoDecideSuDiSe.Errore()
        : DaDecidere ? null
        : new Error("conflitto.gia-deciso", "Su questo conflitto è già stato deciso: ricarica la pagina per vedere come.");

    private Result Decidi(DecisioneConflitto decisione, Guid decide, DateTime utc)
    {
        (Decisione, DecisaDaId, DecisaIl) = (decisione, decide, utc);
        return Result.Ok;
    }
}

/// <summary>The words about conflicts of interest on screen, in Italian.</summary>
public static class ConflittoWords
{
    /// <summary>The reason that everybody reads when an Affidamento passes to somebody else. It tells no detail of the conflict.</summary>
    public const string Astensione = "Astensione (art. 16 del D.Lgs. 36/2023)";

    /// <summary>Returns the sentence that names the people who may decide about a conflict, or says what to do when there is nobody.</summary>
    /// <param name="ente">The Ente of the Affidamento.</param>
    /// <param name="decisori">The names of the people who may decide.</param>
    public static string ChiDecide(string ente, IReadOnlyList<string> decisori) => decisori.Count == 0
        ? $"Nessuno può decidere ora: serve un atto di «{ente}» che incarichi il Segretario o il RPCT. Poi chiedi all'amministratore di assegnargli il ruolo."
        : $"Decide {string.Join(" o ", decisori)}, dal proprio Cruscotto.";

    public static string Parola(this NaturaConflitto natura) => natura switch
    {
        NaturaConflitto.Finanziario => "interesse finanziario",
        NaturaConflitto.Economico => "interesse economico",
        NaturaConflitto.Personale => "rapporto personale o familiare",
        NaturaConflitto.Professionale => "rapporto professionale, presente o recente",
        _ => throw new ArgumentOutOfRangeException(nameof(natura), natura, null),
    };

    public static string Parola(this DecisioneConflitto decisione) => decisione switch
    {
        DecisioneConflitto.Sostituzione => "sostituzione",
        DecisioneConflitto.NessunConflitto => "nessun conflitto",
        _ => throw new ArgumentOutOfRangeException(nameof(decisione), decisione, null),
    };
}
