using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>A list inside a form: rows that can be added and taken away, each a group with a name.</summary>
public sealed partial class RigheModulo<T>
    where T : class, new()
{
    [Parameter, EditorRequired]
    public required string Titolo { get; set; }

    /// <summary>Tells this list's heading from the others' of the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>The form's own list.</summary>
    [Parameter, EditorRequired]
    public required List<T> Righe { get; set; }

    /// <summary>The list's name in the form: errors of a row are called <c>Elenco[0].Campo</c>.</summary>
    [Parameter, EditorRequired]
    public required string Elenco { get; set; }

    /// <summary>What one row is called.</summary>
    [Parameter, EditorRequired]
    public required string Nome { get; set; }

    /// <summary>The words of the button.</summary>
    [Parameter, EditorRequired]
    public required string Aggiungi { get; set; }

    [Parameter]
    public string? Nota { get; set; }

    /// <summary>Rows that must stay.</summary>
    [Parameter]
    public int Minimo { get; set; }

    /// <summary>The fields of a row.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<RigaDelModulo<T>> Riga { get; set; }
}

/// <summary>A row as its fields are drawn.</summary>
public sealed record RigaDelModulo<T>(T Valore, string Elenco, int Posto)
{
    /// <summary>The name of one of its fields, as errors call it.</summary>
    public string Campo(string nome) => $"{Elenco}[{Posto}].{nome}";
}
