namespace CigHub.Tests.Support;

/// <summary>
/// Names the trait of tests that a plain <c>dotnet test</c> leaves out. <c>dotnet test --settings CigHub.Tests/long.runsettings</c> runs them
/// too.
/// </summary>
public static class Runs
{
    public const string Trait = "Run";

    public const string Long = "long";
}
