using System.Text.Json.Nodes;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>
/// Makes valid schede, schede that break ANAC's rules and schede with damaged JSON, at random but always the same for one seed.
/// </summary>
internal static class SampleGeneratedSchede
{
    private static readonly string[] _sound =
    [
        SampleSchede.Completa.Scheda.Json(), SampleSchede.ConPnrr.Scheda.Json(), SampleSchede.Raggruppamento.Scheda.Json(),
        SampleSchede.ConAggiudicazioni(2).Scheda.Json(), SchemaAd4Tests.Sana, SchemaAd4Tests.Sana,
    ];

    /// <summary>Values that may stand in any place, among them nearly right ones.</summary>
    private static readonly string[] _values =
    [
        "null", "true", "false", "0", "-1", "7", "1e2", "100.01", "0.5", "\"\"", "\"x\"", "\"B03\"", "[]", "{}", "[null]", "[7]", "[\"x\"]",
        "{\"idTipologica\":\"ccnl\",\"codice\":\"B03\"}", "{\"codice\":\"14\"}", "{\"idTipologica\":\"ruoloOE\"}", "{\"idTipologica\":7,\"codice\":null}",
        "\"2026-11-24\"", "\"2026-11-24T10:30:00Z\"", "\"2026-11-24T10:30:00\"", "\"2026-02-30T10:30:00Z\"", "\"2026-11-24T10:30:00.5+01:00\"",
        "\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"", "\"f81d4fae\"", "\"SI\"", "\"NO\"", "\"SI_QUOTA_INFERIORE\"", "\"1234567\"", "\"12345678\"",
        $"\"{new string('y', 64)}\"", $"\"{new string('y', 65)}\"",
    ];

    /// <summary>Right values of the fields that ANAC's rules look at, by the end of the path.</summary>
    private static readonly (string Field, string[] Values)[] _ruled =
    [
        ("afferenteInvestimentiPNRR", ["true", "false"]),
        ("acquisizioneCup", ["true", "false"]),
        ("cupLotto", ["[]", "[\"F81B26000010006\"]"]),
        ("paritaDiGenereGenerazionale", [
            "{}", "{\"quota30PerCento\":\"SI_QUOTA_INFERIORE\",\"quotaInferioreOccupFemminile\":0,\"quotaInferioreOccupGiovanile\":0}"]),
        ("quota30PerCento", ["\"SI\"", "\"NO\"", "\"SI_QUOTA_INFERIORE\""]),
        ("quotaInferioreOccupFemminile", ["0", "29.99", "30", "0.0"]),
        ("quotaInferioreOccupGiovanile", ["0", "30", "100", "100.01", "-1"]),
        ("motivoDeroga", ["[]", "[{\"idTipologica\":\"motivoDeroga\",\"codice\":\"9\"}]"]),
        ("misurePremiali", ["[]"]),
        ("datiBaseAccessibilita", [
            "{}", "\"inc\"", "{\"accessibilita\":{\"idTipologica\":\"accessibilita\",\"codice\":\"inc\"}}",
            "{\"accessibilita\":{\"idTipologica\":\"accessibilita\",\"codice\":\"n-inc-just\"},\"giustificazione\":\"\"}",
            "{\"accessibilita\":{\"idTipologica\":\"accessibilita\",\"codice\":\"n-inc-just\"},\"giustificazione\":\" \"}"]),
        ("partecipanti", ["[]"]),
        ("aggiudicazioni", ["[]"]),
        ("ruoloOE", [
            "{\"idTipologica\":\"ruoloOE\",\"codice\":\"10\"}", "{\"idTipologica\":\"ruoloOE\",\"codice\":\"12\"}",
            "{\"idTipologica\":\"ruoloOE\",\"codice\":\"14\"}"]),
        ("importo", ["0", "-0.01", "1", "100.00"]),
        ("idPartecipante", ["\"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6\"", "\"00000000-0000-0000-0000-000000000000\""]),
    ];

    /// <summary>Returns as many schede as asked, as lines of JSON.</summary>
    public static IEnumerable<string> Take(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var scheda = JsonNode.Parse(_sound[random.Next(_sound.Length)])!.AsObject();
            for (var change = random.Next(4); change > 0; change--)
            {
                Rule(scheda, random);
            }

            for (var change = i % 2 == 0 ? 0 : random.Next(1, 4); change > 0; change--)
            {
                Damage(scheda, random);
            }

            yield return scheda.ToJsonString();
        }
    }

    private static void Rule(JsonObject scheda, Random random)
    {
        var (field, values) = _ruled[random.Next(_ruled.Length)];
        var places = Places(scheda).Where(p => p.Parent is JsonObject && p.Name == field).ToList();
        if (places.Count > 0)
        {
            var (parent, name) = places[random.Next(places.Count)];
            Put(parent, name, random.Next(values.Length + 1) is var n && n < values.Length ? values[n] : null, optional: field);
        }
    }

    private static void Put(JsonNode parent, string name, string? value, string optional)
    {
        // A missing member breaks the schema where it is mandatory, which is damage and not a rule.
        if (value is not null)
        {
            parent[name] = JsonNode.Parse(value);
        }
        else if (optional is "acquisizioneCup" or "cupLotto" or "paritaDiGenereGenerazionale" or "quota30PerCento" or "motivoDeroga" or "misurePremiali"
            or "datiBaseAccessibilita")
        {
            parent.AsObject().Remove(name);
        }
    }

    private static void Damage(JsonObject scheda, Random random)
    {
        var places = Places(scheda).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var (parent, name) = places[random.Next(places.Count)];
        switch (random.Next(5))
        {
            case 0 when parent is JsonObject members: members.Remove(name); break;
            case 1 when parent is JsonObject members: members["sconosciuto"] = JsonNode.Parse(_values[random.Next(_values.Length)]); break;
            case 2 when parent is JsonArray rows: rows.Add(JsonNode.Parse(_values[random.Next(_values.Length)])); break;
            case 3 when parent is JsonArray rows: rows.RemoveAt(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)); break;
            default: Replace(parent, name, JsonNode.Parse(_values[random.Next(_values.Length)])); break;
        }
    }

    private static void Replace(JsonNode parent, string name, JsonNode? value)
    {
        if (parent is JsonArray rows)
        {
            rows[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[name] = value;
        }
    }

    /// <summary>Returns every member and row of a document, each by the object or list that has it and its name or position.</summary>
    private static IEnumerable<(JsonNode Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Places(m.Value).Prepend((members, m.Key))),
        JsonArray rows => rows.SelectMany((row, i) => Places(row).Prepend((rows, i.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
        _ => [],
    };
}
