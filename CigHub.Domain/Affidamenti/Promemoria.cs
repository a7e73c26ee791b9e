namespace CigHub.Domain.Affidamenti;

/// <summary>The tasks that remain after the CIG and are easily forgotten. For each of them CigHub shows a promemoria.</summary>
public enum TipoPromemoria
{
    /// <summary>Writing CIG and CUP on the order and on every payment (L. 136/2010, art. 3).</summary>
    CigSullOrdine,

    /// <summary>Completing the determina, which was signed before the CIG Derivato existed and cites the CIG Padre.</summary>
    DeterminaConCig,

    /// <summary>Publishing the adhesion, with the link to ANAC's database (art. 28 D.Lgs. 36/2023).</summary>
    Pubblicazione,

    /// <summary>Sending ANAC's scheda SC1 when the contract is signed.</summary>
    Sc1,

    /// <summary>Sending ANAC's scheda CO1 when the contract has ended.</summary>
    Co1,
}

/// <summary>
/// The number of days that the office allows for each task after the CIG. They are the office's habit, not a term of the law.
/// </summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Ordine">Days from the CIG.</param>
/// <param name="Pubblicazione">Days from the CIG.</param>
/// <param name="Sc1">Days from the first day of the contract.</param>
/// <param name="Co1">Days from the last day of the contract.</param>
/// <param name="Determina">Days from the CIG.</param>
public sealed record GiorniPromemoria(int Ordine = 7, int Pubblicazione = 15, int Sc1 = 30, int Co1 = 30, int Determina = 15);

/// <summary>A promemoria: a task after the CIG, the day by which it is due, and the atto of the fascicolo that proves it done.</summary>
/// <remarks>Equality: by all members, the atto by reference.</remarks>
/// <param name="Entro">
/// The last day for the task. Null when the date from which its days count (the CIG or the contract) is not known.
/// </param>
/// <param name="Prova">The atto that proves the task done. Null when it is not done.</param>
public sealed record Promemoria(TipoPromemoria Tipo, DateOnly? Entro, Atto? Prova)
{
    public bool Fatto => Prova is not null;

    public bool InRitardo(DateOnly oggi) => !Fatto && Entro < oggi;

    /// <summary>The kind of atto that proves the task done.</summary>
    public TipoAtto ProvatoDa => Tipo.ProvatoDa();

    /// <summary>Returns the promemoria of an Affidamento, in the order in which their tasks usually fall due.</summary>
    /// <param name="affidamento">The Affidamento, with its atti loaded.</param>
    /// <param name="acquisitoIl">The day when the CIG was recorded. Null when it did not come through CigHub.</param>
    /// <param name="acquisitoUtc">The instant of that record, UTC. A determina that entered the fascicolo after it counts as complete.</param>
    /// <param name="giorni">The days that the office gives itself.</param>
    public static IReadOnlyList<Promemoria> PerAffidamento(
        Affidamento affidamento, DateOnly? acquisitoIl, DateTime? acquisitoUtc, GiorniPromemoria giorni)
    {
        Promemoria Uno(TipoPromemoria tipo, DateOnly? da, int quanti) =>
            new(tipo, da?.AddDays(quanti), affidamento.Atti.Where(a => a.Dati.Tipo == tipo.ProvatoDa()).MinBy(a => a.Dati.Data));
        return
        [
            Uno(TipoPromemoria.CigSullOrdine, acquisitoIl, giorni.Ordine),
            new(
                TipoPromemoria.DeterminaConCig,
                acquisitoIl?.AddDays(giorni.Determina),
                affidamento.Atti.Where(a => a.Dati.Tipo == TipoAtto.DeterminaConCig
                    || (a.Dati.Tipo == TipoAtto.DeterminaDiAdesione && a.AggiuntoIl > acquisitoUtc)).MinBy(a => a.AggiuntoIl)),
            Uno(TipoPromemoria.Pubblicazione, acquisitoIl, giorni.Pubblicazione),
            Uno(TipoPromemoria.Sc1, affidamento.Fascicolo.ContrattoDal, giorni.Sc1),
            Uno(TipoPromemoria.Co1, affidamento.Fascicolo.ContrattoAl, giorni.Co1),
        ];
    }
}

/// <summary>The names and explanations of the tasks on screen, in Italian.</summary>
public static class PromemoriaWords
{
    public static string Nome(this TipoPromemoria tipo) => tipo switch
    {
        TipoPromemoria.CigSullOrdine => "CIG e CUP sull'ordinativo",
        TipoPromemoria.DeterminaConCig => "Determina da integrare con il CIG",
        TipoPromemoria.Pubblicazione => "Pubblicazione",
        TipoPromemoria.Sc1 => "Scheda SC1, contratto",
        TipoPromemoria.Co1 => "Scheda CO1, conclusione",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    /// <summary>Returns the explanation of the task, and of the law behind it, that the page shows.</summary>
    public static string Spiegazione(this TipoPromemoria tipo) => tipo switch
    {
        TipoPromemoria.CigSullOrdine => "Il CIG e il CUP vanno sull'ordinativo e su ogni pagamento (L. 136/2010).",
        TipoPromemoria.DeterminaConCig =>
            "La determina è stata firmata prima del CIG e cita il CIG Padre: va integrata con il CIG Derivato. Il testo è nel fascicolo.",
        TipoPromemoria.Pubblicazione => "In Amministrazione trasparente, con il collegamento alla banca dati di ANAC (art. 28 D.Lgs. 36/2023).",
        TipoPromemoria.Sc1 => "Si invia sulla PCP dopo la stipula: da allora «Modifica CUP e/o Importo» e «Annulla affidamento» non sono più possibili.",
        TipoPromemoria.Co1 => "Si invia sulla PCP alla fine del contratto.",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    internal static TipoAtto ProvatoDa(this TipoPromemoria tipo) => tipo switch
    {
        TipoPromemoria.CigSullOrdine => TipoAtto.OrdinativoDiAdesione,
        TipoPromemoria.DeterminaConCig => TipoAtto.DeterminaConCig,
        TipoPromemoria.Pubblicazione => TipoAtto.Pubblicazione,
        TipoPromemoria.Sc1 => TipoAtto.SchedaSc1,
        TipoPromemoria.Co1 => TipoAtto.SchedaCo1,
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };
}
