using System.Text.Json;
using System.Text.Json.Serialization;
using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>The special action of a step in the portal's path, beyond a click or a value to type.</summary>
public enum SegnoPasso
{
    Nessuno,
    ApreIlPortale,
    ChiedeRilettura,
    AttendeIlCig,
}

/// <summary>Form of one value in a step.</summary>
public sealed class ValoreForm
{
    public string Percorso { get; set; } = "";

    public string Didascalia { get; set; } = "";

    public FormatoValore Formato { get; set; }

    /// <summary>The formats in which the field can be written. Only the usual format when no field is chosen yet.</summary>
    [JsonIgnore]
    public IReadOnlyList<FormatoValore> Formati =>
        CampiDelPercorso.Trova(Percorso) is { } campo ? FormatoValoreWords.AmmessiPer(campo) : [FormatoValore.Consueto];

    /// <summary>
    /// Chooses another field. Its label becomes the caption when the caption is empty or the label of the previous field. A format that the
    /// field does not allow is replaced by the usual one.
    /// </summary>
    public void Choose(string percorso)
    {
        var prima = CampiDelPercorso.Trova(Percorso)?.Etichetta;
        Percorso = percorso;
        Didascalia = Didascalia.Length == 0 || Didascalia == prima ? CampiDelPercorso.Trova(percorso)?.Etichetta ?? Didascalia : Didascalia;
        Formato = Formati.Contains(Formato) ? Formato : FormatoValore.Consueto;
    }
}

/// <summary>Form of one step in the path, with its values.</summary>
public sealed class PassoForm
{
    public string Testo { get; set; } = "";

    public SegnoPasso Segno { get; set; }

    public List<ValoreForm> Valori { get; init; } = [];
}

/// <summary>Form of a new version of the portal's path. It is saved as text between visits.</summary>
public sealed class PercorsoForm
{
    /// <summary>The version in force when the work began.</summary>
    public int Versione { get; init; }

    public string Nota { get; set; } = "";

    public List<PassoForm> Passi { get; init; } = [];

    public static PercorsoForm From(VersionePercorso versione) => new()
    {
        Versione = versione.Versione,
        Passi =
        [
            .. versione.Passi.Select(p => new PassoForm
            {
                Testo = p.Testo,
                Segno = p.ApreIlPortale
                    ? SegnoPasso.ApreIlPortale
                    : p.ChiedeRilettura ? SegnoPasso.ChiedeRilettura : p.AttendeIlCig ? SegnoPasso.AttendeIlCig : SegnoPasso.Nessuno,
                Valori = [.. p.Valori.Select(v => new ValoreForm { Percorso = v.Percorso, Didascalia = v.Didascalia, Formato = v.Formato })],
            }),
        ],
    };

    /// <summary>Restores the form saved in an earlier visit. Null when it belongs to another version or cannot be read any more.</summary>
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
            i + 1,
            p.Testo.Trim(),
            [.. p.Valori.Select(v => new ValorePortale(v.Percorso, v.Didascalia.Trim(), v.Formato))],
            p.Segno == SegnoPasso.ApreIlPortale,
            p.Segno == SegnoPasso.ChiedeRilettura,
            p.Segno == SegnoPasso.AttendeIlCig)),
    ];

    /// <summary>Moves a row up (<paramref name="verso"/> −1) or down (+1). Does nothing when the row is already at that end.</summary>
    public static void Sposta<T>(List<T> righe, int da, int verso)
    {
        if (da + verso >= 0 && da + verso < righe.Count)
        {
            (righe[da], righe[da + verso]) = (righe[da + verso], righe[da]);
        }
    }
}
