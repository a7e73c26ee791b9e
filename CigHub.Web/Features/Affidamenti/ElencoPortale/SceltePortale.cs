using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>The user's choices on a comparison: the adhesion for each row in doubt, and the rows to adopt as adesioni pregresse.</summary>
public sealed class SceltePortale(AnteprimaDelPortale anteprima)
{
    /// <summary>The error when the user has stopped the recording.</summary>
    public static readonly Error Interrupted = new(
        "elenco.interrotto", "Registrazione interrotta: ciò che vedi ancora da registrare non è stato registrato. Premi di nuovo per finire.");

    private readonly Dictionary<int, RigaConfrontata> _perRiga = anteprima.Confronto.Righe.ToDictionary(r => r.Riga.Numero);

    /// <summary>
    /// The id of the Aggiudicazione that the user chose for a row in doubt, by row number. A row that is left out is not in it.
    /// </summary>
    public Dictionary<int, Guid> Dubbi { get; } = [];

    /// <summary>The numbers of the rows to adopt as adesioni pregresse.</summary>
    public HashSet<int> Adottate { get; } = [];

    /// <summary>The changes that would be recorded with the present choices, apart from the adoptions.</summary>
    public IEnumerable<Registrazione> DaFare =>
        anteprima.Confronto.Righe.Select(r => r.DaFare).OfType<Registrazione>()
            .Concat(Dubbi.Select(d => _perRiga[d.Key].RegistrazioneDi(d.Value)).OfType<Registrazione>().Where(f => f.Cambia.Count > 0));

    public ConteggioPortale Conteggio => new(DaFare.Count(f => f.Cig is not null), DaFare.Count(f => f.Cig is null), Adottate.Count);

    /// <summary>The numbers, in ascending order, of the rows from which something would be recorded or adopted.</summary>
    public IReadOnlyList<int> Righe =>
        [.. anteprima.Confronto.Righe.Where(r => r.DaFare is not null).Select(r => r.Riga.Numero)
            .Concat(Dubbi.Keys.Where(n => Affidamento(n) is not null)).Concat(Adottate).Order()];

    /// <summary>
    /// Divides <see cref="Righe"/> into parts that are recorded one after the other. Rows about one Affidamento stay in one part, because
    /// its version changes when it is recorded.
    /// </summary>
    public IEnumerable<IReadOnlyList<int>> Parts(int size)
    {
        var part = new List<int>();
        foreach (var together in Righe.GroupBy(n => Affidamento(n) ?? (object)n))
        {
            if (part.Count > 0 && part.Count + together.Count() > size)
            {
                yield return part;
                part = [];
            }

            part.AddRange(together);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    /// <summary>Returns the command that records one part with the user's choices about it.</summary>
    /// <param name="prosegue">True when another part has just been recorded.</param>
    public RegistraElencoPortale Command(ChosenFile file, IReadOnlyList<int> part, bool prosegue) => new(
        Guid.CreateVersion7(), file, anteprima.Impronta, Dubbi.Where(d => part.Contains(d.Key)).ToDictionary(), [.. Adottate.Intersect(part)])
    {
        Righe = part,
        Prosegue = prosegue,
    };

    /// <summary>Takes over the choices that were made on an earlier comparison of the same file, where this one still asks for them.</summary>
    /// <param name="earlier">The earlier choices, or null for none.</param>
    public void Take(SceltePortale? earlier)
    {
        if (earlier is null)
        {
            return;
        }

        foreach (var (riga, scelta) in earlier.Dubbi.Where(d => _perRiga[d.Key].Candidati.Any(c => c.AggiudicazioneId == d.Value)))
        {
            if (_perRiga[riga].Esito == EsitoConfronto.Dubbio)
            {
                Choose(riga, scelta);
            }
        }

        Adottate.UnionWith(earlier.Adottate.Where(n => anteprima.Adottabile(_perRiga[n])));
    }

    /// <summary>Keeps the adhesion that the user chose for a row in doubt. Null leaves the row out.</summary>
    public void Choose(int riga, Guid? aggiudicazioneId)
    {
        if (aggiudicazioneId is { } scelta)
        {
            Dubbi[riga] = scelta;
        }
        else
        {
            Dubbi.Remove(riga);
        }
    }

    public void Adotta(int riga, bool si)
    {
        if (si)
        {
            Adottate.Add(riga);
        }
        else
        {
            Adottate.Remove(riga);
        }
    }

    /// <summary>Returns the Affidamento that recording a row would change, or null when it would change none.</summary>
    private Guid? Affidamento(int riga) =>
        (_perRiga[riga].DaFare ?? (Dubbi.TryGetValue(riga, out var scelta) ? _perRiga[riga].RegistrazioneDi(scelta) : null)) is { Cambia.Count: > 0 } fare
            ? fare.AffidamentoId
            : null;
}

/// <summary>The numbers of CIGs, of other updates and of adoptions that a command records, and the sentences about them.</summary>
/// <remarks>Equality: by members.</remarks>
public readonly record struct ConteggioPortale(int Cig, int Aggiornamenti, int Adottati)
{
    public bool Nulla => Cig + Aggiornamenti + Adottati == 0;

    /// <summary>The caption of the button that records: «Registra 12 CIG e 3 aggiornamenti, adotta 2 adesioni».</summary>
    public string Bottone => Nulla ? "Nulla da registrare" : Sentence("Registra", "adotta");

    /// <summary>The sentence after the recording: «Registrati 12 CIG e 3 aggiornamenti, adottate 2 adesioni.»</summary>
    public string Fatto => Sentence(Plural.Word(Cig + Aggiornamenti, "Registrato", "Registrati"), Plural.Word(Adottati, "adottata", "adottate")) + ".";

    /// <summary>The sentence after a recording, which says how far it came. Null when nothing was recorded.</summary>
    public string? Outcome(int done, int all) => done == 0 ? null : done == all ? Fatto :
        $"{Plural.Word(done, "Registrata", "Registrate")} {Plural.Of(done, "riga", "righe")} su {Plural.Number(all)}: premi di nuovo per finire.";

    private string Sentence(string registra, string adotta)
    {
        var aggiornamenti = Plural.Of(Aggiornamenti, "aggiornamento", "aggiornamenti");
        var prima = (Cig, Aggiornamenti) switch
        {
            (0, 0) => "",
            (_, 0) => $"{registra} {Cig} CIG",
            (0, _) => $"{registra} {aggiornamenti}",
            _ => $"{registra} {Cig} CIG e {aggiornamenti}",
        };
        var seconda = Adottati == 0
            ? ""
            : $"{(prima.Length == 0 ? char.ToUpperInvariant(adotta[0]) + adotta[1..] : adotta)} {Plural.Of(Adottati, "adesione", "adesioni")}";
        return string.Join(", ", new[] { prima, seconda }.Where(p => p.Length > 0));
    }
}
