using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>What a field of a form takes.</summary>
public enum TipoInput
{
    Testo,
    TestoLungo,
    Euro,
    Data,
    Numero,

    /// <summary>A box to tick: the value is <see cref="CampoModulo.Si"/> or empty.</summary>
    Spunta,
}

/// <summary>
/// One field of a form with a save button: label, native input, help, and what the last save said of it. The value is what was typed: it is
/// read (and refused, with the reason) by the command, so nothing that a person wrote is ever thrown away.
/// </summary>
public sealed partial class CampoModulo
{
    /// <summary>The value of a box that is ticked.</summary>
    public const string Si = "true";

    private const int MaxTrovati = 30;

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>What the last save refused; those whose field is <see cref="Nome"/> are shown here.</summary>
    [CascadingParameter]
    public IReadOnlyList<Error>? Errori { get; set; }

    /// <summary>The field's name, as the errors call it.</summary>
    [Parameter, EditorRequired]
    public required string Nome { get; set; }

    [Parameter, EditorRequired]
    public required string Etichetta { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    [Parameter]
    public TipoInput Tipo { get; set; }

    [Parameter]
    public bool Obbligatorio { get; set; }

    [Parameter]
    public string? Aiuto { get; set; }

    [Parameter]
    public bool SolaLettura { get; set; }

    /// <summary>Few values to choose from, each with its word.</summary>
    [Parameter]
    public IReadOnlyList<(string Codice, string Parola)>? Opzioni { get; set; }

    /// <summary>A list of ANAC's, searched by code and by words.</summary>
    [Parameter]
    public ListaCodici? Lista { get; set; }

    private string Id => IdDi(Nome);

    private string Descrizioni => $"{Id}-errore {Id}-aiuto";

    private string? Messaggio => Errori?.FirstOrDefault(e => e.Field == Nome)?.Message;

    private string? Invalido => Messaggio is null ? null : "true";

    private string Tastiera => Tipo switch { TipoInput.Euro => "decimal", TipoInput.Numero => "numeric", _ => "text" };

    private string? Esempio => Tipo switch { TipoInput.Data => "gg/mm/aaaa", TipoInput.Euro => "0,00", _ => null };

    private Dictionary<string, object?> Attributi => new() { ["aria-describedby"] = Descrizioni, ["aria-invalid"] = Invalido ?? "false" };

    /// <summary>The element's id, for links and tests: <c>modulo-CodiceFiscale</c>.</summary>
    public static string IdDi(string nome) => "modulo-" + nome.Replace('[', '-').Replace("].", "-", StringComparison.Ordinal);

    private Task Cambia(string? testo) => ValueChanged.InvokeAsync(testo);

    private Task<IEnumerable<string>> Cerca(string? testo, CancellationToken ct) =>
        Task.FromResult(Lista!.Cerca(testo == Parola(Value) ? "" : testo ?? "", Clock.Oggi(), MaxTrovati).Select(v => v.Codice));

    private string Parola(string? codice) => codice is { Length: > 0 } && Lista?.Trova(codice) is { } voce ? $"{voce.Codice} – {voce.Etichetta}" : codice ?? "";
}
