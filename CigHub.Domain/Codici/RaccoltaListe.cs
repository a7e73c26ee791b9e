using System.Globalization;

namespace CigHub.Domain.Codici;

/// <summary>The code lists that hold at a moment: those shipped, each replaced by the one imported later, if any. What judges a code is given one of these.</summary>
/// <remarks>Immutable and safe to share between threads; equality by reference. Names of lists are compared without case.</remarks>
public sealed class RaccoltaListe
{
    private readonly Func<string, ListaCodici?> _base;

    private readonly Dictionary<string, ListaCodici> _sostituite;

    /// <param name="giorno">The day that the lists are of.</param>
    /// <param name="trova">Gives the list of a name, or null; asked only for what is used, so that lists may be read late.</param>
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

    /// <summary>The day of the newest list in it.</summary>
    public DateOnly Giorno { get; }

    /// <summary>That day as it is said on screen: «liste del 30/06/2026».</summary>
    public string Versione => Giorno.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public ListaCodici Categoria => Lista("categoria");

    public ListaCodici Ccnl => Lista("ccnl");

    public ListaCodici CodIstat => Lista("codIstat");

    public ListaCodici CodNuts => Lista("codNUTS");

    public ListaCodici Cpv => Lista(Codici.Cpv.Lista);

    public ListaCodici OggettoContratto => Lista("oggettoContratto");

    public ListaCodici RuoloOE => Lista("ruoloOE");

    public ListaCodici TipoOE => Lista("tipoOE");

    /// <summary>The list of that name, case ignored; null when there is none.</summary>
    public ListaCodici? Trova(string? idTipologica) =>
        idTipologica is null ? null : _sostituite.TryGetValue(idTipologica, out var lista) ? lista : _base(idTipologica);

    /// <summary>The same with one list in place of the one of its name, as of a day; the collection's day goes on, never back.</summary>
    public RaccoltaListe Con(ListaCodici lista, DateOnly giorno) => new(
        giorno > Giorno ? giorno : Giorno,
        _base,
        new Dictionary<string, ListaCodici>(_sostituite, StringComparer.OrdinalIgnoreCase) { [lista.IdTipologica] = lista });

    private ListaCodici Lista(string nome) => Trova(nome) ?? throw new InvalidOperationException($"There is no code list '{nome}'.");
}
