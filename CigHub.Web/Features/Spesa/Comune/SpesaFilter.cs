using System.Globalization;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>
/// The choice of amounts that a page of the spending shows, as its address contains it: a day and the way to read it, and the Convenzione,
/// Lotto, Ente, supplier, month and term of the equation.
/// </summary>
/// <remarks>Equality: by all members. The default shows everything that is known today.</remarks>
public sealed record SpesaFilter
{
    public const string ParametroAl = "al", ParametroCome = "come", ParametroTardivi = "tardivi", ComeQuelGiorno = "quel-giorno";

    private const int FirstYear = 1990, LastYear = 2199;

    /// <summary>The last day that counts, inclusive. Null counts everything.</summary>
    public DateOnly? Al { get; init; }

    public SpesaClock Orologio { get; init; } = SpesaClock.Adesione;

    public Guid? ConvenzioneId { get; init; }

    public Guid? LottoId { get; init; }

    /// <summary>The Ente. The empty id stands for Enti outside CigHub.</summary>
    public Guid? EnteId { get; init; }

    /// <summary>The key of the party to which the Lotto was awarded (<see cref="ParteAggiudicataria.Chiave"/>), or <see cref="Fornitori.Nessuno"/>.</summary>
    public string? Fornitore { get; init; }

    /// <summary>The month as a number, for example 202611.</summary>
    public int? Mese { get; init; }

    public int? Anno { get; init; }

    public ComponenteCapienza? Voce { get; init; }

    /// <summary>Says whether only rows count that were recorded after the day up to which the page counts.</summary>
    public bool Tardivi { get; init; }

    /// <summary>Reads the choice from an address. A value that cannot be read counts as absent.</summary>
    public static SpesaFilter Read(string address)
    {
        var value = ListAddress.Read(address);
        var al = ListAddress.Day(value(ParametroAl));
        return new SpesaFilter
        {
            Al = al is { Year: >= FirstYear and <= LastYear } ? al : null,
            Orologio = al is not null && value(ParametroCome) == ComeQuelGiorno ? SpesaClock.Registrazione : SpesaClock.Adesione,
            ConvenzioneId = Id(value("convenzione")),
            LottoId = Id(value("lotto")),
            EnteId = Id(value("ente")),
            Fornitore = value("fornitore"),
            Mese = Number(value("mese"), FirstYear * 100, LastYear * 100) is { } mese && mese % 100 is >= 1 and <= 12 ? mese : null,
            Anno = Number(value("anno"), FirstYear, LastYear),
            Voce = Enum.TryParse<ComponenteCapienza>(value("voce"), ignoreCase: true, out var voce) && Enum.IsDefined(voce) ? voce : null,
            Tardivi = al is not null && value(ParametroTardivi) == ListAddress.On,
        };
    }

    /// <summary>Returns the address of a page with this choice.</summary>
    public string Address(string path) => ListAddress.Write(path, new Dictionary<string, string?>
    {
        ["convenzione"] = ConvenzioneId?.ToString(),
        ["lotto"] = LottoId?.ToString(),
        ["ente"] = EnteId?.ToString(),
        ["fornitore"] = Fornitore,
        ["mese"] = Mese?.ToString(CultureInfo.InvariantCulture),
        ["anno"] = Anno?.ToString(CultureInfo.InvariantCulture),
        ["voce"] = Voce?.ToString(),
        [ParametroAl] = ListAddress.Text(Al),
        [ParametroCome] = Come(Al, Orologio),
        [ParametroTardivi] = Tardivi ? ListAddress.On : null,
    });

    /// <summary>Returns an address with another day. Its other parameters stay, but the number of the page and what depends on the day.</summary>
    public static string OnDay(string address, DateOnly? al, SpesaClock orologio) => new (string Name, string? Value)[]
    {
        (ParametroAl, ListAddress.Text(al)),
        (ParametroCome, Come(al, orologio)),
        (ParametroTardivi, null),
        (AppRoutes.ParametroPagina, null),
    }.Aggregate(address, (present, v) => ListAddress.With(present, v.Name, v.Value));

    /// <summary>Returns the address of the rows that make up one amount of this choice.</summary>
    public string Rows(ComponenteCapienza voce) => (this with { Voce = voce }).Address(AppRoutes.SpesaMovimenti);

    /// <summary>Returns this choice without anything but its day.</summary>
    public SpesaFilter OnlyDay() => new() { Al = Al, Orologio = Orologio };

    private static string? Come(DateOnly? al, SpesaClock orologio) =>
        al is not null && orologio == SpesaClock.Registrazione ? ComeQuelGiorno : null;

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static int? Number(string? text, int from, int to) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number : null;
}
