using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The immutable draft of an AD4, as users fill it in. It has three parts: ANAC's document, which alone says whether a property is absent,
/// null or unknown to CigHub; the portal's titolo documento; and the texts that cannot be read as values, as typed.
/// </summary>
/// <remarks>
/// Equality: by <see cref="Json"/>, that is by content. Default: <see cref="Vuota"/>. Fields are named by path
/// (<c>anacForm/aggiudicazioni/0/quadroEconomicoStandard/impServizi</c>), see <see cref="PercorsoAd4"/>. <see cref="CatalogoAd4"/> says
/// what a path means. A row of a list is added by typing in it (the first free one) or by <see cref="AggiungiRiga"/>. Only
/// <see cref="RimuoviRiga"/> removes it.
/// </remarks>
public sealed partial class BozzaAd4 : IEquatable<BozzaAd4>
{
    private const string Documento = "documento";
    private const string Versione = "v";
    private const string Testi = "testi";

    // A stored text of this version is taken as the one that Json would write again: any change of the canonical form raises it.
    private const int VersioneDelFormato = 1;


    private static readonly JsonDocumentOptions _lettura = new() { AllowDuplicateProperties = false };

    // The root has "documento" and, beside it, "titoloDocumento". It is never changed here: a new draft gets a copy.
    private readonly JsonObject _radice;
    private readonly ImmutableSortedDictionary<string, string> _testi;
    private readonly Lazy<string> _json;
    private readonly Lazy<(SchedaAd4 Scheda, IReadOnlyList<CorrezioneAd4> Esclusi)> _scheda;

    private BozzaAd4(JsonObject radice, ImmutableSortedDictionary<string, string> testi, string? json = null)
    {
        _radice = radice;
        _testi = testi;
        _json = json is null ? new Lazy<string>(ScriviJson) : new Lazy<string>(json);
        _scheda = new Lazy<(SchedaAd4, IReadOnlyList<CorrezioneAd4>)>(ScriviScheda);
    }

