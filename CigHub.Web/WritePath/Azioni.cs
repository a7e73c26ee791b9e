namespace CigHub.Web.WritePath;

/// <summary>Every action that the registro knows, with the words that people read. The strings are stored for ever: they never change.</summary>
public static class Azioni
{
    public const string AccessoNegato = "accesso.negato";
    public const string CatalogoCaricato = "catalogo.caricato";
    public const string PercorsoPubblicato = "percorso.pubblicato";
    public const string AffidamentoCreato = "affidamento.creato";
    public const string AffidamentoCopiato = "affidamento.copiato";
    public const string BozzaModificata = "affidamento.bozza-modificata";
    public const string AffidamentoPronto = "affidamento.pronto";
    public const string AffidamentoRiaperto = "affidamento.riaperto";
    public const string AffidamentoAssegnato = "affidamento.assegnato";
    public const string AffidamentoEliminato = "affidamento.eliminato";
    public const string RichiestaAvviata = "richiesta.avviata";
    public const string RiletturaConfermata = "richiesta.riletta";
    public const string CigRegistrato = "richiesta.cig-registrato";
    public const string RichiestaRifiutata = "richiesta.rifiutata";
    public const string RichiestaNonInviata = "richiesta.non-inviata";
    public const string EsitoDaVerificare = "richiesta.esito-da-verificare";
    public const string NonRisulta = "richiesta.non-risulta";

    private static readonly Dictionary<string, string> Parole = new()
    {
        [AccessoNegato] = "Operazione negata",
        [CatalogoCaricato] = "Catalogo caricato",
        [PercorsoPubblicato] = "Percorso del portale pubblicato",
        [AffidamentoCreato] = "Affidamento creato",
        [AffidamentoCopiato] = "Affidamento copiato",
        [BozzaModificata] = "Bozza modificata",
        [AffidamentoPronto] = "Dichiarato pronto per il portale",
        [AffidamentoRiaperto] = "Riportato in lavorazione",
        [AffidamentoAssegnato] = "Assegnato a un altro RUP",
        [AffidamentoEliminato] = "Affidamento eliminato",
        [RichiestaAvviata] = "Richiesta CIG avviata",
        [RiletturaConfermata] = "Dati riletti sul portale",
        [CigRegistrato] = "CIG Derivato registrato",
        [RichiestaRifiutata] = "Richiesta rifiutata dal portale",
        [RichiestaNonInviata] = "Richiesta non inviata",
        [EsitoDaVerificare] = "Esito da verificare",
        [NonRisulta] = "Non risulta nell'elenco del portale",
    };

    public static IReadOnlyCollection<string> Tutte => Parole.Keys;

    /// <summary>The words for an action; an action of a later version is shown as it stands.</summary>
    public static string Nome(string azione) => Parole.GetValueOrDefault(azione, azione);
}
