using System.Globalization;
using CsCheck;

namespace CigHub.Tests.Domain.Codici;

/// <summary>
/// Generates valid CIG of every form with the formula that ANAC publishes. The arithmetic shares no code with the domain that it tests.
/// </summary>
public static class SampleCig
{
    // Published in ANAC's open data.
    public static readonly string[] Veri = ["9914876E7F", "99504879A1", "9676289649", "8863912B92", "66715300B9", "B61107E182", "Z802049F9D"];

    public static Gen<string> SimogV1 { get; } = Gen.Int[1, 9_999_999]
        .Select(n => n.ToString("D7", CultureInfo.InvariantCulture) + (n * 211L % 4091).ToString("X3", CultureInfo.InvariantCulture));

    public static Gen<string> SimogV2OPcp { get; } = Gen.Select(Gen.Char['A', 'U'], Gen.Int[0, 0xFFFFFF]).Select(ConLettera);

    public static Gen<string> SmartCig { get; } = Gen.Select(Gen.Char['X', 'Z'], Gen.Int[1, 0xFFFFFFF])
        .Select((a, c) => a + (c * 211L % 251).ToString("X2", CultureInfo.InvariantCulture) + c.ToString("X7", CultureInfo.InvariantCulture));

    /// <summary>Generates valid CIG that begin with the given letter. The letter must be one from A to U inclusive.</summary>
    public static Gen<string> CheComincia(char lettera) => Gen.Int[0, 0xFFFFFF].Select(n => ConLettera(lettera, n));

    public static Gen<string> DiOgniForma { get; } = Gen.OneOf(SimogV1, SimogV2OPcp, SmartCig);

    private static string ConLettera(char lettera, int n) =>
        lettera + n.ToString("X6", CultureInfo.InvariantCulture) + ((n + (lettera - 'A') + 1) * 211L % 4091).ToString("X3", CultureInfo.InvariantCulture);
}
