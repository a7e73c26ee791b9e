using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>A Lotto of a Convenzione: one CIG Padre, one or more awarded suppliers, a massimale shared by all Enti.</summary>
public sealed class Lotto : Aggregato
{
    /// <summary>Longest description of the object.</summary>
    public const int MaxOggetto = 1000;

    private readonly List<Fornitore> _fornitori = [];

    private Lotto() { }

    public Lotto(Guid id, Guid convenzioneId, int numero, string oggetto, Cig cigPadre, CaratteristicheLotto caratteristiche, IEnumerable<Fornitore> fornitori)
    {
        Id = id;
        ConvenzioneId = convenzioneId;
        Numero = numero;
        Oggetto = oggetto;
        CigPadre = cigPadre;
        Caratteristiche = caratteristiche;
        _fornitori.AddRange(fornitori);
    }

    public Guid ConvenzioneId { get; private set; }

    /// <summary>The Lotto's number in its Convenzione, from 1.</summary>
    public int Numero { get; private set; }

    public string Oggetto { get; private set; } = "";

    /// <summary>Of any form: the Convenzione may be older than PCP.</summary>
    public Cig CigPadre { get; private set; } = null!;

    /// <summary>What an AD4 takes over from its Lotto.</summary>
    public CaratteristicheLotto Caratteristiche { get; private set; } = null!;

    /// <summary>The awarded suppliers; members of a raggruppamento stand each on a line of its own.</summary>
    public IReadOnlyList<Fornitore> Fornitori => _fornitori;
}

/// <summary>The data of a Lotto that every AD4 on it repeats: nothing of this is typed for an Affidamento.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="OggettoContratto">ANAC's <c>works</c>, <c>supplies</c> or <c>services</c>.</param>
/// <param name="Ccnl">Code of ANAC's list <c>ccnl</c>.</param>
/// <param name="Categoria">Code of ANAC's list <c>categoria</c>.</param>
public sealed record CaratteristicheLotto(string OggettoContratto, Cpv Cpv, string Ccnl, string Categoria, CodNuts Nuts, DateOnly DataAggiudicazione);

/// <summary>A supplier awarded a Lotto, alone or as a member of a raggruppamento.</summary>
/// <remarks>Equality: by all members. Members of one raggruppamento share <paramref name="IdPartecipante"/>.</remarks>
/// <param name="RuoloOE">Code of ANAC's list <c>ruoloOE</c>; 10 and 12 are mandanti, whose importo is 0 in an AD4.</param>
/// <param name="TipoOE">Code of ANAC's list <c>tipoOE</c>.</param>
public sealed record Fornitore(Guid IdPartecipante, string Denominazione, CodiceFiscale CodiceFiscale, string RuoloOE, string TipoOE);
