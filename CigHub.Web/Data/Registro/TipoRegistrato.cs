using System.Linq.Expressions;

namespace CigHub.Web.Data.Registro;

/// <summary>The names under which the registro keeps a kind of object and its values, each beside the C# member that holds the value.</summary>
/// <param name="tipo">The C# type.</param>
/// <param name="nome">The stored name, which never changes.</param>
internal abstract class TipoRegistrato(Type tipo, string nome)
{
    private readonly Dictionary<string, string> _perMembro = [], _taciuti = [];

    public Type Tipo { get; } = tipo;

    public string Nome { get; } = nome;

    /// <summary>The stored names of the type's values, in the order in which they were listed.</summary>
    public List<string> Dati { get; } = [];

    /// <summary>The stored names of the values of which an event tells only that they changed, never their content.</summary>
    public List<string> Taciuti { get; } = [];

    /// <summary>
    /// The names of the C# members that are listed. A member of a value object is written after a point (<c>Portale.Stato</c>).
    /// </summary>
    public IReadOnlyCollection<string> Membri => _perMembro.Keys;

    /// <summary>Returns the stored name of a C# member whose content the registro keeps, or null for any other member.</summary>
    public string? DatoDi(string membro) => _perMembro.GetValueOrDefault(membro);

    /// <summary>
    /// Returns the stored name of a C# member of which the registro keeps only that it changed, or null for any other member.
    /// </summary>
    public string? TaciutoDi(string membro) => _taciuti.GetValueOrDefault(membro);

    protected void Aggiungi(string nome, string membro)
    {
        _perMembro.Add(membro, nome);
        Dati.Add(nome);
    }

    protected void AggiungiTaciuto(string nome, string membro)
    {
        _taciuti.Add(membro, nome);
        Taciuti.Add(nome);
    }
}

/// <inheritdoc/>
internal sealed class TipoRegistrato<T>(string nome) : TipoRegistrato(typeof(T), nome)
{
    public TipoRegistrato<T> Dato(string nome, Expression<Func<T, object?>> membro) => Dato(nome, Percorso(membro));

    /// <param name="campo">A private field that the database maps.</param>
    public TipoRegistrato<T> Dato(string nome, string campo)
    {
        Aggiungi(nome, campo);
        return this;
    }

    /// <summary>Lists the stored name of a value that no C# member holds, because the write path computes it.</summary>
    public TipoRegistrato<T> Scritto(string nome)
    {
        Dati.Add(nome);
        return this;
    }

    public TipoRegistrato<T> Taciuto(string nome, Expression<Func<T, object?>> membro)
    {
        AggiungiTaciuto(nome, Percorso(membro));
        return this;
    }

    private static string Percorso(Expression<Func<T, object?>> membro)
    {
        var qui = membro.Body is UnaryExpression { NodeType: ExpressionType.Convert } convertito ? convertito.Operand : membro.Body;
        var percorso = new Stack<string>();
        for (; qui is MemberExpression m; qui = m.Expression)
        {
            percorso.Push(m.Member.Name);
        }

        return string.Join('.', percorso);
    }
}

/// <summary>The names under which the registro keeps the values of an enum.</summary>
/// <param name="tipo">The C# type.</param>
/// <param name="nome">The name of the choice in the list of names. It stands in no event.</param>
internal abstract class ValoriRegistrati(Type tipo, string nome)
{
    private readonly Dictionary<string, Enum> _perNome = [];
    private readonly Dictionary<Enum, string> _perValore = [];

    public Type Tipo { get; } = tipo;

    public string Nome { get; } = nome;

    public IReadOnlyCollection<string> Nomi => _perNome.Keys;

    public IReadOnlyCollection<Enum> Tutti => _perValore.Keys;

    /// <exception cref="InvalidOperationException">The value is not listed.</exception>
    public string NomeDi(Enum valore) => _perValore.TryGetValue(valore, out var nome)
        ? nome
        : throw new InvalidOperationException($"{valore} of {Tipo.Name} has no name in the registro: list it.");

    /// <summary>Returns the enum value with a stored name, or null when this version does not know the name.</summary>
    public Enum? Leggi(string nome) => _perNome.GetValueOrDefault(nome);

    protected void Aggiungi(string nome, Enum valore)
    {
        _perNome.Add(nome, valore);
        _perValore.Add(valore, nome);
    }
}

/// <inheritdoc/>
internal sealed class ValoriRegistrati<T>(string nome) : ValoriRegistrati(typeof(T), nome)
    where T : struct, Enum
{
    public ValoriRegistrati<T> Valore(string nome, T valore)
    {
        Aggiungi(nome, valore);
        return this;
    }
}
