using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>The Affidamenti that a delega is about.</summary>
/// <remarks>The numbers are stored and never change.</remarks>
public enum AmbitoDelega
{
    /// <summary>The Affidamenti that the delega names one by one.</summary>
    Scelti = 1,

    /// <summary>All Affidamenti of the RUP on one Convenzione, also those made later.</summary>
    Convenzione = 2,

    /// <summary>All Affidamenti of the RUP at the Ente, also those made later.</summary>
    Tutti = 3,
}

/// <summary>A kind of merely executive act, which a RUP may have a delegate carry out.</summary>
public enum AttoDelegabile
{
    /// <summary>
    /// Reading, printing and opening files, choosing the role to work in, and declaring one's own conflicts of interest. Every delega
    /// includes it.
    /// </summary>
    Consultare,

    /// <summary>Filling in the fields of the scheda.</summary>
    Compilare,

    /// <summary>Going through the portal's steps: copying the values, ticking them and pressing.</summary>
    OperareSulPortale,

    /// <summary>Recording the CIG Derivato, or the other outcome that the portal showed.</summary>
    RegistrareEsito,

    /// <summary>Recording acts, accounting data and the portal's data in the fascicolo.</summary>
    TenereFascicolo,
}

/// <summary>The act by which a RUP delegates.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Protocollo">The protocol number of the act.</param>
public sealed record AttoDiDelega(TipoAttoDiNomina Tipo, string Numero, DateOnly Data, string Protocollo)
{
    public const int MaxNumero = 50;

    public const int MaxProtocollo = 50;
}

/// <summary>The content of a delega: the Affidamenti, the acts, the RUP's act and the days.</summary>
/// <remarks>Equality: by all members, the lists by reference.</remarks>
/// <param name="ConvenzioneId">The Convenzione, for the ambito <see cref="AmbitoDelega.Convenzione"/>.</param>
/// <param name="Affidamenti">The named Affidamenti, for the ambito <see cref="AmbitoDelega.Scelti"/>.</param>
/// <param name="Dal">The first day.</param>
/// <param name="Al">The last day, inclusive.</param>
public sealed record ContenutoDelega(
    AmbitoDelega Ambito, Guid? ConvenzioneId, IReadOnlyList<Guid> Affidamenti, IReadOnlyCollection<AttoDelegabile> Atti, AttoDiDelega Atto,
    DateOnly Dal, DateOnly Al)
{
    internal const string CampoDelegato = "Delegato";

    /// <summary>Returns the errors of the content, each with the field of the form that it belongs to.</summary>
    internal IEnumerable<Error> Errori(IReadOnlySet<Guid> affidamentiDelRup, DateOnly oggi)
    {
        if (Ambito == AmbitoDelega.Convenzione && ConvenzioneId is null)
        {
            yield return new Error("delega.senza-convenzione", "Scegli la Convenzione a cui la delega si limita.", "Convenzione");
        }

        if (Ambito == AmbitoDelega.Scelti && Affidamenti.Count == 0)
        {
            yield return new Error("delega.senza-affidamenti", "Spunta almeno un affidamento, oppure scegli un altro ambito.", nameof(Ambito));
        }

        if (Ambito == AmbitoDelega.Scelti && !Affidamenti.All(affidamentiDelRup.Contains))
        {
            yield return new Error(
                "delega.affidamento-altrui",
                "Uno degli affidamenti scelti non è (più) tuo: ricarica la pagina e scegli tra i tuoi.",
                nameof(Ambito));
        }

        if (!Atti.Any(a => a != AttoDelegabile.Consultare))
        {
            yield return new Error("delega.senza-atti", "Spunta almeno un'operazione da delegare.", "Compila");
        }

        if (Atto.Data > oggi)
        {
            yield return new Error("atto.data-futura", "La data dell'atto è nel futuro: correggila.", "DataAtto");
        }

        if (Dal < oggi)
        {
            yield return new Error("delega.dal-passato", "Una delega non vale per il passato: scrivi oggi o un giorno successivo.", nameof(Dal));
        }
        else if (Dal < Atto.Data)
        {
            yield return new Error(
                "delega.prima-dell-atto", "La delega comincerebbe prima dell'atto che la conferisce: correggi uno dei due giorni.", nameof(Dal));
        }

        if (Al < Dal)
        {
            yield return new Error("delega.fine-prima", "La delega finirebbe prima di cominciare: scrivi un ultimo giorno successivo al primo.", nameof(Al));
        }
    }
}

/// <summary>The words about a delega on screen, in Italian.</summary>
public static class DelegaWords
{
    public static string Nome(this AmbitoDelega ambito) => ambito switch
    {
        AmbitoDelega.Scelti => "Gli affidamenti che scelgo",
        AmbitoDelega.Convenzione => "Tutti i miei su una Convenzione",
        AmbitoDelega.Tutti => "Tutti i miei affidamenti",
        _ => throw new ArgumentOutOfRangeException(nameof(ambito), ambito, null),
    };

    public static string Nome(this AttoDelegabile atto) => atto switch
    {
        AttoDelegabile.Consultare => "Legge e stampa",
        AttoDelegabile.Compilare => "Compila la scheda",
        AttoDelegabile.OperareSulPortale => "Opera sul portale, con il proprio SPID",
        AttoDelegabile.RegistrareEsito => "Registra il CIG o l'esito",
        AttoDelegabile.TenereFascicolo => "Tiene il fascicolo",
        _ => throw new ArgumentOutOfRangeException(nameof(atto), atto, null),
    };
}
