using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// A version of the percorso through the portal, kept as data: its steps, its captions and the order of the values. The portal's screens
/// change without notice, so the office can publish a new version. A request under way keeps the version with which it began.
/// </summary>
public sealed class PercorsoPortale : Aggregate
{
    /// <summary>Maximum length of the note of a version, in characters.</summary>
    public const int MaxNota = 500;

    private readonly List<PassoPortale> _passi = [];

    private PercorsoPortale() { }

    public PercorsoPortale(Guid id, int versione, IEnumerable<PassoPortale> passi)
    {
        Id = id;
        Versione = versione;
        _passi.AddRange(passi);
    }

    /// <summary>The number of the version, from 1. The version with the highest number is in force.</summary>
    public int Versione { get; private set; }

    public IReadOnlyList<PassoPortale> Passi => _passi;

    /// <summary>
    /// The note of the user who published this version, which says what changed on the portal. Empty for the first version.
    /// </summary>
    public string Nota { get; private set; } = "";

    /// <summary>The instant at which this version was published, UTC. Null for the first version, which came with the app.</summary>
    public DateTime? PubblicatoIl { get; private set; }

    /// <summary>
    /// Creates the version that follows this one, with the given steps. Requests under way keep the version with which they began.
    /// </summary>
    /// <returns>The new version, or the errors, each with the field of its step or value: <c>Passi/2/Valori/0</c>, from 0.</returns>
    public Result<PercorsoPortale> Successivo(Guid id, IReadOnlyList<PassoPortale> passi, string nota, DateTime utc)
    {
        var errori = ControlliPercorso.Errori(passi).ToList();
        if (string.IsNullOrWhiteSpace(nota) || nota.Trim().Length > MaxNota)
        {
            errori.Add(new Error(
                "percorso.nota",
                $"Scrivi in al massimo {MaxNota} caratteri che cosa è cambiato sul portale: servirà a capire perché c'è una versione nuova.",
                nameof(Nota)));
        }
        else if (ControlliPercorso.Uguali(SeguitoDelPercorso.Completi(passi), SeguitoDelPercorso.Completi(_passi)))
        {
            errori.Add(new Error("percorso.uguale", "Questa versione è uguale a quella in vigore: non c'è nulla da pubblicare.", nameof(Nota)));
        }

        return errori.Count > 0
            ? Result<PercorsoPortale>.Refused(errori)
            : new PercorsoPortale(id, Versione + 1, Numerati(passi)) { Nota = nota.Trim(), PubblicatoIl = utc };
    }

    private static IEnumerable<PassoPortale> Numerati(IReadOnlyList<PassoPortale> passi) =>
        passi.GroupBy(SeguitoDelPercorso.FaseDi).SelectMany(f => f.Select((p, i) => p with { Numero = SeguitoDelPercorso.Numero(f.Key, i) }));

    /// <summary>Creates the first version: the seven steps of CMRC's instructions, with the captions of the portal's screens.</summary>
    /// <remarks>Source: CMRC, «Istruzioni tecniche per l'acquisizione del CIG derivato».</remarks>
    public static PercorsoPortale Iniziale(Guid id) => new(id, 1,
    [
        new(1, "Apri il Portale delle Gare Telematiche ed entra con SPID", [], ApreIlPortale: true),
        new(2, "Clicca su «Affidamento senza negoziazione»", []),
        new(3, "Clicca su «Affidamenti diretti su Accordo Quadro»", []),
        new(4, "Clicca su «Nuovo Affidamento»", []),
        new(5, "Compila la schermata e premi «Salva»",
        [
            new(PercorsoAd4.TitoloDocumento, "Titolo documento"),
            new(PercorsoAd4.Oggetto, "Oggetto"),
            new(PercorsoAd4.Aggiudicazione(0, "datiBase/oggettoContratto"), "Tipo di Appalto"),
            new(PercorsoAd4.Aggiudicazione(0, "cupLotto/0"), "CUP"),
            new(PercorsoAd4.CigPadre, "CIG Padre"),
            new(PercorsoAd4.CigPadre, "Descrizione CIG Padre"),
            new(PercorsoAd4.Aggiudicazione(0, "codIstat"), "Luogo ISTAT"),
            new(PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente"), "Codice identificativo corrispondente al sistema di codifica CPV"),
        ]),
        new(6, "Clicca su «Gestione PCP» e poi su «Richiedi CIG»", [], ChiedeRilettura: true),
        new(7, "Il CIG Derivato compare nella sua casella: copialo e incollalo qui", [], AttendeIlCig: true),
    ]);
}

/// <summary>One step of the percorso through the portal, with the values to copy at it.</summary>
/// <remarks>Equality: by all members, the list by reference.</remarks>
/// <param name="Numero">The number of the step, from 1; from 101 in the phases of <see cref="SeguitoDelPercorso"/>.</param>
/// <param name="Testo">The instruction, in the portal's own words.</param>
/// <param name="Valori">The values to copy at this step, in the portal's order.</param>
/// <param name="ApreIlPortale">True for the step that shows the link to the portal.</param>
/// <param name="ChiedeRilettura">
/// True for the step before which the RUP must do the rilettura, because the data cannot be corrected afterwards.
/// </param>
/// <param name="AttendeIlCig">True for the step that ends with the CIG Derivato.</param>
public sealed record PassoPortale(
    int Numero, string Testo, IReadOnlyList<ValorePortale> Valori, bool ApreIlPortale = false, bool ChiedeRilettura = false, bool AttendeIlCig = false);

/// <summary>
/// A value that a step asks for: the path of the field, the portal's caption, and the form in which the portal wants the value.
/// </summary>
/// <remarks>Equality: by all members.</remarks>
public sealed record ValorePortale(string Percorso, string Didascalia, FormatoValore Formato = FormatoValore.Consueto);
