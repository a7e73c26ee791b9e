using CigHub.Web.Common;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The settings of the palestra, the training copy of the portal.</summary>
public sealed class PalestraSettings : ISettings
{
    public static string Section => "Palestra";

    public bool Attiva { get; init; }
}
