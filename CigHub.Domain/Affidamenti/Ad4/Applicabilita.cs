namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The condition under which a field of the scheda applies to a draft. A field that does not apply is not shown, not checked and not sent.
/// Its text stays in the draft, so that it comes back when the user takes back the answer that excluded the field.
/// </summary>
/// <remarks>
/// Equality: by reference, because every condition is one of the named ones. Source: ANAC's decision table and data model, repository
/// <c>anticorruzione/npa</c>.
/// </remarks>
public sealed class Applicabilita
{
    private readonly Func<BozzaAd4, string, bool> _vale;

    private Applicabilita(Func<BozzaAd4, string, bool> vale) => _vale = vale;

    /// <summary>The field applies in every scheda.</summary>
    public static Applicabilita Sempre { get; } = new(static (_, _) => true);

    /// <summary>The field applies with PNRR or PNC money (art. 47 D.L. 77/2021).</summary>
    public static Applicabilita ConFondiPnrr { get; } = new(CondizioniAd4.FondiPnrr);

    /// <summary>The field applies with PNRR or PNC money when the answer on the quota of 30 % is that a lower quota is foreseen.</summary>
    public static Applicabilita ConQuotaInferiore { get; } = new(static (b, p) => CondizioniAd4.FondiPnrr(b, p) && CondizioniAd4.QuotaInferiore(b, p));

    /// <summary>
    /// The field applies with PNRR or PNC money when the answer on the quota of 30 % is that no quota, or a lower one, is foreseen.
    /// </summary>
    public static Applicabilita ConQuotaRidotta { get; } = new(static (b, p) => CondizioniAd4.FondiPnrr(b, p) && CondizioniAd4.QuotaRidotta(b, p));

    /// <summary>The field applies when the draft answers that a CUP is to be acquired for the adhesion.</summary>
    public static Applicabilita ConCupRichiesto { get; } = new(CondizioniAd4.CupRichiesto);

    /// <summary>
    /// The field applies when the answer on accessibility is that the criteria are excluded and that a justification follows.
    /// </summary>
    public static Applicabilita ConGiustificazione { get; } = new(CondizioniAd4.GiustificazioneAnnunciata);

    /// <summary>The field applies to works. Only works have SOA categories beside the main one, a design and digital models.</summary>
    public static Applicabilita PerLavori { get; } = new(CondizioniAd4.Lavori);

    /// <summary>The field applies when the supplier relies on the capacities of another firm (avvalimento).</summary>
    public static Applicabilita ConAvvalimento { get; } = new(CondizioniAd4.Avvalimento);

    /// <summary>The field applies when the contract is not a concession.</summary>
    public static Applicabilita PerAppalti { get; } = new(static (b, _) => !b.Concessione);

    /// <summary>The field applies when the contract is a concession (art. 177 D.Lgs. 36/2023).</summary>
    public static Applicabilita PerConcessioni { get; } = new(static (b, _) => b.Concessione);

    /// <summary>Says whether the condition holds in the given draft for the field at a concrete path.</summary>
    public bool Vale(BozzaAd4 bozza, string percorso) => _vale(bozza, percorso);
}
