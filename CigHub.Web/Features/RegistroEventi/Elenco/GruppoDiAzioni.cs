using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>A group of actions by which an Auditor filters the registro. Each action belongs to exactly one group.</summary>
/// <remarks>Equality: by all members. The keys stand in saved links, so they never change.</remarks>
/// <param name="Chiave">The value in the address of the list.</param>
/// <param name="Nome">The words on screen.</param>
public sealed record GruppoDiAzioni(string Chiave, string Nome)
{
    public static readonly GruppoDiAzioni
        Affidamenti = new("affidamenti", "Affidamenti: bozza, scelta del fornitore, approvazione"),
        Conflitti = new("conflitti", "Conflitti di interessi e deleghe"),
        Portale = new("portale", "CIG e operazioni sul portale"),
        Fascicolo = new("fascicolo", "Fascicolo, atti e conferme di capienza"),
        Convenzioni = new("convenzioni", "Convenzioni, Lotti e massimali"),
        Persone = new("persone", "Persone, ruoli ed Enti"),
        Regole = new("regole", "Percorso del portale, liste di codici e aiuti"),
        Accessi = new("accessi", "Accessi e operazioni negate"),
        Uscite = new("uscite", "Esportazioni, stampe e file scaricati"),
        Verifiche = new("verifiche", "Audit, rilievi, verifiche e attestazioni del registro");

    private static readonly Dictionary<string, GruppoDiAzioni> _eccezioni = new()
    {
        [Azioni.ConflittoDichiarato] = Conflitti,
        [Azioni.ConflittoSostituito] = Conflitti,
        [Azioni.ConflittoEscluso] = Conflitti,
        [Azioni.CigInPiuRegistrato] = Portale,
        [Azioni.CigInPiuAnnullato] = Portale,
        [Azioni.RegistratoDaElenco] = Portale,
        [Azioni.CatalogoCaricato] = Convenzioni,
        [Azioni.IdentitaCollegata] = Accessi,
        [Azioni.IdentitaScollegata] = Accessi,
        [Azioni.SessioniChiuse] = Accessi,
        [Azioni.ElencoEsportato] = Uscite,
        [Azioni.ElencoStampato] = Uscite,
        [Azioni.SpesaEsportata] = Uscite,
        [Azioni.RelazioneStampata] = Uscite,
        [Azioni.SchedaEsportata] = Uscite,
        [Azioni.SchedaStampata] = Uscite,
        [Azioni.IterEsportato] = Uscite,
        [Azioni.IterStampato] = Uscite,
        [Azioni.AllegatoAperto] = Uscite,
        [Azioni.BozzaDiAttoScaricata] = Uscite,
        [Azioni.ElencoPortaleAperto] = Uscite,
        [Azioni.RichiestaRegistrazioneUscita] = Uscite,
        [Azioni.DossierPreparato] = Uscite,
        [Azioni.EstrattoScritto] = Uscite,
        [Azioni.RegistroEsportato] = Uscite,
        [Azioni.RegistroStampato] = Uscite,
        [Azioni.ScostamentiEsportati] = Uscite,
        [Azioni.RapportoStampato] = Uscite,
        [Azioni.PopolazioneEsportata] = Uscite,
        [Azioni.FileVerificaAperto] = Uscite,
    };

    /// <summary>The groups, in the order of the choice on screen.</summary>
    public static IReadOnlyList<GruppoDiAzioni> Tutti { get; } =
        [Affidamenti, Conflitti, Portale, Fascicolo, Convenzioni, Persone, Regole, Accessi, Uscite, Verifiche];

    /// <summary>Returns the group of an action, or null for an action that this version does not know.</summary>
    public static GruppoDiAzioni? OfAction(string azione) => _eccezioni.GetValueOrDefault(azione) ?? azione.Split('.')[0] switch
    {
        "affidamento" or "affidamenti" => Affidamenti,
        "delega" => Conflitti,
        "richiesta" or "operazione" or "portale" or "elenco-portale" or "registrazione" => Portale,
        "fascicolo" or "capienza" or "due-diligence" => Fascicolo,
        "convenzione" or "lotto" => Convenzioni,
        "persona" or "ente" => Persone,
        "percorso" or "liste" or "aiuto-errore" => Regole,
        "accesso" => Accessi,
        "registro" or "dati" or "rilievi" or "rilievo" or "opendata" or "audit" => Verifiche,
        _ => null,
    };

    /// <summary>Returns the actions of the group with this key. The list is empty when there is no such group.</summary>
    public static IReadOnlyList<string> AzioniDi(string? chiave) => [.. Azioni.Tutte.Where(a => OfAction(a)?.Chiave == chiave)];
}
