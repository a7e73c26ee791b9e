using CigHub.Domain.Common;
using CigHub.Web.Common;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Tests the order of the folders of CigHub.Web: a folder must use only the folders to its left in that order, and the entries of the menu
/// must not use each other in circles. The references are read from the compiled app, not from lines of <c>using</c>.
/// </summary>
public sealed class FolderOrderTests
{
    private const string App = "CigHub.Web";

    private static readonly string[] Order = ["Common", "Data", "UseCases", "Security", "Components", "Features", "Operations", "Demo"];

    private static readonly IReadOnlyCollection<Reference> _all = References.Within(typeof(AppRoutes).Assembly.Location);

    [Fact]
    public void A_folder_uses_only_folders_to_its_left() => Assert.Empty(
        ToTheRight(_all).Select(r => $"{r.From} uses {r.To}").Order());

    [Fact]
    public void Every_folder_stands_in_the_order() => Assert.Empty(
        _all.Select(r => FolderOf(r.From)).Where(f => f is not (null or "_Imports") && !Order.Contains(f)).Distinct());

    [Fact]
    public void Entries_of_the_menu_form_no_circle() => Assert.Empty(Circles(_all));

    [Theory]
    [InlineData("CigHub.Web.Data.X", "CigHub.Web.Features.Persone.Y", false)]
    [InlineData("CigHub.Web.Components.Forms.X", "CigHub.Web.Demo.Y", false)]
    [InlineData("CigHub.Web.Features.X", "CigHub.Web.Data.Y", true)]
    [InlineData("CigHub.Web.Features.Spesa.X", "CigHub.Web.Features.Persone.Y", true)]
    [InlineData("Program", "CigHub.Web.Demo.Y", true)]
    public void The_check_finds_a_use_to_the_right(string from, string to, bool allowed) => Assert.Equal(allowed, !ToTheRight([new Reference(from, to)]).Any());

    [Fact]
    public void The_check_finds_a_circle()
    {
        Reference A(string from, string to) => new($"{App}.Features.{from}", $"{App}.Features.{to}");
        Reference[] line = [A("Spesa.X", "Persone.Y"), A("Persone.Ruoli.Y", "Codici.Z"), A("Spesa.Una.X", "Spesa.Altra.X"), A("Spesa.Altra.X", "Spesa.Una.X")];
        Assert.Empty(Circles(line));
        Assert.Equal(["Codici, Persone, Spesa"], Circles([.. line, A("Codici.Z", "Spesa.Una.X")]));
    }

    [Theory]
    [InlineData(typeof(WithBase), typeof(Importo))]
    [InlineData(typeof(WithField), typeof(Importo))]
    [InlineData(typeof(WithParameter), typeof(Importo))]
    [InlineData(typeof(WithBody), typeof(Importo))]
    [InlineData(typeof(WithLambda), typeof(Importo))]
    [InlineData(typeof(WithAsync), typeof(Importo))]
    [InlineData(typeof(WithTypeOf), typeof(Importo))]
    [InlineData(typeof(WithGenericCall), typeof(Importo))]
    public void The_reader_finds_every_kind_of_reference(Type from, Type to)
    {
        // These types are not nested, because a nested type counts for the type that holds it.
        Assert.Contains(new Reference(from.FullName!, to.FullName!), _planted.Value);
        Assert.DoesNotContain(new Reference(typeof(WithNothing).FullName!, to.FullName!), _planted.Value);
    }

    private static readonly Lazy<IReadOnlyCollection<Reference>> _planted = new(
        () => References.Within(typeof(FolderOrderTests).Assembly.Location, typeof(FolderOrderTests).Namespace!));

    private static IEnumerable<Reference> ToTheRight(IEnumerable<Reference> references) => references.Where(
        r => FolderOf(r.From) is { } from && FolderOf(r.To) is { } to && Array.IndexOf(Order, to) > Array.IndexOf(Order, from));

    /// <summary>
    /// Returns the top folder of CigHub.Web that holds a type. Returns null for Program, which uses all folders, and for a type outside the
    /// app.
    /// </summary>
    private static string? FolderOf(string type) => type.StartsWith(App + ".", StringComparison.Ordinal) ? type[(App.Length + 1)..].Split('.')[0] : null;

    /// <summary>
    /// Returns the entry of the menu (the folder under Features) that holds a type. Returns null for a type in no such folder, such as the
    /// one that registers the services of all features.
    /// </summary>
    private static string? EntryOf(string type) => type.Split('.') is [_, _, "Features", var entry, _, ..] ? entry : null;

    /// <summary>
    /// Finds the circles of menu entries, that is, entries that use each other directly or through others. Returns for each circle the
    /// names of its entries, joined by commas.
    /// </summary>
    private static IEnumerable<string> Circles(IEnumerable<Reference> references)
    {
        var uses = references.Select(r => (From: EntryOf(r.From), To: EntryOf(r.To))).Where(u => u.From is not null && u.To is not null && u.From != u.To)
            .Distinct().ToLookup(u => u.From!, u => u.To!);
        var reached = uses.Select(u => u.Key).ToDictionary(entry => entry, entry => ReachedFrom(entry, uses));
        return reached.Where(r => r.Value.Contains(r.Key))
            .Select(r => string.Join(", ", r.Value.Where(other => reached.TryGetValue(other, out var back) && back.Contains(r.Key)).Order()))
            .Distinct().Order();
    }

    private static HashSet<string> ReachedFrom(string entry, ILookup<string, string> uses)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>([entry]);
        while (next.TryPop(out var from))
        {
            foreach (var to in uses[from].Where(reached.Add))
            {
                next.Push(to);
            }
        }

        return reached;
    }
}

internal sealed class WithNothing;

internal sealed class WithBase : List<Importo>;

internal sealed class WithField
{
    public Importo? Value { get; init; }
}

internal sealed class WithParameter
{
    public static void Take(IReadOnlyList<Importo[]> values) => _ = values;
}

internal sealed class WithBody
{
    public static string Text() => Importo.Zero.ToString();
}

internal sealed class WithLambda
{
    public static Func<object, bool> Test() => value => value is Importo;
}

internal sealed class WithAsync
{
    public static async Task<object> Make()
    {
        await Task.Yield();
        return Importo.Zero;
    }
}

internal sealed class WithTypeOf
{
    public static Type Name() => typeof(Importo);
}

internal sealed class WithGenericCall
{
    public static object Make() => Array.Empty<Importo>();
}
