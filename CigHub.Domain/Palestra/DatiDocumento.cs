namespace CigHub.Domain.Palestra;

/// <summary>
/// What a person types into a document of the palestra, as texts: like the portal, it keeps whatever it was given until <em>Richiedi CIG</em>
/// judges it.
/// </summary>
/// <remarks>
/// Equality: by all members. The captions are those of the portal's screens (the instructions for the CIG Derivato); <c>Importo Appalto</c>
/// and <c>Denominazione OE</c> are captions of its list.
/// </remarks>
public sealed record DatiDocumento
{
    /// <summary>Longest text that a field keeps; what is longer is cut, as the portal's fields do.</summary>
    public const int MaxTesto = 1_000;

    /// <summary>What «Tipo di Appalto» offers.</summary>
    public static IReadOnlyList<string> TipiDiAppalto { get; } = ["Lavori", "Forniture", "Servizi"];

    /// <summary>The fields in the order of the screen, with their captions; the mandatory ones are bold or starred there.</summary>
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

/// <summary>A field of the document.</summary>
/// <param name="Nome">The property of <see cref="DatiDocumento"/>, which is also the input's id.</param>
/// <param name="Etichetta">The portal's caption.</param>
/// <param name="Obbligatorio">Whether <em>Richiedi CIG</em> asks for it.</param>
/// <param name="Valore">Its text in a document's data.</param>
public sealed record CampoDocumento(string Nome, string Etichetta, bool Obbligatorio, Func<DatiDocumento, string> Valore);
