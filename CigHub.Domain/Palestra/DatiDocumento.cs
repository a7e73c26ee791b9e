namespace CigHub.Domain.Palestra;

/// <summary>
/// The texts that a person types into a document of the palestra. Like the portal, the document keeps any text until <em>Richiedi CIG</em>
/// checks it.
/// </summary>
/// <remarks>
/// Equality: by all members. The captions are those of the portal's screens (the instructions for the CIG Derivato). <c>Importo Appalto</c>
/// and <c>Denominazione OE</c> are captions of the portal's list.
/// </remarks>
public sealed record DatiDocumento
{
    /// <summary>The longest text that a field keeps, in characters. A longer text is cut, as in the portal's fields.</summary>
    public const int MaxTesto = 1_000;

    /// <summary>The choices of the document's field «Tipo di Appalto».</summary>
    public static IReadOnlyList<string> TipiDiAppalto { get; } = ["Lavori", "Forniture", "Servizi"];

    /// <summary>The fields of the document in the order of the portal's screen, with their captions.</summary>
    public static IReadOnlyList<CampoDocumento> Campi { get; } =
    [
        new(nameof(TitoloDocumento), "Titolo documento", true, d => d.TitoloDocumento),
        new(nameof(EnteProponente), "Ente proponente", true, d => d.EnteProponente),
        new(nameof(Oggetto), "Oggetto", true, d => d.Oggetto),
        new(nameof(TipoDiAppalto), "Tipo di Appalto", true, d => d.TipoDiAppalto),
        new(nameof(Cup), "CUP", false, d => d.Cup),
        new(nameof(CigPadre), "CIG Padre", true, d => d.CigPadre),
        new(nameof(DescrizioneCigPadre), "Descrizione CIG Padre", true, d => d.DescrizioneCigPadre),
        new(nameof(LuogoIstat), "Luogo ISTAT", true, d => d.LuogoIstat),
        new(nameof(Cpv), "Codice identificativo corrispondente al sistema di codifica CPV", true, d => d.Cpv),
        new(nameof(ImportoAppalto), "Importo Appalto", true, d => d.ImportoAppalto),
        new(nameof(DenominazioneOe), "Denominazione OE", true, d => d.DenominazioneOe),
    ];

    public string TitoloDocumento { get; init; } = "";

    public string EnteProponente { get; init; } = "";

    public string Oggetto { get; init; } = "";

    public string TipoDiAppalto { get; init; } = "";

    public string Cup { get; init; } = "";

    public string CigPadre { get; init; } = "";

    public string DescrizioneCigPadre { get; init; } = "";

    public string LuogoIstat { get; init; } = "";

    public string Cpv { get; init; } = "";

    public string ImportoAppalto { get; init; } = "";

    public string DenominazioneOe { get; init; } = "";
}

/// <summary>A field of a document of the palestra.</summary>
/// <param name="Nome">The property of <see cref="DatiDocumento"/>, which is also the input's id.</param>
/// <param name="Etichetta">The portal's caption.</param>
/// <param name="Obbligatorio">Says whether <em>Richiedi CIG</em> requires the field.</param>
/// <param name="Valore">Returns the field's text from a document's data.</param>
public sealed record CampoDocumento(string Nome, string Etichetta, bool Obbligatorio, Func<DatiDocumento, string> Valore);
