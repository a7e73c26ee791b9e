using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.ChiedereAccesso;

/// <summary>Static counterpart of <see cref="InputField"/>: the same markup, for a form that is posted without a circuit.</summary>
public sealed partial class StaticField
{
    [Parameter, EditorRequired]
    public required string Nome { get; set; }

    [Parameter, EditorRequired]
    public required string Etichetta { get; set; }

    [Parameter, EditorRequired]
    public required string? Valore { get; set; }

    /// <summary>The errors of the last submission. The field shows the first error whose field is <see cref="Nome"/>.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errori { get; set; }

    [Parameter]
    public bool Obbligatorio { get; set; }

    [Parameter]
    public string? Aiuto { get; set; }

    [Parameter]
    public bool Lungo { get; set; }

    /// <summary>The value of the input's <c>autocomplete</c> attribute. Null means <c>off</c>.</summary>
    [Parameter]
    public string? Riempimento { get; set; }

    [Parameter]
    public IReadOnlyList<(string Codice, string Parola)>? Opzioni { get; set; }

    private string Id => InputField.IdDi(Nome);

    private string NomeNelModulo => $"Modulo.{Nome}";

    private string Descrizioni => Aiuto is null ? $"{Id}-errore" : $"{Id}-errore {Id}-aiuto";

    private string? Messaggio => Errori.FirstOrDefault(e => e.Field == Nome)?.Message;

    private string? Invalido => Messaggio is null ? null : "true";
}
