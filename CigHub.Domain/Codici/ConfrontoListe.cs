namespace CigHub.Domain.Codici;

/// <summary>The kind of change that the import of a code list makes to one of its entries.</summary>
public enum TipoVariazione
{
    /// <summary>The list in force does not have the code, and the import adds it.</summary>
    Aggiunta,

    /// <summary>The code has a different label or other days of validity in the file, and the import changes them.</summary>
    Cambiata,

    /// <summary>The code gets an end, or an earlier end than before, because the file says so or no longer has the code.</summary>
    Terminata,
}

/// <summary>The change that the import of a code list makes to one entry.</summary>
/// <param name="Tipo">The kind of change.</param>
/// <param name="Prima">The entry in the list in force, or null for a new entry.</param>
/// <param name="Dopo">The entry after the import.</param>
/// <param name="Assente">Says whether the entry ends because the file no longer has it.</param>
public sealed record VariazioneVoce(TipoVariazione Tipo, VoceLista? Prima, VoceLista Dopo, bool Assente);

/// <summary>
/// The comparison of a list in force with the list read from a file: the changes of the entries, and the list that results from them.
/// </summary>
/// <remarks>
/// A code that the file no longer has ends on the day of the import and stays in the list, because drafts may hold it and an Affidamento of
/// last year still needs its label. So a list never loses a code, and a second import of the same file changes nothing. Entries keep their
/// order, and new entries follow.
/// </remarks>
public sealed class ConfrontoListe
{
    private ConfrontoListe(ListaCodici risultato, IReadOnlyList<VariazioneVoce> variazioni)
    {
        Risultato = risultato;
        Variazioni = variazioni;
    }

    /// <summary>The list as it will be after the import.</summary>
    public ListaCodici Risultato { get; }

    /// <summary>The entries that the import adds, changes or ends, in the order of the resulting list.</summary>
    public IReadOnlyList<VariazioneVoce> Variazioni { get; }

    public bool CambiaQualcosa => Variazioni.Count > 0;

    public int Invariate => Risultato.Voci.Count - Variazioni.Count;

    public int Quante(TipoVariazione tipo) => Variazioni.Count(v => v.Tipo == tipo);

    /// <param name="attuale">The list in force.</param>
    /// <param name="nuova">The list of the file.</param>
    /// <param name="oggi">The day of the import, in Rome.</param>
    public static ConfrontoListe Confronta(ListaCodici attuale, ListaLetta nuova, DateOnly oggi)
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

    /// <summary>
    /// Returns an entry that the file no longer has, ended on the day of the import, which is the first day on which it is no longer valid.
    /// An entry that has already ended stays as it is. An entry that would begin later ends on its first day, so that it is never valid.
    /// </summary>
    private static VoceLista Terminata(VoceLista voce, DateOnly oggi)
    {
        var fine = voce.Dal > oggi ? voce.Dal.Value : oggi;
        return voce.Fino <= fine ? voce : voce with { Fino = fine };
    }

    private static bool Finisce(VoceLista prima, VoceLista dopo) => dopo.Fino is not null && (prima.Fino is null || dopo.Fino < prima.Fino);
}
