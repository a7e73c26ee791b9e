using CigHub.Domain.Common;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>One row of a sheet of Enti or of people, with the texts of its cells by the name of the form's field that they fill.</summary>
public sealed record RigaAnagrafe
{
    /// <summary>The Guid v7 of the Ente, or of the person, that the row may add.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The Guid v7 of the role that a row of a person may add.</summary>
    public Guid RuoloId { get; init; } = Guid.CreateVersion7();

    /// <summary>The number of the row in the sheet.</summary>
    public int Riga { get; init; }

    public Dictionary<string, string> Testi { get; init; } = [];

    /// <summary>
    /// The errors of the cells of the sheet that have no value to read, by field. An error is removed when the user has corrected the
    /// field.
    /// </summary>
    public Dictionary<string, Error> Guaste { get; init; } = [];

    /// <summary>Gets the text of a field. It is empty when the sheet has no such cell.</summary>
    public string this[string campo] => Testi.GetValueOrDefault(campo, "");

    /// <summary>Replaces the text of a field by what the user typed, and forgets that the sheet's cell was damaged.</summary>
    public void Correggi(string campo, string? testo)
    {
        Testi[campo] = testo ?? "";
        Guaste.Remove(campo);
    }

    /// <summary>
    /// Returns the errors of a row with those of its damaged cells. They replace what the checks say of the same fields, because the text
    /// of such a cell is not a value.
    /// </summary>
    internal IReadOnlyList<Error> ConGuaste(IReadOnlyList<Error> errori) =>
        [.. Guaste.Select(g => g.Value with { Field = g.Key }), .. errori.Where(e => !Guaste.ContainsKey(e.Field ?? ""))];
}