    /// <summary>The draft with no field filled in.</summary>
    public static BozzaAd4 Vuota { get; } = new(new JsonObject(), ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The texts that cannot be read as a value of their field, as the user typed them, by concrete path.</summary>
    public IReadOnlyDictionary<string, string> TestiNonLeggibili => _testi;

    /// <summary>
    /// ANAC's document as it would be sent: without the texts that cannot be read, the blank rows in lists of values, the fields that do
    /// not apply (<see cref="Applicabilita"/>), and the data that ANAC's model does not have (<see cref="EsclusiDaAnac"/>).
    /// </summary>
    public SchedaAd4 Scheda => _scheda.Value.Scheda;

    /// <summary>
    /// The data of the draft that <see cref="Scheda"/> leaves out, because ANAC's model does not have them and no field shows them. They
    /// come from imports before CigHub dropped such data at once (<see cref="ImportazioneAd4"/>). Empty for every other draft.
    /// </summary>
    public IReadOnlyList<CorrezioneAd4> EsclusiDaAnac => _scheda.Value.Esclusi;

    /// <summary>
    /// Returns the text that the input of the field shows, or null when the field is empty. A text that cannot be read is shown as typed. A
    /// value is shown for an Italian reader (<c>1.234,50</c>, <c>24/11/2026</c>), a sì/no as <c>true</c> or <c>false</c>, a choice as its
    /// code.
    /// </summary>
    public string? Testo(string percorso)
    {
        if (_testi.TryGetValue(percorso, out var scritto))
        {
            return scritto;
        }

        return CatalogoAd4.Trova(percorso) is { } campo && Nodo(percorso) is { } nodo
            ? FieldReader.Mostra(campo, nodo) ?? DocumentoAd4.Canonico(nodo)
            : null;
    }

    /// <summary>
    /// Returns the reason why the text of the field is wrong by itself, or null when the field is empty or right. It does not look the code
    /// up in its list, so an ended code counts as right here.
    /// </summary>
    public Error? Errore(string percorso)
    {
        if (CatalogoAd4.Trova(percorso) is not { } campo || Testo(percorso) is not { Length: > 0 } testo)
        {
            return null;
        }

        var nodo = _testi.ContainsKey(percorso) ? null : Nodo(percorso);
        if (nodo is not null && FieldReader.Mostra(campo, nodo) is null)
        {
            return new Error("ad4.tipo", $"«{campo.Etichetta}» contiene un dato che non è del tipo previsto: scrivilo di nuovo.", percorso);
        }

        var letto = FieldReader.Leggi(campo, testo);
        var errore = letto.IsSuccess ? nodo is null ? null : FieldReader.Difforme(campo, nodo) : letto.Errors[0];
        return errore is null ? null : errore with { Field = percorso };
    }

    /// <summary>
    /// Says whether the contract is a concession. The user's answer decides. Without an answer, a document from elsewhere counts as a
    /// concession when it has only the quadro economico of concessions.
    /// </summary>
    public bool Concessione => Testo(PercorsoAd4.TipoContratto) is { } scelta
        ? scelta == CatalogoAd4.Concessione
        : Contiene(PercorsoAd4.Aggiudicazione(0, "quadroEconomicoConcessioni")) && !Contiene(PercorsoAd4.Aggiudicazione(0, "quadroEconomicoStandard"));

    /// <summary>Says whether the field at the path applies to this draft.</summary>
    public bool SiApplica(string percorso) => CatalogoAd4.Trova(percorso) is not { } campo || campo.Applicabilita.Vale(this, percorso);

    /// <summary>
    /// Says whether ANAC's document has a value at the path. An empty object or list counts as a value, a JSON null does not.
    /// </summary>
    public bool Contiene(string percorso) => Nodo(percorso) is not null;

    /// <summary>
    /// Returns the draft with the given text in the given field. An empty text removes the property, and the objects that are empty without
    /// it. A text that cannot be read is kept as typed and counts as wrong. A text with the same meaning as the present value changes
    /// nothing.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The path is not in the catalogo dei campi, its row does not exist, or the text is longer than the field allows: see <see cref="Prova"/>.
    /// </exception>
    public BozzaAd4 ConValori(string percorso, string? testo)
    {
        var prova = Prova(percorso, testo);
        return prova.IsSuccess ? prova.Value : throw new ArgumentException(prova.Errors[0].Message, nameof(percorso));
    }

    /// <summary>
    /// Sets a field like <see cref="ConValori(string, string?)"/>, for paths and texts that come from outside. It returns an error for what
    /// cannot be saved, and never throws.
    /// </summary>
    /// <returns>
    /// The draft, or the error <c>ad4.percorso-sconosciuto</c>, <c>ad4.testo-troppo-lungo</c> or <c>ad4.riga-assente</c>.
    /// </returns>
    public Result<BozzaAd4> Prova(string percorso, string? testo)
    {
        if (percorso.Contains('*', StringComparison.Ordinal) || CatalogoAd4.Trova(percorso) is not { } campo)
        {
            return new Error("ad4.percorso-sconosciuto", "Questo campo non fa parte della scheda: ricarica la pagina.", percorso);
        }

        var scritto = SenzaSurrogatiSpaiati(testo ?? "");
        if (scritto.Length > campo.LunghezzaMassima)
        {
            return new Error(
                "ad4.testo-troppo-lungo",
                $"Il testo di «{campo.Etichetta}» non è stato salvato: ha {Plural.Of(scritto.Length, "carattere", "caratteri")}, "
                    + $"il massimo è {campo.LunghezzaMassima}. Accorcialo.",
                percorso);
        }

        if (!DocumentoAd4.RigheRaggiungibili(_radice, Interno(percorso)))
        {
            return scritto.Length == 0
                ? this
                : new Error("ad4.riga-assente", $"La riga di «{campo.Etichetta}» non c'è più: ricarica la pagina e scrivi di nuovo.", percorso);
        }

        if (scritto.Length == 0 || (!campo.Libero && string.IsNullOrWhiteSpace(scritto)))
        {
            return Senza(campo, percorso);
        }

        if (!FieldReader.Leggi(campo, scritto).TryGet(out var valore))
        {
            return NonLeggibile(percorso, scritto);
        }

        return Significa(campo, percorso, valore) ? this : ConValore(percorso, valore);
    }

    /// <summary>Returns the whole draft as JSON, for storage in one database column. The same content always gives the same text.</summary>
    public string Json() => _json.Value;

    /// <summary>Reads a draft from the text that <see cref="Json"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not one that <see cref="Json"/> wrote.</exception>
    public static BozzaAd4 DaJson(string json)
    {
        var radice = LeggiOggetto(json);
        var testi = Vuota._testi;
        if (radice[Testi] is JsonObject scritti)
        {
            testi = testi.AddRange(scritti.Select(t => KeyValuePair.Create(t.Key, (string?)t.Value ?? "")));
        }

        // A text of this format is the one that Json would write again.
        var corrente = (int?)radice[Versione] == VersioneDelFormato;
        radice.Remove(Testi);
        radice.Remove(Versione);
        return new BozzaAd4(radice, testi, corrente ? json : null);
    }

    /// <summary>
    /// Creates a draft from ANAC's JSON. It keeps everything and checks nothing: <see cref="Errore"/> reports what is wrong in it.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON, repeats a property, or is not an object.</exception>
    public static BozzaAd4 DaScheda(string jsonAnac, string? titoloDocumento = null)
    {
        return DaDocumento(LeggiOggetto(jsonAnac)).ConValori(PercorsoAd4.TitoloDocumento, titoloDocumento);
    }

    /// <summary>Creates a draft from ANAC's document, which belongs to the draft from then on.</summary>
    internal static BozzaAd4 DaDocumento(JsonObject documento)
    {
        DocumentoAd4.Materializza(documento);
        return new BozzaAd4(new JsonObject { [Documento] = documento }, Vuota._testi);
    }

    public bool Equals(BozzaAd4? other) => other is not null && Json() == other.Json();

    public override bool Equals(object? obj) => Equals(obj as BozzaAd4);

    public override int GetHashCode() => Json().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Json();

    private static string Interno(string percorso) => PercorsoAd4.Nostro(percorso) ? percorso : $"{Documento}/{percorso}";

    internal static JsonObject LeggiOggetto(string json)
    {
        var radice = JsonNode.Parse(json, documentOptions: _lettura) as JsonObject ?? throw new JsonException("A JSON object is needed.");
        DocumentoAd4.Materializza(radice);
        return radice;
    }

    /// <summary>
    /// Replaces each lone surrogate (half of a UTF-16 pair) with the replacement character U+FFFD. A lone surrogate cannot be written as
    /// UTF-8, so the saved text would differ from the shown one.
    /// </summary>
    private static string SenzaSurrogatiSpaiati(string testo) =>
        testo.Any(char.IsSurrogate) ? string.Concat(testo.EnumerateRunes()) : testo;

    private JsonNode? Nodo(string percorso) => DocumentoAd4.Trova(_radice, Interno(percorso));

    private JsonObject Copia() => (JsonObject)_radice.DeepClone();

    private bool DelTipoGiusto(CampoAd4 campo, string percorso) =>
        Nodo(percorso) is not { } nodo || (FieldReader.Mostra(campo, nodo) is not null && FieldReader.Difforme(campo, nodo) is null);

    /// <summary>
    /// Says whether the new value means the same as the value that the field already has. If so, the caller keeps the present one, so that
    /// a date or a number stays as it was written in the document that was imported.
    /// </summary>
    private bool Significa(CampoAd4 campo, string percorso, JsonNode valore) =>
        !_testi.ContainsKey(percorso) && DelTipoGiusto(campo, percorso) && Testo(percorso) is { Length: > 0 } attuale
        && StessoValore(campo, attuale, valore);

    private static bool StessoValore(CampoAd4 campo, string testo, JsonNode valore) =>
        FieldReader.Leggi(campo, testo).TryGet(out var altro) && DocumentoAd4.Canonico(altro) == DocumentoAd4.Canonico(valore);

    private BozzaAd4 ConValore(string percorso, JsonNode valore)
    {
        var radice = Copia();
        DocumentoAd4.Imposta(radice, Interno(percorso), valore);
        return new BozzaAd4(radice, _testi.Remove(percorso));
    }

    private BozzaAd4 NonLeggibile(string percorso, string scritto)
    {
        var radice = Copia();
        DocumentoAd4.Togli(radice, Interno(percorso));
        DocumentoAd4.Imposta(radice, Interno(percorso), null);
        return new BozzaAd4(radice, _testi.SetItem(percorso, scritto));
    }

    private BozzaAd4 Senza(CampoAd4 campo, string percorso)
    {
        var radice = Copia();
        var testi = _testi.Remove(percorso);
        DocumentoAd4.Togli(radice, Interno(percorso));
        if (campo.InLista)
        {
            TogliRigheFinaliInBianco(radice, testi, percorso[..percorso.LastIndexOf('/')]);
        }

        return new BozzaAd4(radice, testi);
    }

    private static void TogliRigheFinaliInBianco(JsonObject radice, ImmutableSortedDictionary<string, string> testi, string lista)
    {
        while (DocumentoAd4.Trova(radice, Interno(lista)) is JsonArray { Count: > 0 } righe
            && righe[^1] is null && !testi.ContainsKey($"{lista}/{righe.Count - 1}"))
        {
            DocumentoAd4.TogliRiga(righe, righe.Count - 1);
        }
    }

    private string ScriviJson()
    {
        List<KeyValuePair<string, JsonNode?>> tutto = [.. _radice, new(Versione, VersioneDelFormato)];
        if (_testi.Count > 0)
        {
            tutto.Add(new(Testi, new JsonObject(_testi.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value)))));
        }

        return DocumentoAd4.OggettoCanonico(tutto);
    }

    private (SchedaAd4 Scheda, IReadOnlyList<CorrezioneAd4> Esclusi) ScriviScheda()
    {
        var radice = Copia();
        foreach (var percorso in CatalogoAd4.NonSempre.SelectMany(c => CatalogoAd4.Concreti(c.Percorso, this)).Where(p => Contiene(p) && !SiApplica(p)))
        {
            DocumentoAd4.Togli(radice, Interno(percorso));
        }

        foreach (var lista in CatalogoAd4.Campi.Where(c => c.InLista).SelectMany(c => CatalogoAd4.Concreti(c.Percorso[..^2], this)))
        {
            if (DocumentoAd4.Trova(radice, Interno(lista)) is JsonArray righe)
            {
                DocumentoAd4.TogliRigheInBianco(righe);
            }
        }

        var esclusi = radice[Documento] is JsonObject documento ? PuliziaAd4.PerAnac(documento) : [];
        return (SchedaAd4.DaJson(DocumentoAd4.Canonico(radice[Documento] ?? new JsonObject())), esclusi);
    }
}
