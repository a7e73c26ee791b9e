using CigHub.Domain.Affidamenti.Operazioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>A part of the work on the portal that may follow the request of a CIG, with steps of its own in the percorso.</summary>
public enum FaseDelSeguito
{
    EsitoDaVerificare = 1,
    Modifica = 2,
    Annullamento = 3,
    SostituzioneRup = 4,
}

/// <summary>
/// The steps of the percorso after the request: how to look for an unknown outcome, and how to go through the operations after the CIG.
/// They stand in the same list as the steps of the request and are told apart by their number: 101 and on, 201 and on, by phase.
/// </summary>
/// <remarks>A version that was published before these steps existed has none: it takes those of the first version.</remarks>
public static class SeguitoDelPercorso
{
    public const string RegistroDiSistema = "operazione/registroDiSistema", Titolo = "operazione/titoloDocumento", Cig = "operazione/cigDerivato",
        Importo = "operazione/importo", Cup = "operazione/cup", Motivo = "operazione/motivo", CodiceFiscaleRup = "operazione/nuovoRup/codiceFiscale",
        NomeRup = "operazione/nuovoRup/nome", Atto = "operazione/atto", Decorrenza = "operazione/decorrenza";

    /// <summary>The number of the first step of a phase is this many times the phase, plus one.</summary>
    private const int Passo = 100;

    /// <summary>The values that a step after the request may ask for, each with its label.</summary>
    public static IReadOnlyList<(string Percorso, string Etichetta)> Campi { get; } =
    [
        (RegistroDiSistema, "Registro di Sistema"), (Titolo, "Titolo documento"), (Cig, "CIG Derivato"), (Importo, "Importo corretto"),
        (Cup, "CUP corretto"), (Motivo, "Motivo dell'operazione"), (CodiceFiscaleRup, "Codice fiscale del nuovo RUP"), (NomeRup, "Nuovo RUP"),
        (Atto, "Atto di nomina del nuovo RUP"), (Decorrenza, "Da quando è RUP"),
    ];

    public static IReadOnlyList<FaseDelSeguito> Fasi { get; } = Enum.GetValues<FaseDelSeguito>();

    /// <summary>The steps with which every installation begins.</summary>
    /// <remarks>Source: the commands of CMRC's screens, <em>Gestione PCP</em>.</remarks>
    public static IReadOnlyList<PassoPortale> Iniziale { get; } =
    [
        new(101, "Apri il portale e vai in «Affidamenti diretti su Accordo Quadro»", [], ApreIlPortale: true),
        new(102, "Filtra l'elenco", [new(Titolo, "Titolo documento")]),
        new(103, "Se nella colonna «CIG Derivato» c'è un codice, incollalo qui; se la riga o il codice mancano, di' a che ora hai guardato", []),
        .. Operazione(
            FaseDelSeguito.Modifica,
            "Clicca su «Gestione PCP» e poi su «Modifica CUP e/o Importo» e riporta",
            [new(Importo, "Importo Appalto"), new(Cup, "CUP"), new(Motivo, "Motivo, se il portale lo chiede")],
            "Prima di «Invia Modifica» rileggi sul portale: non si può rifare",
            "Clicca su «Invia Modifica». Se ci ripensi, «Annulla Modifica» lascia tutto com'era"),
        .. Operazione(
            FaseDelSeguito.Annullamento,
            "Clicca su «Gestione PCP» e poi su «Annulla affidamento» e riporta",
            [new(Motivo, "Motivo")],
            "Prima di «Conferma» rileggi sul portale: non si può rifare",
            "Clicca su «Conferma»"),
        .. Operazione(
            FaseDelSeguito.SostituzioneRup,
            "Clicca su «Sostituzione RUP» e riporta",
            [
                new(CodiceFiscaleRup, "Codice fiscale del nuovo RUP"), new(NomeRup, "Nuovo RUP"), new(Atto, "Atto"), new(Decorrenza, "Da quando"),
            ],
            "Prima di «Conferma» rileggi sul portale",
            "Clicca su «Conferma»"),
    ];

    /// <summary>Returns the name of a phase on screen: the portal's command, or the state of the Affidamento.</summary>
    public static string Nome(this FaseDelSeguito fase) => fase switch
    {
        FaseDelSeguito.EsitoDaVerificare => StatoAffidamento.EsitoDaVerificare.Nome(),
        FaseDelSeguito.Modifica => TipoOperazione.Modifica.Nome(),
        FaseDelSeguito.Annullamento => TipoOperazione.Annullamento.Nome(),
        _ => TipoOperazione.SostituzioneRup.Nome(),
    };

    /// <summary>Returns the phase of a step, or null for a step of the request itself.</summary>
    public static FaseDelSeguito? FaseDi(PassoPortale passo) => passo.Numero > Passo ? (FaseDelSeguito)(passo.Numero / Passo) : null;

    /// <summary>Returns the number of a step of a phase, or of the request when the phase is null. Positions count from 0.</summary>
    public static int Numero(FaseDelSeguito? fase, int posto) => ((int?)fase ?? 0) * Passo + posto + 1;

    /// <summary>Returns the steps of the request itself.</summary>
    public static IReadOnlyList<PassoPortale> DellaRichiesta(IReadOnlyList<PassoPortale> passi) => [.. passi.Where(p => FaseDi(p) is null)];

    /// <summary>Returns the steps of a phase: those of the version, or the first version's where it has none.</summary>
    public static IReadOnlyList<PassoPortale> PassiDellaFase(IReadOnlyList<PassoPortale> passi, FaseDelSeguito fase) =>
        passi.Any(p => FaseDi(p) == fase) ? [.. passi.Where(p => FaseDi(p) == fase)] : [.. Iniziale.Where(p => FaseDi(p) == fase)];

    /// <summary>Returns all the steps of a version: those of the request, then those of every phase.</summary>
    public static IReadOnlyList<PassoPortale> Completi(IReadOnlyList<PassoPortale> passi) =>
        [.. DellaRichiesta(passi), .. Fasi.SelectMany(f => PassiDellaFase(passi, f))];

    private static IEnumerable<PassoPortale> Operazione(
        FaseDelSeguito fase, string riporta, IReadOnlyList<ValorePortale> valori, string rileggi, string invia) =>
    [
        new(Numero(fase, 0), "Apri il portale, entra con SPID e vai in «Affidamento senza negoziazione», poi «Affidamenti diretti su Accordo Quadro»", [],
            ApreIlPortale: true),
        new(Numero(fase, 1), "Trova il documento e clicca su «Apri»",
            [new(RegistroDiSistema, "Registro di Sistema"), new(Titolo, "Titolo documento"), new(Cig, "CIG Derivato")]),
        new(Numero(fase, 2), riporta, valori),
        new(Numero(fase, 3), rileggi, [], ChiedeRilettura: true),
        new(Numero(fase, 4), invia, []),
    ];
}
