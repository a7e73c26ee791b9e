namespace CigHub.Domain.Codici;

/// <summary>What an import does to an entry.</summary>
public enum TipoVariazione
{
    /// <summary>A code that was not there.</summary>
    Aggiunta,

    /// <summary>Another label or other days.</summary>
    Cambiata,

    /// <summary>A code that ends, or ends earlier.</summary>
    Terminata,
}

/// <summary>One entry that an import adds, changes or ends.</summary>
/// <param name="Tipo">What happens to it.</param>
/// <param name="Prima">As it is; null for a new one.</param>
/// <param name="Dopo">As it will be.</param>
/// <param name="Assente">It ends because the file no longer has it.</param>
public sealed record VariazioneVoce(TipoVariazione Tipo, VoceLista? Prima, VoceLista Dopo, bool Assente);

/// <summary>A list in force against the one of a file: what changes, and the list that comes of it.</summary>
/// <remarks>
/// A code that the file no longer has ends on the day of the import and stays in the list: drafts may hold it, and an Affidamento of last year says what
/// it meant. So a list never loses a code, and importing the same file twice changes nothing the second time. The entries keep their order; new ones follow.
/// </remarks>
public sealed class ConfrontoListe
{
    private ConfrontoListe(ListaCodici risultato, IReadOnlyList<VariazioneVoce> variazioni)
    {
        Risultato = risultato;
        Variazioni = variazioni;
    }

    /// <summary>The list as it will be.</summary>
    public ListaCodici Risultato { get; }

    /// <summary>Every entry that is not as it was, in the order of the result.</summary>
    public IReadOnlyList<VariazioneVoce> Variazioni { get; }

    public bool CambiaQualcosa => Variazioni.Count > 0;

    public int Invariate => Risultato.Voci.Count - Variazioni.Count;

    public int Quante(TipoVariazione tipo) => Variazioni.Count(v => v.Tipo == tipo);

    /// <param name="attuale">The list in force.</param>
    /// <param name="nuova">The one of the file.</param>
    /// <param name="oggi">The day of the import, in Rome.</param>
    public static ConfrontoListe Di(ListaCodici attuale, ListaLetta nuova, DateOnly oggi)
    {
        var nuove = nuova.Voci.ToDictionary(v => v.Codice, StringComparer.Ordinal);
        var voci = new List<VoceLista>(attuale.Voci.Count);
        var variazioni = new List<VariazioneVoce>();
        foreach (var prima in attuale.Voci)
        {
            var presente = nuove.TryGetValue(prima.Codice, out var letta);
            var dopo = presente ? letta! : Terminata(prima, oggi);
            voci.Add(dopo);
            if (dopo != prima)
            {
                variazioni.Add(new VariazioneVoce(Finisce(prima, dopo) ? TipoVariazione.Terminata : TipoVariazione.Cambiata, prima, dopo, !presente));
            }
        }

        foreach (var aggiunta in nuova.Voci.Where(v => attuale.Trova(v.Codice) is null))
        {
            voci.Add(aggiunta);
            variazioni.Add(new VariazioneVoce(TipoVariazione.Aggiunta, null, aggiunta, Assente: false));
        }

        return new ConfrontoListe(new ListaCodici(attuale.IdTipologica, voci), variazioni);
    }

    /// <summary>One that has ended already stays as it is; one that would begin later never does.</summary>
    private static VoceLista Terminata(VoceLista voce, DateOnly oggi)
    {
        var fine = voce.Dal > oggi ? voce.Dal.Value : oggi;
        return voce.Fino <= fine ? voce : voce with { Fino = fine };
    }

    private static bool Finisce(VoceLista prima, VoceLista dopo) => dopo.Fino is not null && (prima.Fino is null || dopo.Fino < prima.Fino);
}
