using System.Text.Json;
using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The base of every record that mirrors an object of ANAC's AD4 model. The members hold the known values, and <see cref="Altro"/> keeps
/// all the rest.
/// </summary>
/// <remarks>
/// A member is null when the property is absent <em>or</em> when the member cannot hold its value. In the second case <see cref="Altro"/>
/// has the value under its own name, as it came: an unknown property, an explicit <c>null</c>, a value of the wrong type (three of ANAC's
/// objects have no declared type), a number with more digits than a decimal holds. So absent, null and empty stay distinct, and everything
/// that was read is written back. Equality is by member, but lists compare by reference: compare <see cref="SchedaAd4.Json"/> instead.
/// Source: ANAC, modello dati della scheda AD4.
/// </remarks>
public abstract record ParteAd4
{
    /// <summary>The JSON values that no member can hold, by property name, as they were read. Null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Altro { get; init; }
}

/// <summary>A value of one of ANAC's code lists, for example <c>{"idTipologica":"ruoloOE","codice":"14"}</c>.</summary>
/// <remarks>Equality: by all members. The list, not this record, says whether the code exists and on which days.</remarks>
[AnacOpen]
public sealed record CodiceTipologica : ParteAd4
{
    public CodiceTipologica() { }

    public CodiceTipologica(string idTipologica, string codice)
    {
        IdTipologica = idTipologica;
        Codice = codice;
    }

    /// <summary>The name of ANAC's list (its <c>idTipologica</c>).</summary>
    [AnacRequired]
    public string? IdTipologica { get; init; }

    /// <summary>The code, one of those in ANAC's list <see cref="IdTipologica"/>.</summary>
    [AnacRequired]
    public string? Codice { get; init; }
}

/// <summary>
/// The German and English translations of an Italian text (ANAC's <c>MultilinguaType</c>). They are kept, and the editor never asks for
/// them.
/// </summary>
public sealed record MultilinguaAd4 : ParteAd4
{
    public string? De { get; init; }

    public string? En { get; init; }
}
