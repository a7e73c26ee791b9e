using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>The user's choices on a comparison: the adhesion for each row in doubt, and the rows to adopt as adesioni già fatte.</summary>
public sealed class SceltePortale(AnteprimaDelPortale anteprima)
{
    private readonly Dictionary<int, RigaConfrontata> _perRiga = anteprima.Confronto.Righe.ToDictionary(r => r.Riga.Numero);

    /// <summary>
    /// The id of the Aggiudicazione that the user chose for a row in doubt, by row number. A row that is left out is not in it.
    /// </summary>
    public Dictionary<int, Guid> Dubbi { get; } = [];

    /// <summary>The numbers of the rows to adopt as adesioni già fatte.</summary>
    public HashSet<int> Adottate { get; } = [];

    /// <summary>The changes that would be recorded with the present choices, apart from the adoptions.</summary>
    public IEnumerable<Registrazione> DaFare =>
        anteprima.Confronto.Righe.Select(r => r.DaFare).OfType<Registrazione>()
            .Concat(Dubbi.Select(d => _perRiga[d.Key].RegistrazioneDi(d.Value)).OfType<Registrazione>().Where(f => f.Cambia.Count > 0));

    public ConteggioPortale Conteggio => new(DaFare.Count(f => f.Cig is not null), DaFare.Count(f => f.Cig is null), Adottate.Count);

    /// <summary>The numbers, in ascending order, of the rows from which something would be recorded or adopted.</summary>
    public IReadOnlyList<int> Righe =>
        [.. anteprima.Confronto.Righe.Where(r => r.DaFare is not null).Select(r => r.Riga.Numero).Concat(Dubbi.Keys).Concat(Adottate).Order()];

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
