using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Web.Features.RegistroEventi.Parole;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Dettaglio;

/// <summary>The page of one event: who, when, what, the values before and after, and the exact text whose hash proves it.</summary>
public sealed partial class PaginaEvento
{
    [Parameter]
    public long Seq { get; set; }

    private EventoDetails? Details { get; set; }

    private IReadOnlyList<Cambiamento> Cambiamenti { get; set; } = [];

    private IReadOnlyList<TestoDellAtto> Testi { get; set; } = [];

    /// <summary>Returns the person who acted, with the role and Ente of that moment.</summary>
    private static string Who(EventoDetails details, Evento evento) =>
        EventoWords.Ruolo(evento) is { } ruolo
            ? $"{details.Chi} ({string.Join(", ", new[] { ruolo, EventoWords.EnteDiChiAgisce(evento) }.OfType<string>())})"
            : details.Chi;

    protected override async Task LoadAsync()
    {
        Details = await Read<DettaglioEvento, EventoDetails>(q => q.Run(Seq));
        Cambiamenti = Details?.Evento is { } evento
            ? [.. Cambiamento.Of(evento.Prima, evento.Dopo, Details.Persone).Select(c => c with { Prima = WithNames(c.Prima), Dopo = WithNames(c.Dopo) })]
            : [];
        Testi = [.. MotiviEDichiarazioni.Of(Details?.Evento?.Dati).Select(t => t with { Testo = WithNames(t.Testo)! })];
    }

    private string? WithNames(string? testo) => testo is null ? null : UseCases.HiddenPeople.WithNames(testo, Details!.PersoneFisiche);
}

/// <summary>One value before and after an act, both in words. Null on the side on which there is none.</summary>
public sealed record Cambiamento(string Oggetto, string Dato, string? Prima, string? Dopo)
{
    /// <summary>
    /// Returns the changed values of an event in words, each before and after. It leaves out ids and hashes, values that are missing on
    /// both sides, and values that are equal.
    /// </summary>
    public static IReadOnlyList<Cambiamento> Of(JsonObject? prima, JsonObject? dopo, IReadOnlyDictionary<Guid, string> persone)
    {
        var chiavi = Chiavi(prima, dopo).ToList();
        return
        [
            .. from chiave in chiavi
               let tipo = chiave.Split('/')[0]
               let oggetto = NameOf(tipo, chiave, chiavi, dopo?[chiave] ?? prima?[chiave])
               let p = Piano(prima?[chiave])
               let d = Piano(dopo?[chiave])
               from dato in p.Keys.Union(d.Keys).Order(StringComparer.Ordinal)
               let etichetta = DataWords.Etichetta(tipo, dato)
               let vecchio = DataWords.Value(tipo, dato, p.GetValueOrDefault(dato), persone)
               let nuovo = DataWords.Value(tipo, dato, d.GetValueOrDefault(dato), persone)
               where etichetta is not null && (vecchio ?? nuovo) is not null && !JsonNode.DeepEquals(p.GetValueOrDefault(dato), d.GetValueOrDefault(dato))
                   && !Guid.TryParse(nuovo ?? vecchio, out _)
               select new Cambiamento(oggetto, etichetta, vecchio, nuovo),
        ];
    }

    /// <summary>
    /// Returns the name of the kind of object. When the act changed several objects of the kind, a distinguishing mark is added.
    /// </summary>
    private static string NameOf(string tipo, string chiave, IReadOnlyList<string> chiavi, JsonNode? valori)
    {
        var nome = DataWords.Oggetto(tipo);
        var uguali = chiavi.Where(c => c.StartsWith(tipo + "/", StringComparison.Ordinal)).ToList();
        return uguali.Count < 2 ? nome : $"{nome} {Segno(tipo, valori) ?? $"({uguali.IndexOf(chiave) + 1})"}";
    }

    private static string? Segno(string tipo, JsonNode? valori) => tipo switch
    {
        "Affidamento" when TolerantReader.Intero(valori, "Anno") is { } anno && TolerantReader.Intero(valori, "Progressivo") is { } n =>
            new NumeroAffidamento((int)anno, (int)n).ToString(),
        "Lotto" => TolerantReader.Text(valori, "CigPadre"),
        "Convenzione" => TolerantReader.Text(valori, "Titolo") is { } titolo ? $"«{titolo}»" : null,
        "Ente" => TolerantReader.Text(valori, "Denominazione"),
        _ => null,
    };

    private static IEnumerable<string> Chiavi(JsonObject? a, JsonObject? b) =>
        (a ?? []).Select(x => x.Key).Union((b ?? []).Select(x => x.Key)).Order(StringComparer.Ordinal);

    /// <summary>
    /// Returns the values of an object by their name. The values of a record inside it get the name <c>Record.Member</c>.
    /// </summary>
    private static Dictionary<string, JsonNode?> Piano(JsonNode? oggetto) => (oggetto as JsonObject ?? [])
        .SelectMany(x => x.Value is JsonObject interno ? interno.Select(i => KeyValuePair.Create($"{x.Key}.{i.Key}", i.Value)) : [x])
        .ToDictionary();
}
