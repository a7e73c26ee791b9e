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
    public static Obbligo ConFondiPnrr { get; } = new("con fondi PNRR o PNC", CondizioniAd4.FondiPnrr);

    /// <summary>REG19: the CUP is to be acquired.</summary>
    public static Obbligo ConCupRichiesto { get; } = new("quando è prevista l'acquisizione del CUP", CondizioniAd4.CupRichiesto);

    /// <summary>REG27: the quota of 30 % is not, or not wholly, foreseen.</summary>
    public static Obbligo ConQuotaRidotta { get; } = new("quando la quota del 30 % manca o è inferiore", CondizioniAd4.QuotaRidotta);

    /// <summary>REG33: the answer on accessibility says that a justification follows.</summary>
    public static Obbligo ConGiustificazione { get; } = new("quando l'accessibilità è esclusa con giustificazione", CondizioniAd4.GiustificazioneAnnunciata);

    /// <summary>The office's own: the somme a disposizione are answered, with 0 if need be, as soon as their quadro economico is there. An earlier revision of ANAC's schema asked for them.</summary>
    public static Obbligo ConQuadro { get; } = new("quando il quadro economico è compilato", QuadroCompilato);

    /// <summary>The condition in words, Italian: «sempre», «mai», «con fondi PNRR o PNC».</summary>
    public string Nome { get; }

    /// <summary>Whether it depends on what else is answered.</summary>
    public bool Condizionato => this != Sempre && this != Mai;

    /// <summary>Whether the field at that concrete path must be filled in, in that draft.</summary>
    public bool Vale(BozzaAd4 bozza, string percorso) => _vale(bozza, percorso);

    public override string ToString() => Nome;

    private static bool QuadroCompilato(BozzaAd4 bozza, string percorso)
    {
        var quadro = percorso[..percorso.LastIndexOf('/')];
        return bozza.Contiene(quadro) || bozza.TestiNonLeggibili.Keys.Any(p => PercorsoAd4.Sotto(p, quadro));
    }
}
