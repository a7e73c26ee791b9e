using System.Text.Json;
using System.Text.Json.Serialization;
using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>The special task of a step in the percorso del portale, if it has one besides clicks and values.</summary>
public enum SegnoPasso
{
    Nessuno,
    ApreIlPortale,
    ChiedeRilettura,
    AttendeIlCig,
}

/// <summary>The form of one value in a step of the percorso.</summary>
public sealed class ValoreForm
{
    public string Percorso { get; set; } = "";

    public string Didascalia { get; set; } = "";

    public FormatoValore Formato { get; set; }

    /// <summary>
    /// The formats in which the portal may want the chosen field's value. While no field is chosen, only the usual format.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<FormatoValore> Formati =>
        CampiDelPercorso.Trova(Percorso) is { } campo ? FormatoValoreWords.AmmessiPer(campo) : [FormatoValore.Consueto];

    /// <summary>
    /// Chooses another field for the value. The caption follows the field's label, unless the user has written another caption. A format
    /// that the field does not allow becomes the usual one.
    /// </summary>
    public void Choose(string percorso)
    {
        var prima = CampiDelPercorso.Trova(Percorso)?.Etichetta;
        Percorso = percorso;
        Didascalia = Didascalia.Length == 0 || Didascalia == prima ? CampiDelPercorso.Trova(percorso)?.Etichetta ?? Didascalia : Didascalia;
        Formato = Formati.Contains(Formato) ? Formato : FormatoValore.Consueto;
    }
}

/// <summary>The form of one step of the percorso, with its values.</summary>
public sealed class PassoForm
{
    public string Testo { get; set; } = "";

    public SegnoPasso Segno { get; set; }

    /// <summary>The phase after the request to which the step belongs. Null for a step of the request.</summary>
    public FaseDelSeguito? Fase { get; init; }

    public List<ValoreForm> Valori { get; init; } = [];
}

/// <summary>The form of a new version of the percorso del portale. It is kept as JSON text between visits.</summary>
public sealed class PercorsoForm
{
    /// <summary>The number of the version that was in force when the user began to edit.</summary>
    public int Versione { get; init; }

    public string Nota { get; set; } = "";

    public List<PassoForm> Passi { get; init; } = [];

    public static PercorsoForm From(VersionePercorso versione) => new()
    {
        Versione = versione.Versione,
        Passi =
        [
            .. SeguitoDelPercorso.Completi(versione.Passi).Select(p => new PassoForm
            {
                Fase = SeguitoDelPercorso.FaseDi(p),
                Testo = p.Testo,
                Segno = p.ApreIlPortale
                    ? SegnoPasso.ApreIlPortale
                    : p.ChiedeRilettura ? SegnoPasso.ChiedeRilettura : p.AttendeIlCig ? SegnoPasso.AttendeIlCig : SegnoPasso.Nessuno,
                Valori = [.. p.Valori.Select(v => new ValoreForm { Percorso = v.Percorso, Didascalia = v.Didascalia, Formato = v.Formato })],
            }),
        ],
    };

    /// <summary>
    /// Returns the form that was kept as text. Returns null when there is none, when it began from another version than the given one, or
    /// when it cannot be read.
    /// </summary>
    public static PercorsoForm? DaTesto(string? testo, int versione)
    {
        try
        {
            return testo is not null && JsonSerializer.Deserialize<PercorsoForm>(testo) is { } form && form.Versione == versione ? form : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Text() => JsonSerializer.Serialize(this);

    public IReadOnlyList<PassoPortale> Read() =>
    [
        .. Passi.Select((p, i) => new PassoPortale(
            SeguitoDelPercorso.Numero(p.Fase, PlaceOf(i)),
            p.Testo.Trim(),
            [.. p.Valori.Select(v => new ValorePortale(v.Percorso, v.Didascalia.Trim(), v.Formato))],
            p.Segno == SegnoPasso.ApreIlPortale,
            p.Segno == SegnoPasso.ChiedeRilettura,
            p.Segno == SegnoPasso.AttendeIlCig)),
    ];

    /// <summary>Returns the position, from 0, of a step among those of its phase.</summary>
    public int PlaceOf(int passo) => Passi.Take(passo).Count(p => p.Fase == Passi[passo].Fase);

    /// <summary>Moves a row up (<paramref name="verso"/> −1) or down (+1). Does nothing when the row is already at that end.</summary>
    public static void Sposta<T>(List<T> righe, int da, int verso)
    {
        if (da + verso >= 0 && da + verso < righe.Count)
        {
            (righe[da], righe[da + verso]) = (righe[da + verso], righe[da]);
        }
    }
}
