namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>When a field must be filled in.</summary>
/// <remarks>Equality: by reference; every condition is one of the named ones.</remarks>
public sealed class Obbligo
{
    private readonly Func<BozzaAd4, string, bool> _vale;

    private Obbligo(string nome, Func<BozzaAd4, string, bool> vale)
    {
        Nome = nome;
        _vale = vale;
    }

    /// <summary>Mandatory for ANAC (or, for the titolo, for the portal), whatever else is answered.</summary>
    public static Obbligo Sempre { get; } = new("sempre", static (_, _) => true);

    /// <summary>Optional.</summary>
    public static Obbligo Mai { get; } = new("mai", static (_, _) => false);

    /// <summary>REG18: PNRR or PNC money asks for the CUP.</summary>
    public static Obbligo ConFondiPnrr { get; } = Quando("con fondi PNRR o PNC", FondiPnrr);

    /// <summary>REG19: the CUP is to be acquired.</summary>
    public static Obbligo ConCupRichiesto { get; } = Quando("quando è prevista l'acquisizione del CUP", CupRichiesto);

    /// <summary>REG27: the quota of 30 % is not, or not wholly, foreseen.</summary>
    public static Obbligo ConQuotaRidotta { get; } = Quando("quando la quota del 30 % manca o è inferiore", QuotaRidotta);

    /// <summary>REG33: the answer on accessibility says that a justification follows.</summary>
    public static Obbligo ConGiustificazione { get; } = Quando("quando l'accessibilità è esclusa con giustificazione", GiustificazioneAnnunciata);

    /// <summary>ANAC's schema asks for the somme a disposizione as soon as the quadro economico standard is there.</summary>
    public static Obbligo ConQuadroStandard { get; } = Quando("quando il quadro economico è compilato", QuadroStandard);

    /// <summary>The condition in words, Italian: «sempre», «mai», «con fondi PNRR o PNC».</summary>
    public string Nome { get; }

    /// <summary>Whether it depends on what else is answered.</summary>
    public bool Condizionato => this != Sempre && this != Mai;

    /// <summary>Whether the field at that concrete path must be filled in, in that draft.</summary>
    public bool Vale(BozzaAd4 bozza, string percorso) => _vale(bozza, percorso);

    public override string ToString() => Nome;

    private static Obbligo Quando(string nome, Func<BozzaAd4, string, bool> vale) => new(nome, vale);

    private static bool FondiPnrr(BozzaAd4 bozza, string percorso) =>
        bozza.Testo(PercorsoAd4.Aggiudicazione(percorso) + "/afferenteInvestimentiPNRR") == "true";

    private static bool CupRichiesto(BozzaAd4 bozza, string percorso) =>
        bozza.Testo(PercorsoAd4.Aggiudicazione(percorso) + "/acquisizioneCup") == "true";

    private static bool QuotaRidotta(BozzaAd4 bozza, string percorso) =>
        bozza.Testo(PercorsoAd4.Aggiudicazione(percorso) + "/paritaDiGenereGenerazionale/quota30PerCento") is "NO" or "SI_QUOTA_INFERIORE";

    private static bool GiustificazioneAnnunciata(BozzaAd4 bozza, string percorso) =>
        bozza.Testo(PercorsoAd4.Aggiudicazione(percorso) + "/datiBaseAccessibilita/accessibilita") == "n-inc-just";

    private static bool QuadroStandard(BozzaAd4 bozza, string percorso)
    {
        var quadro = PercorsoAd4.Aggiudicazione(percorso) + "/quadroEconomicoStandard";
        return bozza.Contiene(quadro) || bozza.TestiNonLeggibili.Keys.Any(p => PercorsoAd4.Sotto(p, quadro));
    }
}
