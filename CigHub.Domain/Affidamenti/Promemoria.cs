namespace CigHub.Domain.Affidamenti;

/// <summary>What has to be done after the CIG, and is easily forgotten.</summary>
public enum TipoPromemoria
{
    /// <summary>CIG and CUP on the order and on every payment (L. 136/2010, art. 3).</summary>
    CigSullOrdine,

    /// <summary>The adhesion published, with the link to ANAC's database (art. 28 D.Lgs. 36/2023).</summary>
    Pubblicazione,

    /// <summary>ANAC's scheda SC1: the contract was signed.</summary>
    Sc1,

    /// <summary>ANAC's scheda CO1: the contract has ended.</summary>
    Co1,
}

/// <summary>How many days an office gives itself; its own habit, no term of the law.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Ordine">From the CIG.</param>
/// <param name="Pubblicazione">From the CIG.</param>
/// <param name="Sc1">From the first day of the contract.</param>
/// <param name="Co1">From its last day.</param>
public sealed record GiorniPromemoria(int Ordine = 7, int Pubblicazione = 15, int Sc1 = 30, int Co1 = 30);

/// <summary>One of the things to do, by when, and the act of the fascicolo that proves it done.</summary>
/// <remarks>Equality: by the members; the act by reference.</remarks>
/// <param name="Entro">Null: not known yet, because the contract's dates are not.</param>
/// <param name="Prova">Null: not done.</param>
public sealed record Promemoria(TipoPromemoria Tipo, DateOnly? Entro, Atto? Prova)
{
    public bool Fatto => Prova is not null;

    public bool InRitardo(DateOnly oggi) => !Fatto && Entro < oggi;

    /// <summary>The kind of act that proves it.</summary>
    public TipoAtto ProvatoDa => Tipo.ProvatoDa();

    /// <summary>All four, in the order in which they come.</summary>
    /// <param name="affidamento">With its acts loaded.</param>
    /// <param name="acquisitoIl">The day on which the CIG came; null where it did not come through CigHub.</param>
    /// <param name="giorni">The office's habit.</param>
    public static IReadOnlyList<Promemoria> Di(Affidamento affidamento, DateOnly? acquisitoIl, GiorniPromemoria giorni)
    {
        Promemoria Uno(TipoPromemoria tipo, DateOnly? da, int quanti) =>
            new(tipo, da?.AddDays(quanti), affidamento.Atti.Where(a => a.Dati.Tipo == tipo.ProvatoDa()).MinBy(a => a.Dati.Data));
        return
        [
            Uno(TipoPromemoria.CigSullOrdine, acquisitoIl, giorni.Ordine),
            Uno(TipoPromemoria.Pubblicazione, acquisitoIl, giorni.Pubblicazione),
            Uno(TipoPromemoria.Sc1, affidamento.Fascicolo.ContrattoDal, giorni.Sc1),
            Uno(TipoPromemoria.Co1, affidamento.Fascicolo.ContrattoAl, giorni.Co1),
        ];
    }
}

/// <summary>The words of the screen for reminders.</summary>
public static class ParoleDiPromemoria
{
    public static string Nome(this TipoPromemoria tipo) => tipo switch
    {
        TipoPromemoria.CigSullOrdine => "CIG e CUP sull'ordinativo",
        TipoPromemoria.Pubblicazione => "Pubblicazione",
        TipoPromemoria.Sc1 => "Scheda SC1, contratto",
        TipoPromemoria.Co1 => "Scheda CO1, conclusione",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    /// <summary>What it asks, and by which rule.</summary>
    public static string Spiegazione(this TipoPromemoria tipo) => tipo switch
    {
        TipoPromemoria.CigSullOrdine => "Il CIG e il CUP vanno sull'ordinativo e su ogni pagamento (L. 136/2010).",
        TipoPromemoria.Pubblicazione => "In Amministrazione trasparente, con il collegamento alla banca dati di ANAC (art. 28 D.Lgs. 36/2023).",
        TipoPromemoria.Sc1 => "Si invia sulla PCP dopo la stipula: da allora «Modifica CUP e/o Importo» e «Annulla affidamento» non sono più possibili.",
        TipoPromemoria.Co1 => "Si invia sulla PCP alla fine del contratto.",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    internal static TipoAtto ProvatoDa(this TipoPromemoria tipo) => tipo switch
    {
        TipoPromemoria.CigSullOrdine => TipoAtto.OrdinativoDiAdesione,
        TipoPromemoria.Pubblicazione => TipoAtto.Pubblicazione,
        TipoPromemoria.Sc1 => TipoAtto.SchedaSc1,
        TipoPromemoria.Co1 => TipoAtto.SchedaCo1,
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };
}
