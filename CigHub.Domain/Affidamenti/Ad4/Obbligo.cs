namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The condition under which a field of the scheda must be filled in.</summary>
/// <remarks>Equality: by reference, because every condition is one of the named ones.</remarks>
public sealed class Obbligo
{
    private readonly Func<BozzaAd4, string, bool> _vale;

    private Obbligo(string nome, Func<BozzaAd4, string, bool> vale)
    {
        Nome = nome;
        _vale = vale;
    }

    /// <summary>The field is always mandatory, for ANAC or, for the titolo, for the portal.</summary>
    public static Obbligo Sempre { get; } = new("sempre", static (_, _) => true);

    /// <summary>The field is always optional.</summary>
    public static Obbligo Mai { get; } = new("mai", static (_, _) => false);

    /// <summary>The field is mandatory with PNRR or PNC money (REG18 for the CUP).</summary>
    public static Obbligo ConFondiPnrr { get; } = new("con fondi PNRR o PNC", CondizioniAd4.FondiPnrr);

    /// <summary>The field is mandatory when the draft answers that a CUP is to be acquired (REG19).</summary>
    public static Obbligo ConCupRichiesto { get; } = new("quando è prevista l'acquisizione del CUP", CondizioniAd4.CupRichiesto);

    /// <summary>
    /// The field is mandatory when the answer on the quota of 30 % is that no quota, or a lower one, is foreseen (REG27).
    /// </summary>
    public static Obbligo ConQuotaRidotta { get; } = new("quando la quota del 30 % manca o è inferiore", CondizioniAd4.QuotaRidotta);

    /// <summary>
    /// The field is mandatory when the answer on accessibility is that the criteria are excluded and that a justification follows (REG33).
    /// </summary>
    public static Obbligo ConGiustificazione { get; } = new("quando l'accessibilità è esclusa con giustificazione", CondizioniAd4.GiustificazioneAnnunciata);

    /// <summary>
    /// The office's own rule: the somme a disposizione are mandatory, with 0 if need be, as soon as their quadro economico is filled in. An
    /// earlier revision of ANAC's schema required them.
    /// </summary>
    public static Obbligo ConQuadro { get; } = new("quando il quadro economico è compilato", QuadroCompilato);

    /// <summary>The condition in Italian words: «sempre», «mai», «con fondi PNRR o PNC».</summary>
    public string Nome { get; }

    /// <summary>Says whether the obligation depends on other answers.</summary>
    public bool Condizionato => this != Sempre && this != Mai;

    /// <summary>Says whether the field at a concrete path must be filled in, given the other answers of the draft.</summary>
    public bool Vale(BozzaAd4 bozza, string percorso) => _vale(bozza, percorso);

    public override string ToString() => Nome;

    private static bool QuadroCompilato(BozzaAd4 bozza, string percorso)
    {
        var quadro = percorso[..percorso.LastIndexOf('/')];
        return bozza.Contiene(quadro) || bozza.TestiNonLeggibili.Keys.Any(p => PercorsoAd4.Sotto(p, quadro));
    }
}
