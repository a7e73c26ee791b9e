namespace CigHub.Tests.Support;

/// <summary>
/// Names the trait of a test that only the long run includes. A smaller sister of each such test stays in the plain run and sees the same kind
/// of fault.
/// </summary>
internal static class Runs
{
    public const string Trait = "Run";

    public const string Long = "long";
}
