using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>The kind of input by which the user fills a field.</summary>
public enum InputFieldKind
{
    Text,
    LongText,
    Euro,
    Date,
    Number,

    /// <summary>A box to tick. Its value is <see cref="InputField.Yes"/> or empty.</summary>
    Tick,
}

/// <summary>
/// One field of a form with a save button: label, native input, help, and the error of the last save. When the user leaves the field, a
/// readable amount or date is rewritten in its usual form. Any other text stays as typed, with the reason beside it, and the save refuses
/// it.
/// </summary>
public sealed partial class InputField
{
    /// <summary>The value that a ticked box has.</summary>
    public const string Yes = "true";

    /// <summary>The error that says why the typed text cannot be read, or null when it can be read.</summary>
    private Error? _unreadable;

    /// <summary>The errors of an earlier save, no longer shown because the field's text has changed since.</summary>
    private IReadOnlyList<Error>? _superseded;

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The errors of the last save. The field shows those with the field name <see cref="Name"/>.</summary>
    [CascadingParameter]
    public IReadOnlyList<Error>? Errors { get; set; }

    /// <summary>
    /// The list of the form's fields, in which this field registers itself. Null in a form without <see cref="FormErrors"/>.
    /// </summary>
    [CascadingParameter]
    public FormFields? Fields { get; set; }

    /// <summary>The name of the field, as the errors give it.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    [Parameter]
    public InputFieldKind Kind { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public string? Help { get; set; }

    /// <summary>Says whether the registro eventi will keep the text word for word. The field then warns the user.</summary>
    [Parameter]
    public bool InRegistro { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The codes to choose from, each with its word on screen, when the choice is short. Null for other kinds of field.</summary>
    [Parameter]
    public IReadOnlyList<(string Codice, string Parola)>? Options { get; set; }

    /// <summary>The ANAC list to choose a code from, searched by code and by words. Null for other kinds of field.</summary>
    [Parameter]
    public ListaCodici? List { get; set; }

    private string Id => IdOf(Name);

    private string Descriptions => $"{Id}-errore {Id}-aiuto";

    private string? Message => _unreadable?.Message ?? (ReferenceEquals(Errors, _superseded) ? null : Errors?.FirstOrDefault(e => e.Field == Name)?.Message);

    private bool IsMultiline => Kind == InputFieldKind.LongText;

    private string? Invalid => Message is null ? null : "true";

    private string Keyboard => Kind switch { InputFieldKind.Euro => "decimal", InputFieldKind.Number => "numeric", _ => "text" };

    private string? Example => Kind switch { InputFieldKind.Date => "gg/mm/aaaa", InputFieldKind.Euro => "0,00", _ => null };

    private Dictionary<string, object?> Attributes => new() { ["aria-describedby"] = Descriptions, ["aria-invalid"] = Invalid };

    /// <summary>Returns the HTML id of a field's input by the field's name, for links and tests: <c>modulo-CodiceFiscale</c>.</summary>
    public static string IdOf(string nome) => "modulo-" + nome.Replace('[', '-').Replace("].", "-", StringComparison.Ordinal);

    public void Dispose() => Fields?.Hide(this);

    protected override void OnParametersSet() => Fields?.Show(this, new FormField(Name, Label, Id));

    private Task Change(string? testo) => ValueChanged.InvokeAsync(testo);

    /// <summary>Takes the text that the user typed. A readable amount or date is rewritten in its usual form.</summary>
    private Task Read(string testo)
    {
        Result<string> letto = testo switch
        {
            _ when string.IsNullOrWhiteSpace(testo) => testo,
            _ when List?.Errore(testo, Clock.Today()) is { } errore => errore,
            _ when Kind == InputFieldKind.Euro => Tidy(Importo.Leggi(testo), importo => importo.ToString()),
            _ when Kind == InputFieldKind.Date => Tidy(WrittenDate.Leggi(testo, Clock.Today()), WrittenDate.Testo),
            _ => testo,
        };
        (_unreadable, _superseded) = (letto.IsSuccess ? null : letto.Errors[0], Errors);
        return Change(letto.IsSuccess ? letto.Value : testo);
    }

    private static Result<string> Tidy<T>(Result<T> letto, Func<T, string> testo) => letto.TryGet(out var valore) ? testo(valore) : letto.Errors[0];
}
