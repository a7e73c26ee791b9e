using Xunit.Abstractions;
using Xunit.Sdk;

namespace CigHub.Tests.Support;

/// <summary>
/// Marks a test, or all tests of a class, that only the long run includes (<c>CIGHUB_LONG=1 dotnet test</c>), because it tries every case of
/// something and takes long. A sister in the plain run tries a few of the cases and sees the same kind of fault.
/// </summary>
/// <param name="sister">The class in the plain run that sees the same kind of fault.</param>
/// <param name="reason">The cases that only the long run tries.</param>
[TraitDiscoverer("CigHub.Tests.Support.LongRunDiscoverer", "CigHub.Tests")]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class LongRunAttribute(Type sister, string reason) : Attribute, ITraitAttribute
{
    public Type Sister => sister;

    public string Reason => reason;
}

/// <summary>Tells a test that runs in both runs how much it has to try.</summary>
internal static class LongRun
{
    /// <summary>True in the long run, in which a test tries every case of something and not only typical ones.</summary>
    public static bool Is { get; } = Environment.GetEnvironmentVariable("CIGHUB_LONG") is { Length: > 0 };
}

/// <summary>Gives the tests marked with <see cref="LongRunAttribute"/> the trait that tests.runsettings leaves out.</summary>
public sealed class LongRunDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) => [new("Run", "long")];
}
