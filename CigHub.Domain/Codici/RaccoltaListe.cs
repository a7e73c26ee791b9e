using System.Globalization;

namespace CigHub.Domain.Codici;

/// <summary>
/// The code lists in force at a moment: the shipped ones, each replaced by the one imported later, if any. Every check of a code takes its
/// lists from such a collection.
/// </summary>
/// <remarks>Immutable and safe to share between threads; equality by reference. Names of lists are compared without case.</remarks>
public sealed class RaccoltaListe
{
    private readonly Func<string, ListaCodici?> _base;

    private readonly Dictionary<string, ListaCodici> _sostituite;

    /// <param name="giorno">The day of the lists.</param>
    /// <param name="trova">Returns the list of a name, or null. It is called only for the lists in use, so that lists can be loaded late.</param>
    public RaccoltaListe(DateOnly giorno, Func<string, ListaCodici?> trova)
        : this(giorno, trova, new Dictionary<string, ListaCodici>(StringComparer.OrdinalIgnoreCase))
    {
    }

    private RaccoltaListe(DateOnly giorno, Func<string, ListaCodici?> trova, Dictionary<string, ListaCodici> sostituite)
    {
        Giorno = giorno;
        _base = trova;
        _sostituite = sostituite;
    }

    /// <summary>The day of the newest list in the collection.</summary>
    public DateOnly Giorno { get; }

    /// <summary>The day of the newest list as text, for example <c>30/06/2026</c>.</summary>
    public string Versione => Giorno.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public ListaCodici Categoria => Lista("categoria");

    public ListaCodici Ccnl => Lista("ccnl");

    public ListaCodici CodIstat => Lista("codIstat");

    public ListaCodici CodNuts => Lista("codNUTS");

    public ListaCodici Cpv => Lista(Codici.Cpv.Lista);

    public ListaCodici OggettoContratto => Lista("oggettoContratto");

    public ListaCodici RuoloOE => Lista("ruoloOE");

    public ListaCodici TipoOE => Lista("tipoOE");

    /// <summary>Returns the list of that name in force, ignoring case, or null when there is none.</summary>
    public ListaCodici? Trova(string? idTipologica) =>
        idTipologica is null ? null : _sostituite.TryGetValue(idTipologica, out var lista) ? lista : _base(idTipologica);

    /// <summary>
    /// Returns a copy in which the given list replaces the one of its name. The collection's day becomes the given day if that is later.
    /// </summary>
    public RaccoltaListe ConLista(ListaCodici lista, DateOnly giorno) => new(
        giorno > Giorno ? giorno : Giorno,
        _base,
        new Dictionary<string, ListaCodici>(_sostituite, StringComparer.OrdinalIgnoreCase) { [lista.IdTipologica] = lista });

    private ListaCodici Lista(string nome) => Trova(nome) ?? throw new InvalidOperationException($"There is no code list '{nome}'.");
}
