using CigHub.Web.Common;

namespace CigHub.Web.Demo.Palestra;

/// <summary>Whether the training copy of the portal is switched on.</summary>
public sealed class PalestraSettings : ISettings
{
    public static string Section => "Palestra";

    public bool Attiva { get; init; }
}
