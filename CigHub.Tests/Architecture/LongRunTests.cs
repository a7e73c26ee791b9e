using System.Reflection;
using System.Text.RegularExpressions;
using CigHub.Tests.Support;

namespace CigHub.Tests.Architecture;

/// <summary>Tests that what only the long run tries has a smaller sister in the plain run, and that no rule with a mutant waits for it.</summary>
public sealed partial class LongRunTests
{
    private static readonly IReadOnlyList<(string Name, LongRunAttribute Mark)> _long =
    [
        .. from type in typeof(LongRunTests).Assembly.GetTypes()
           from member in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Cast<MemberInfo>().Prepend(type)
           let mark = member.GetCustomAttribute<LongRunAttribute>()
           where mark is not null
           select ($"{type.Name}.{member.Name}", mark),
    ];

    [Fact]
    public void Each_has_a_sister_in_the_plain_run_and_a_reason() => Assert.All(Marked(), test =>
    {
        Assert.Contains(
            test.Mark.Sister.GetMethods(),
            m => m.IsDefined(typeof(FactAttribute)) && !m.IsDefined(typeof(LongRunAttribute)) && !test.Mark.Sister.IsDefined(typeof(LongRunAttribute)));
        Assert.True(test.Mark.Reason.Split(' ').Length >= 4, $"{test.Name} does not say which cases it adds.");
    });

    /// <summary>A class that a mutant names must notice it in the plain run, so all its tests are there.</summary>
    [Fact]
    public void No_class_of_a_mutant_waits_for_the_long_run()
    {
        var named = Directory.GetFiles(Path.Combine(House.Root, "CigHub.Tests", "Mutanti"), "*.patch")
            .Select(p => TestClass().Match(File.ReadAllText(p)).Groups[1].Value.Split('.')[^1]).ToHashSet();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(Marked(), test => named.Contains(test.Name.Split('.')[0]));
    }

    private static IReadOnlyList<(string Name, LongRunAttribute Mark)> Marked()
    {
        Assert.NotEmpty(_long);
        return _long;
    }

    [GeneratedRegex(@"^Test: *(\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex TestClass();
}
