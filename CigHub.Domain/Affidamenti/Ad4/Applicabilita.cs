namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>When a field has a meaning at all. What has none is not shown, not checked and not sent; its text stays in the draft, so that an answer changed back brings it back.</summary>
/// <remarks>Equality: by reference; every condition is one of the named ones. Source: ANAC's decision table and data model, <c>dominio.md</c> §4.</remarks>
public sealed class Applicabilita
{
    private readonly Func<BozzaAd4, string, bool> _vale;

    private Applicabilita(Func<BozzaAd4, string, bool> vale) => _vale = vale;

    /// <summary>In every scheda.</summary>
    public static Applicabilita Sempre { get; } = new(static (_, _) => true);

    /// <summary>PNRR or PNC money: art. 47 D.L. 77/2021.</summary>
    public static Applicabilita ConFondiPnrr { get; } = new(CondizioniAd4.FondiPnrr);

    /// <summary>PNRR or PNC money, and a quota below 30 %.</summary>
    public static Applicabilita ConQuotaInferiore { get; } = new(static (b, p) => CondizioniAd4.FondiPnrr(b, p) && CondizioniAd4.QuotaInferiore(b, p));

    /// <summary>PNRR or PNC money, and the quota of 30 % is not wholly there.</summary>
    public static Applicabilita ConQuotaRidotta { get; } = new(static (b, p) => CondizioniAd4.FondiPnrr(b, p) && CondizioniAd4.QuotaRidotta(b, p));

    /// <summary>The CUP is to be acquired.</summary>
    public static Applicabilita ConCupRichiesto { get; } = new(CondizioniAd4.CupRichiesto);

    /// <summary>The answer on accessibility says that a justification follows.</summary>
    public static Applicabilita ConGiustificazione { get; } = new(CondizioniAd4.GiustificazioneAnnunciata);

    /// <summary>Works: only they have SOA categories beside the main one, a design and digital models.</summary>
    public static Applicabilita PerLavori { get; } = new(CondizioniAd4.Lavori);

    /// <summary>The supplier relies on the capacities of another.</summary>
    public static Applicabilita ConAvvalimento { get; } = new(CondizioniAd4.Avvalimento);

    /// <summary>The contract is not a concession.</summary>
    public static Applicabilita PerAppalti { get; } = new(static (b, _) => !b.Concessione);

    /// <summary>The contract is a concession (art. 177 D.Lgs. 36/2023).</summary>
    public static Applicabilita PerConcessioni { get; } = new(static (b, _) => b.Concessione);

    /// <summary>Whether the field at that concrete path has a meaning in that draft.</summary>
    public bool Vale(BozzaAd4 bozza, string percorso) => _vale(bozza, percorso);
}
