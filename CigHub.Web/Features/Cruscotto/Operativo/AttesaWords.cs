using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Elenco;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>The Italian words on an item of the worklist, and the caption and address of the link to its next action.</summary>
public static class AttesaWords
{
    public static (string Parole, string Indirizzo) Azione(this LavoroRow voce, Attesa attesa) => attesa switch
    {
        Attesa.EsitoDaVerificare => (voce.SonoIlRup ? "Verifica sul portale" : "Vedi la richiesta", AppRoutes.RichiestaDi(voce.Id)),
        Attesa.CigDaAnnullare => (voce.SonoIlRup ? "Annulla il CIG in più" : "Vedi il CIG in più", AppRoutes.DopoIlCigDi(voce.Id)),
        Attesa.Pronto when voce is { DaGuardare: true, SonoIlRup: true } => ("Guarda prima nell'elenco", AppRoutes.SchedaDi(voce.Id)),
        Attesa.InRichiesta or Attesa.SchedaInScadenza or Attesa.SulPortale or Attesa.SenzaEsito =>
            (voce.SonoIlRup ? "Riprendi la richiesta" : "Vedi la richiesta", AppRoutes.RichiestaDi(voce.Id)),
        Attesa.OperazioneInCorso => (voce.SonoIlRup ? "Riprendi l'operazione" : "Vedi l'operazione", AppRoutes.DopoIlCigDi(voce.Id)),
        Attesa.DopoIlCig => ("Vedi che cosa manca", AppRoutes.DopoIlCigDi(voce.Id)),
        Attesa.Rifiutato => ("Correggi la scheda", AppRoutes.SchedaDi(voce.Id)),
        Attesa.InApprovazione or Attesa.DaApprovare => (voce.DaApprovare ? "Esamina e approva" : "Vedi chi può approvarlo", AppRoutes.SchedaDi(voce.Id)),
        // This is the link for users other than the item's RUP. The RUP starts the request from the worklist with a button.
        Attesa.Pronto => ("Apri la scheda", AppRoutes.SchedaDi(voce.Id)),
        Attesa.InLavorazione => (voce.DaSistemare == 0 ? "Dichiarala pronta" : "Completa la scheda", AppRoutes.SchedaDi(voce.Id)),
        _ => ("Apri il fascicolo", AppRoutes.FascicoloDi(voce.Id)),
    };

    /// <summary>
    /// Returns the number of things to put right in words: «1 cosa da sistemare», «4 cose da sistemare», or «scheda completa» for none.
    /// </summary>
    public static string Mancano(int quante) => quante == 0 ? "scheda completa" : $"{Plural.Of(quante, "cosa", "cose")} da sistemare";

    /// <summary>
    /// Returns how far a last day (inclusive) is from today: «mancano 23 giorni», «oggi è l'ultimo giorno» or «finita da 3 giorni».
    /// </summary>
    public static string GiorniA(DateOnly giorno, DateOnly oggi) => (giorno.DayNumber - oggi.DayNumber) switch
    {
        < -1 and var d => $"finita da {Plural.Of(-d, "giorno", "giorni")}",
        -1 => "finita ieri",
        0 => "oggi è l'ultimo giorno",
        var d => $"{Plural.Word(d, "manca", "mancano")} {Plural.Of(d, "giorno", "giorni")}",
    };

    /// <summary>Returns a time that has passed in words, in minutes, hours or days: «da 40 min», «da 5 h» or «da 12 giorni».</summary>
    public static string From(TimeSpan durata) => durata switch
    {
        { TotalMinutes: < 60 } => $"da {Math.Max(1, (int)durata.TotalMinutes)} min",
        { TotalHours: < 48 } => $"da {(int)durata.TotalHours} h",
        _ => $"da {Plural.Of((int)durata.TotalDays, "giorno", "giorni")}",
    };
}
