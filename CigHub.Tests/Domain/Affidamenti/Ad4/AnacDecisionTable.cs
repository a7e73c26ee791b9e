using System.Text.Json;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>
/// ANAC's decision table of the AD4, row by row on the JSON itself. It shares nothing with <c>RegoleAnac</c>, so that each can show a
/// mistake of the other. Source: ANAC, <c>regole/AD4.dmn</c> of 30/06/2026.
/// </summary>
internal static class AnacDecisionTable
{
    /// <summary>Returns the codes of the rules that a scheda breaks, distinct and in ordinal order. The schema must accept the scheda.</summary>
    public static IReadOnlyList<string> Broken(JsonElement scheda)
    {
        var awards = Rows(At(scheda, "anacForm", "aggiudicazioni"));
        return awards.Count == 0 ? ["REG112"] : [.. awards.SelectMany(Broken).Distinct().Order(StringComparer.Ordinal)];

        static IEnumerable<string> Broken(JsonElement award) => Table.Where(r => r.IsBroken(award)).Select(r => r.Code);
    }

    private static readonly (string Code, Func<JsonElement, bool> IsBroken)[] Table =
    [
        ("REG18", a => Pnrr(a) && !Yes(At(a, "acquisizioneCup"))),
        ("REG19", a => Yes(At(a, "acquisizioneCup")) && Rows(At(a, "cupLotto")).Count == 0),
        ("REG21", a => Pnrr(a) && At(a, "paritaDiGenereGenerazionale") is null),
        ("REG22", a => Pnrr(a) && At(a, "paritaDiGenereGenerazionale") is not null && Parity(a, "quota30PerCento") is null),
        ("REG23", a => Quota(a) == "SI_QUOTA_INFERIORE" && Number(Parity(a, "quotaInferioreOccupFemminile")) == 0
            && Number(Parity(a, "quotaInferioreOccupGiovanile")) == 0),
        ("REG24", a => Number(Parity(a, "quotaInferioreOccupFemminile")) >= 30 && Number(Parity(a, "quotaInferioreOccupGiovanile")) >= 30),
        ("REG27", a => Quota(a) is "SI_QUOTA_INFERIORE" or "NO" && Parity(a, "motivoDeroga") is null),
        ("REG28", a => Pnrr(a) && At(a, "paritaDiGenereGenerazionale") is not null && Parity(a, "misurePremiali") is null),
        ("REG32", a => Pnrr(a) && Access(a) != "inc"),
        ("REG33", a => Access(a) == "n-inc-just" && string.IsNullOrEmpty(Text(At(a, "datiBaseAccessibilita", "giustificazione")))),
        ("REG52", a => Suppliers(a).Any(p => !Mandante(p) && Number(At(p, "importo")) <= 0)),
        ("REG53", a => Suppliers(a).Any(p => Mandante(p) && Number(At(p, "importo")) > 0)),
        ("REG78", a => Suppliers(a).Count == 0),
        ("REG100", a => Suppliers(a).Select(p => Text(At(p, "idPartecipante"))).Distinct().Count() > 1),
    ];

    private static bool Pnrr(JsonElement award) => Yes(At(award, "afferenteInvestimentiPNRR"));

    private static JsonElement? Parity(JsonElement award, string name) => At(award, "paritaDiGenereGenerazionale", name);

    private static string? Quota(JsonElement award) => Text(Parity(award, "quota30PerCento"));

    private static string? Access(JsonElement award) => Text(At(award, "datiBaseAccessibilita", "accessibilita", "codice"));

    private static IReadOnlyList<JsonElement> Suppliers(JsonElement award) => Rows(At(award, "partecipanti"));

    private static bool Mandante(JsonElement supplier) => Text(At(supplier, "ruoloOE", "codice")) is "10" or "12";

    private static JsonElement? At(JsonElement value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value;
    }

    private static bool Yes(JsonElement? value) => value?.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static decimal? Number(JsonElement? value) => value is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static IReadOnlyList<JsonElement> Rows(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } rows ? [.. rows.EnumerateArray()] : [];
}
