using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The way in which a tentativo ended.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum EsitoTentativo
{
    InCorso = 1,
    CigRilasciato = 2,
    Rifiutato = 3,

    /// <summary>The portal gave an error or no answer, so the CIG may exist.</summary>
    DaVerificare = 4,

    /// <summary>The RUP stopped before <em>Richiedi CIG</em>, so nothing can exist on the portal.</summary>
    NonInviato = 5,
}

/// <summary>The answer of the portal's list to the question whether a tentativo has left a CIG behind.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum TrovatoInElenco
{
    /// <summary>The list has no row for the request.</summary>
    Assente = 1,

    /// <summary>The list has the row, and its CIG Derivato is empty.</summary>
    SenzaCig = 2,

    /// <summary>The list has the row, and the scheda was deleted (<em>AppaltoCancellato</em>).</summary>
    Cancellato = 3,

    /// <summary>The list has the row with a CIG Derivato. That CIG is recorded, and no second request is made.</summary>
    ConCig = 4,
}

/// <summary>A look into the portal's list after an error: the hour of the look and the row that was found.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="GuardatoIl">The instant of the look, UTC, as the person says it.</param>
public sealed record SguardoInElenco(DateTime GuardatoIl, TrovatoInElenco Trovato);

/// <summary>
/// One try to get the CIG on the portal, from the start of the request to its end. After an error the next try may begin only when somebody
/// has looked into the portal's list.
/// </summary>
/// <remarks>Source: ANAC, npa issue 1477 (three CIG for one award, after errors that were answered although the first had been given).</remarks>
public sealed class Tentativo : IPartOf
{
    /// <summary>Maximum length of the codes of the portal's errors, in characters.</summary>
    public const int MaxCodici = 200;

    private Tentativo() { }

    internal Tentativo(Guid affidamentoId, int numero, string codiceAppalto, DateTime utc)
    {
        // Adhesions have the numbers from 0 up.
        Id = PartIds.Of(affidamentoId, -numero);
        AffidamentoId = affidamentoId;
        Numero = numero;
        CodiceAppalto = codiceAppalto;
        AvviatoIl = utc;
        Esito = EsitoTentativo.InCorso;
    }

    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    /// <summary>The number of the try within its Affidamento, from 1.</summary>
    public int Numero { get; private set; }

    /// <summary>The codiceAppalto with which the scheda was sent. ANAC accepts each only once (ERR38).</summary>
    public string CodiceAppalto { get; private set; } = "";

    public DateTime AvviatoIl { get; private set; }

    public EsitoTentativo Esito { get; private set; }

    /// <summary>The instant at which the outcome was recorded, UTC. Null while the try is under way.</summary>
    public DateTime? ChiusoIl { get; private set; }

    /// <summary>The codes of the portal's errors, separated by a space: <c>ERR98 ERR69</c>. Empty when none was shown.</summary>
    public string Codici { get; private set; } = "";

    /// <summary>The portal's words when it refused or gave an error. Null when there are none.</summary>
    public string? Risposta { get; private set; }

    /// <summary>The instant of the look into the portal's list, UTC. Null while nobody has looked.</summary>
    public DateTime? GuardatoIl { get; private set; }

    /// <summary>The row that the look found. Null while nobody has looked.</summary>
    public TrovatoInElenco? Trovato { get; private set; }

    /// <summary>Says whether the try ended with an error and nobody has looked into the portal's list since.</summary>
    public bool DaGuardare => Esito is EsitoTentativo.Rifiutato or EsitoTentativo.DaVerificare && GuardatoIl is null;

    /// <summary>Says whether ANAC may know the codiceAppalto of this try, so that no other scheda may use it.</summary>
    public bool HaUsatoIlCodice => Esito is EsitoTentativo.Rifiutato || Trovato is TrovatoInElenco.Assente or TrovatoInElenco.Cancellato;

    /// <summary>The codes of the portal's errors, one by one.</summary>
    public IReadOnlyList<string> ElencoCodici => Codici.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    Guid IPartOf.RadiceId => AffidamentoId;

    internal void Chiudi(EsitoTentativo esito, DateTime utc, IReadOnlyCollection<string>? codici = null, string? risposta = null)
    {
        (Esito, ChiusoIl) = (esito, utc);
        Codici = codici is null ? Codici : string.Join(' ', codici);
        Risposta = string.IsNullOrWhiteSpace(risposta) ? Risposta : risposta.Trim();
    }

    internal void Guarda(SguardoInElenco sguardo) => (GuardatoIl, Trovato) = (sguardo.GuardatoIl, sguardo.Trovato);

    internal void Correggi(IReadOnlyCollection<string> codici) => Codici = string.Join(' ', codici);
}

/// <summary>The words on screen for the tentativi, in Italian.</summary>
public static class TentativoWords
{
    public static string Nome(this EsitoTentativo esito) => esito switch
    {
        EsitoTentativo.InCorso => "In corso",
        EsitoTentativo.CigRilasciato => "CIG rilasciato",
        EsitoTentativo.Rifiutato => "Rifiutato dal portale",
        EsitoTentativo.DaVerificare => "Esito da verificare",
        EsitoTentativo.NonInviato => "Non inviato",
        _ => throw new ArgumentOutOfRangeException(nameof(esito), esito, null),
    };

    public static string Nome(this TrovatoInElenco trovato) => trovato switch
    {
        TrovatoInElenco.Assente => "la riga non c'è",
        TrovatoInElenco.SenzaCig => "la riga c'è, senza CIG Derivato",
        TrovatoInElenco.Cancellato => "la riga c'è, con la scheda cancellata",
        TrovatoInElenco.ConCig => "la riga c'è, con il CIG Derivato",
        _ => throw new ArgumentOutOfRangeException(nameof(trovato), trovato, null),
    };
}
