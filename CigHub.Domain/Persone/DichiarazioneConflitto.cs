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

/// <summary>A supplier about whom a declaration is made, with the codice fiscale and the name that the scheda has for it.</summary>
/// <remarks>Equality: by both members.</remarks>
public sealed record FornitoreDichiarato(string CodiceFiscale, string Denominazione);

/// <summary>
/// The declaration that a RUP or an approver makes about conflicts of interest with one supplier in one Convenzione (art. 16 D.Lgs.
/// 36/2023). It never changes: a later declaration is added beside it, and a declared conflict never ends.
/// </summary>
public sealed class DichiarazioneConflitto : Aggregate
{
    /// <summary>The version of <see cref="Testo"/>. A declaration that was accepted under another version is asked for again.</summary>
    public const string VersioneTesto = "2026-11";

    /// <summary>The longest code or name of a supplier, in characters.</summary>
    public const int MaxTesto = 300;

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

    /// <summary>The last day of validity, inclusive. Null for a declared conflict, which never ends.</summary>
    public DateOnly? ValidaAl { get; private init; }

    /// <summary>The Affidamento for which the declaration was made.</summary>
    public Guid AffidamentoId { get; private init; }

    /// <summary>The colleague to whom the Affidamento passed because of the conflict. Null while nobody has taken it over.</summary>
    public Guid? PassatoA { get; private init; }

    /// <summary>
    /// Returns the Italian text that the person accepts for a supplier in a Convenzione. Each acceptance puts the whole text into the
    /// registro.
    /// </summary>
    public static string Testo(FornitoreDichiarato fornitore, string convenzione) =>
        "Ai sensi dell'art. 16 del D.Lgs. 36/2023 e consapevole delle responsabilità di cui all'art. 76 del D.P.R. 445/2000, "
        + "dichiaro di non avere, direttamente o indirettamente, un interesse finanziario, economico o altro interesse personale "
        + "che possa essere percepito come una minaccia alla mia imparzialità e indipendenza nei confronti di "
        + $"{fornitore.Denominazione} ({fornitore.CodiceFiscale}), nell'ambito della Convenzione «{convenzione}». Se la situazione cambia, "
        + "lo comunicherò e mi asterrò.";

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
        Guid id, Guid personaId, Guid convenzioneId, FornitoreDichiarato fornitore, NaturaConflitto natura, Guid affidamentoId, Guid? passatoA,
        DateTime utc) => new()
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
            PassatoA = passatoA,
            Utc = utc,
        };

    /// <summary>
    /// Checks that a person has no declared conflict with any of these suppliers and has accepted the current text. Returns the suppliers
    /// about whom the person has no valid declaration (none, or one that is no longer valid).
    /// </summary>
    /// <param name="sue">All declarations of the person in this Convenzione.</param>
    /// <param name="accettata">The version of the text that the person has just accepted, or null for none.</param>
    /// <returns>The suppliers for whom a new declaration must be kept. Empty when the valid declarations were only confirmed.</returns>
    /// <remarks>Refusals: <see cref="SeparazioneCompiti.SenzaConflitto"/>, <see cref="SeparazioneCompiti.ConflittoDaDichiarare"/>.</remarks>
    public static Result<IReadOnlyList<FornitoreDichiarato>> Giudica(
        IReadOnlyList<FornitoreDichiarato> fornitori, IReadOnlyCollection<DichiarazioneConflitto> sue, string? accettata, DateOnly oggi)
    {
        if (InConflitto(fornitori, sue))
        {
            return SeparazioneCompiti.SenzaConflitto.Errore();
        }

        if (accettata != VersioneTesto)
        {
            return SeparazioneCompiti.ConflittoDaDichiarare.Errore();
        }

        return Result.Success<IReadOnlyList<FornitoreDichiarato>>([.. fornitori.Where(f => !sue.Any(d => d.Copre(f, oggi)))]);
    }

    /// <summary>Says whether the person has ever declared a conflict of interest with one of the suppliers in this Convenzione.</summary>
    public static bool InConflitto(IReadOnlyList<FornitoreDichiarato> fornitori, IEnumerable<DichiarazioneConflitto> sue) =>
        sue.Any(d => d.Esito == EsitoDichiarazione.Conflitto && fornitori.Any(f => f.CodiceFiscale == d.FornitoreCodice));

    /// <summary>
    /// Says whether this declaration excludes a conflict with the supplier, has the current version of the text and is still valid today.
    /// </summary>
    public bool Copre(FornitoreDichiarato fornitore, DateOnly oggi) =>
        Esito == EsitoDichiarazione.NessunConflitto && FornitoreCodice == fornitore.CodiceFiscale && Versione == VersioneTesto && oggi <= ValidaAl;
}

/// <summary>The names of the kinds of conflict on screen, in Italian.</summary>
public static class ConflittoWords
{
    public static string Parola(this NaturaConflitto natura) => natura switch
    {
        NaturaConflitto.Finanziario => "interesse finanziario",
        NaturaConflitto.Economico => "interesse economico",
        NaturaConflitto.Personale => "rapporto personale o familiare",
        NaturaConflitto.Professionale => "rapporto professionale, presente o recente",
        _ => throw new ArgumentOutOfRangeException(nameof(natura), natura, null),
    };
}
