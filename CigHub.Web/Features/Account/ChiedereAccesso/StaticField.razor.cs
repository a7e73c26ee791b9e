using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.ChiedereAccesso;

/// <summary>
/// An input with label and error, for a form that is posted without a circuit. It draws the same HTML as <see cref="InputField"/>.
/// </summary>
public sealed partial class StaticField
{
    [Parameter, EditorRequired]
    public required string Nome { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string? Value { get; set; }

    /// <summary>The errors of the last submission. The field shows the first error whose field is <see cref="Nome"/>.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errors { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public bool IsLong { get; set; }

    /// <summary>The value of the input's HTML attribute <c>autocomplete</c>. Null means <c>off</c>.</summary>
    [Parameter]
    public string? Riempimento { get; set; }

    [Parameter]
    public IReadOnlyList<(string Codice, string Parola)>? Options { get; set; }

    private string Id => InputField.IdOf(Nome);

    private string NomeNelModulo => $"Modulo.{Nome}";

    private string Descriptions => Help is null ? $"{Id}-errore" : $"{Id}-errore {Id}-aiuto";

    private string? Message => Errors.FirstOrDefault(e => e.Field == Nome)?.Message;

    private string? Invalid => Message is null ? null : "true";
}
