using System.Text.Json;
using System.Text.Json.Serialization;
using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>What makes a step more than a click.</summary>
public enum SegnoPasso
{
    Nessuno,
    ApreIlPortale,
    ChiedeRilettura,
    AttendeIlCig,
}

/// <summary>A value of a step, as the editor holds it.</summary>
public sealed class ModuloValore
{
    public string Percorso { get; set; } = "";

    public string Didascalia { get; set; } = "";

    public FormatoValore Formato { get; set; }

    /// <summary>What the field can be written as; the usual form where no field is chosen yet.</summary>
    [JsonIgnore]
    public IReadOnlyList<FormatoValore> Formati => CampiDelPercorso.Trova(Percorso) is { } campo ? FormatiValore.Per(campo) : [FormatoValore.Consueto];

    /// <summary>Another field: its label where no caption was written yet, and a form that it can take.</summary>
    public void Scegli(string percorso)
    {
        var prima = CampiDelPercorso.Trova(Percorso)?.Etichetta;
        Percorso = percorso;
        Didascalia = Didascalia.Length == 0 || Didascalia == prima ? CampiDelPercorso.Trova(percorso)?.Etichetta ?? Didascalia : Didascalia;
        Formato = Formati.Contains(Formato) ? Formato : FormatoValore.Consueto;
    }
}

/// <summary>A step, as the editor holds it.</summary>
public sealed class ModuloPasso
{
    public string Testo { get; set; } = "";

    public SegnoPasso Segno { get; set; }

    public List<ModuloValore> Valori { get; init; } = [];
}

/// <summary>A version of the portal's path while somebody works on it; kept as text between visits.</summary>
public sealed class ModuloPercorso
{
    /// <summary>The version it started from.</summary>
    public int Versione { get; init; }

    public string Nota { get; set; } = "";

    public List<ModuloPasso> Passi { get; init; } = [];

    public static ModuloPercorso Da(VersionePercorso versione) => new()
    {
        Versione = versione.Versione,
        Passi =
        [
            .. versione.Passi.Select(p => new ModuloPasso
            {
                Testo = p.Testo,
                Segno = p.ApreIlPortale ? SegnoPasso.ApreIlPortale : p.ChiedeRilettura ? SegnoPasso.ChiedeRilettura : p.AttendeIlCig ? SegnoPasso.AttendeIlCig : SegnoPasso.Nessuno,
                Valori = [.. p.Valori.Select(v => new ModuloValore { Percorso = v.Percorso, Didascalia = v.Didascalia, Formato = v.Formato })],
            }),
        ],
    };

    /// <summary>What was kept of an earlier visit; null when it is not of this version or cannot be read any more.</summary>
    public static ModuloPercorso? DaTesto(string? testo, int versione)
    {
        try
        {
            return testo is not null && JsonSerializer.Deserialize<ModuloPercorso>(testo) is { } modulo && modulo.Versione == versione ? modulo : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Testo() => JsonSerializer.Serialize(this);

    public IReadOnlyList<PassoPortale> Leggi() =>
    [
        .. Passi.Select((p, i) => new PassoPortale(
            i + 1,
            p.Testo.Trim(),
            [.. p.Valori.Select(v => new ValorePortale(v.Percorso, v.Didascalia.Trim(), v.Formato))],
            p.Segno == SegnoPasso.ApreIlPortale,
            p.Segno == SegnoPasso.ChiedeRilettura,
            p.Segno == SegnoPasso.AttendeIlCig)),
    ];

    /// <summary>Moves a row up (−1) or down (+1); at the end it stays.</summary>
    public static void Sposta<T>(List<T> righe, int da, int verso)
    {
        if (da + verso >= 0 && da + verso < righe.Count)
        {
            (righe[da], righe[da + verso]) = (righe[da + verso], righe[da]);
        }
    }
}
