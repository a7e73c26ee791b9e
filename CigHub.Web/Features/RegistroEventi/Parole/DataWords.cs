using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Security;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>
/// The words for the values that events keep of each kind of object: a label, and the form in which a value is written. A value without
/// words appears only among the technical details.
/// </summary>
public static partial class DataWords
{
    private static readonly Datum _giorno = new(Shape.Giorno), _istante = new(Shape.Istante), _persona = new(Shape.Persona), _text = new(Shape.Testo),
        _euro = new(Shape.Euro), _siNo = new(Shape.SiNo), _tecnico = new(Shape.Tecnico),
        _euroScritto = new(Shape.EuroScritto),
        _siNoScritto = new(Shape.Scelta) { Parole = new Dictionary<string, string> { ["true"] = "Sì", ["false"] = "No" } },
        _percento = new(Shape.Percento), _giornoDellIstante = new(Shape.GiornoDellIstante), _lista = new(Shape.Lista), _elenco = new(Shape.Elenco);

    private const string DellaBozza = NomiRegistrati.Bozza + ".";

    private static readonly Datum _ruolo = Scelta<Ruolo>(r => r.Name());

    private static readonly Dictionary<string, (string Nome, Dictionary<string, Datum> Dati)> _oggetti = Table();

    private enum Shape
    {
        Testo,
        Euro,
        Giorno,
        Istante,
        SiNo,

        Percento,

        /// <summary>An amount that is already written as in the scheda, without the euro sign.</summary>
        EuroScritto,

        /// <summary>An instant of which only the day matters.</summary>
        GiornoDellIstante,

        /// <summary>The ANAC name of a code list.</summary>
        Lista,

        /// <summary>A code from one of ANAC's code lists.</summary>
        Voce,

        /// <summary>A list of texts, or a list of objects of which one member is shown.</summary>
        Elenco,

        /// <summary>The id of a person.</summary>
        Persona,

        /// <summary>One of a few fixed values, each of which has a word.</summary>
        Scelta,

        /// <summary>An id, a hash or another text for machines only.</summary>
        Tecnico,
    }

    /// <summary>Returns the Italian name of a kind of object. A kind that this version does not know is returned as it stands.</summary>
    public static string Oggetto(string tipo) => _oggetti.TryGetValue(tipo, out var oggetto) ? oggetto.Nome : tipo;

    /// <summary>Returns the label of a value. Null for a value that the pages do not show.</summary>
    public static string? Etichetta(string tipo, string dato) => Of(tipo, dato) is { Forma: not Shape.Tecnico } noto ? noto.Etichetta ?? dato : null;

    /// <summary>Returns a value in words, or null when it is missing. A value in an unexpected form is returned as it stands.</summary>
    /// <param name="persone">The names of the people whose ids may be the value.</param>
    public static string? Value(string tipo, string dato, JsonNode? valore, IReadOnlyDictionary<Guid, string> persone)
    {
        var testo = valore?.ToString();
        if (valore is null || string.IsNullOrEmpty(testo))
        {
            return null;
        }

        return Of(tipo, dato)?.Forma switch
        {
            Shape.Euro when valore.GetValueKind() == JsonValueKind.Number
                && long.TryParse(testo, CultureInfo.InvariantCulture, out var centesimi) =>
                Importo.DaCentesimi(centesimi).ToString("E", null),
            Shape.Giorno when DateOnly.TryParseExact(testo, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) =>
                RomeTime.Text(giorno),
            Shape.Istante when DateTime.TryParse(testo, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var utc)
                && utc.Kind == DateTimeKind.Utc =>
                RomeTime.Text(utc),
            Shape.GiornoDellIstante when DateTime.TryParse(testo, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var utc)
                && utc.Kind == DateTimeKind.Utc =>
                RomeTime.Text(RomeTime.DayInRome(utc)),
            Shape.Lista => NomiListe.Of(testo),
            Shape.Voce => ListeAnac.Trova(Of(tipo, dato)!.Lista)?.Trova(testo) is { } voce ? $"{voce.Etichetta} ({voce.Codice})" : testo,
            Shape.EuroScritto => testo + "\u00A0€",
            Shape.Percento => testo.Replace('.', ',') + "\u00A0%",
            Shape.Elenco when valore is JsonArray voci =>
                string.Join(", ", voci.Select(v => v is JsonObject ? TolerantReader.Text(v, Of(tipo, dato)!.Membro ?? "") : v?.ToString())),
            Shape.SiNo => valore.GetValueKind() switch { JsonValueKind.True => "Sì", JsonValueKind.False => "No", _ => testo },
            Shape.Persona when Guid.TryParse(testo, out var id) => persone.GetValueOrDefault(id, "persona non più nota"),
            Shape.Scelta => Of(tipo, dato)!.Parole!.GetValueOrDefault(testo, testo),
            _ => testo,
        };
    }

    /// <summary>Says whether this table has an entry for a value, be it words or the mark «technical».</summary>
    internal static bool Knows(string tipo, string dato) => Of(tipo, dato) is not null;

    /// <summary>Says whether this table has a word for one of the fixed values of a choice.</summary>
    internal static bool Knows(string tipo, string dato, string valore) =>
        Of(tipo, dato) is { Forma: Shape.Scelta, Parole: var parole } && parole!.ContainsKey(valore);

    /// <summary>
    /// Returns the table's entry for a value, or null when there is none. The entry for a field of the draft comes from the catalogue of
    /// the scheda.
    /// </summary>
    private static Datum? Of(string tipo, string dato) =>
        dato.StartsWith(DellaBozza, StringComparison.Ordinal)
            ? DelCampo(dato[DellaBozza.Length..])
            : _oggetti.TryGetValue(tipo, out var oggetto) ? oggetto.Dati.GetValueOrDefault(dato) : null;

    private static Datum DelCampo(string percorso) =>
        CatalogoAd4.Trova(percorso) is not { } campo ? _text.Detto("Riga di un elenco")
        : campo.Lista is { } lista ? Voce(lista).Detto(
            campo.Percorso.EndsWith("/ruoloOE", StringComparison.Ordinal) ? "Ruolo dell'operatore economico" : campo.Etichetta)
        : (campo.Tipo switch { TipoCampo.SiNo => _siNoScritto, TipoCampo.Euro => _euroScritto, _ => _text }).Detto(campo.Etichetta);

    private static Datum Scelta<T>(Func<T, string?> parola)
        where T : struct, Enum => new(Shape.Scelta)
        {
            Parole = NomiRegistrati
                .Valori<T>()
                .Select(v => (v.Nome, Parola: parola(v.Valore)))
                .Where(x => x.Parola is not null)
                .ToDictionary(x => x.Nome, x => x.Parola!),
        };

    private static Datum Voce(string lista) => new(Shape.Voce) { Lista = lista };

    private sealed record Datum(Shape Forma)
    {
        /// <summary>The label of the value, or null when its stored name is also its label.</summary>
        public string? Etichetta { get; private init; }

        public IReadOnlyDictionary<string, string>? Parole { get; init; }

        /// <summary>The ANAC name of the list to which a code belongs. Null for other values.</summary>
        public string? Lista { get; init; }

        /// <summary>The member to show of each object in a list. Null for other values.</summary>
        public string? Membro { get; private init; }

        public Datum Detto(string etichetta, string? membro = null) => this with { Etichetta = etichetta, Membro = membro };
    }
}
