using System.Text.Json;
using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>Any object of ANAC's AD4 model: what is understood is in the members, all the rest is kept in <see cref="Altro"/>.</summary>
/// <remarks>
/// A member is null when the property is absent <em>or</em> when it came as something that the member cannot hold.
/// In the second case <see cref="Altro"/> has it, under its own name and as it came: an unknown property, an explicit
/// <c>null</c>, a value of the wrong type (three of ANAC's objects have no declared type), a number with more digits than a decimal holds. So absent, null and empty stay
/// apart, and what was read is written back. Equality is by member, but lists compare by reference: compare
/// <see cref="SchedaAd4.Json"/> instead. Source: ANAC, modello dati della scheda AD4.
/// </remarks>
public abstract record ParteAd4
{
    /// <summary>What no member holds, by property name, as it came. Null when there is nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Altro { get; init; }
}

/// <summary>A value of one of ANAC's code lists, for example <c>{"idTipologica":"ruoloOE","codice":"14"}</c>.</summary>
/// <remarks>Equality: by both members. Whether the code exists, and on which day, is asked of the list, not of this record.</remarks>
[AnacOpen]
public sealed record CodiceTipologica : ParteAd4
{
    public CodiceTipologica() { }

    public CodiceTipologica(string idTipologica, string codice)
    {
        IdTipologica = idTipologica;
        Codice = codice;
    }

    /// <summary>The name of the list.</summary>
    public string? IdTipologica { get; init; }

    /// <summary>The code within the list.</summary>
    public string? Codice { get; init; }
}

/// <summary>The German and English twins of an Italian text (ANAC's <c>MultilinguaType</c>): kept, never asked for.</summary>
public sealed record MultilinguaAd4 : ParteAd4
{
    public string? De { get; init; }

    public string? En { get; init; }
}
