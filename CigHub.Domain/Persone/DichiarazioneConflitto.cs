using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>What a person declares of herself towards a supplier.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum EsitoDichiarazione
{
    /// <summary>She has no conflict of interest.</summary>
    NessunConflitto = 1,

    Conflitto = 2,
}

/// <summary>Of what kind a conflict is: enough for the colleague who takes over, nothing of anybody's private life.</summary>
/// <remarks>The numbers are stored: they never change. Source: art. 16 c. 1 D.Lgs. 36/2023 («interesse finanziario, economico o altro interesse personale»).</remarks>
public enum NaturaConflitto
{
    Finanziario = 1,
    Economico = 2,
    Personale = 3,
    Professionale = 4,
}

/// <summary>A supplier as a scheda names it.</summary>
/// <remarks>Equality: by both members.</remarks>
public sealed record FornitoreDichiarato(string CodiceFiscale, string Denominazione);

/// <summary>
/// What a RUP or an approver declared about a supplier in a Convenzione (art. 16 D.Lgs. 36/2023). Never changed: a later one stands beside it, and a
/// conflict that was declared holds to the end.
/// </summary>
public sealed class DichiarazioneConflitto : Aggregato
{
    /// <summary>Version of <see cref="Testo"/>: what was accepted under another one is asked again.</summary>
    public const string VersioneTesto = "2026-11";

    /// <summary>Longest code or name of a supplier.</summary>
    public const int MaxTesto = 300;

    private DichiarazioneConflitto() { }

    public Guid PersonaId { get; private init; }

    public Guid ConvenzioneId { get; private init; }

    public string FornitoreCodice { get; private init; } = "";

    public string Fornitore { get; private init; } = "";

    public EsitoDichiarazione Esito { get; private init; }

    /// <summary>Null where there is no conflict.</summary>
    public NaturaConflitto? Natura { get; private init; }

    public string Versione { get; private init; } = "";

    public DateTime Utc { get; private init; }

    /// <summary>Last day on which it holds; a conflict has none.</summary>
    public DateOnly? ValidaAl { get; private init; }

    /// <summary>On the occasion of which Affidamento.</summary>
    public Guid AffidamentoId { get; private init; }

    /// <summary>The colleague to whom that Affidamento passed; null: to nobody yet.</summary>
    public Guid? PassatoA { get; private init; }

    /// <summary>The text that is accepted; the registro has it in full with each acceptance.</summary>
    public static string Testo(FornitoreDichiarato fornitore, string convenzione) =>
        $"Ai sensi dell'art. 16 del D.Lgs. 36/2023 e consapevole delle responsabilità di cui all'art. 76 del D.P.R. 445/2000, dichiaro di non avere, direttamente o indirettamente, "
        + $"un interesse finanziario, economico o altro interesse personale che possa essere percepito come una minaccia alla mia imparzialità e indipendenza nei confronti di "
        + $"{fornitore.Denominazione} ({fornitore.CodiceFiscale}), nell'ambito della Convenzione «{convenzione}». Se la situazione cambia, lo comunicherò e mi asterrò.";

    public static DichiarazioneConflitto NessunConflitto(Guid id, Guid personaId, Guid convenzioneId, FornitoreDichiarato fornitore, Guid affidamentoId, DateOnly validaAl, DateTime utc) => new()
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
        Guid id, Guid personaId, Guid convenzioneId, FornitoreDichiarato fornitore, NaturaConflitto natura, Guid affidamentoId, Guid? passatoA, DateTime utc) => new()
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
    /// Whether somebody may go on with these suppliers, and which of them she declares about for the first time (or again, the former
    /// declaration having ended).
    /// </summary>
    /// <param name="sue">All that she declared in this Convenzione.</param>
    /// <param name="accettata">Version of the text that she has just accepted; null: none.</param>
    /// <returns>The suppliers for whom a new declaration is to be kept; empty: those that hold were confirmed.</returns>
    /// <remarks>Refused: <see cref="SeparazioneCompiti.SenzaConflitto"/>, <see cref="SeparazioneCompiti.ConflittoDaDichiarare"/>.</remarks>
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

    /// <summary>She declared a conflict with one of them.</summary>
    public static bool InConflitto(IReadOnlyList<FornitoreDichiarato> fornitori, IEnumerable<DichiarazioneConflitto> sue) =>
        sue.Any(d => d.Esito == EsitoDichiarazione.Conflitto && fornitori.Any(f => f.CodiceFiscale == d.FornitoreCodice));

    /// <summary>It says of this supplier that there is no conflict, in the text that is in use, and it has not ended.</summary>
    public bool Copre(FornitoreDichiarato fornitore, DateOnly oggi) =>
        Esito == EsitoDichiarazione.NessunConflitto && FornitoreCodice == fornitore.CodiceFiscale && Versione == VersioneTesto && oggi <= ValidaAl;
}

/// <summary>The words of the screen for kinds of conflict.</summary>
public static class ParoleDiConflitto
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
