using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>The kind of input that a field of a form has.</summary>
public enum InputFieldKind
{
    Testo,
    TestoLungo,
    Euro,
    Data,
    Numero,

    /// <summary>A box to tick. Its value is <see cref="InputField.Si"/> or empty.</summary>
    Spunta,
}

/// <summary>
/// One field of a form with a save button: its label, native input, help, and the error of the last save. When the user leaves the field,
/// an amount or a date that can be read takes its tidy form. Any other text stays as typed, with the reason beside it, and the command
/// refuses it.
/// </summary>
public sealed partial class InputField
{
    /// <summary>The value of a ticked box.</summary>
    public const string Si = "true";

    /// <summary>The reason why the typed text cannot be read; null when it can be read.</summary>
    private Error? _illeggibile;

    /// <summary>The errors of a save whose text has changed since. They are no longer shown.</summary>
    private IReadOnlyList<Error>? _superati;

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The errors of the last save. The field shows those whose field is <see cref="Nome"/>.</summary>
    [CascadingParameter]
    public IReadOnlyList<Error>? Errori { get; set; }

    /// <summary>The fields of the form, where this field enters itself; null in a form without <see cref="FormErrors"/>.</summary>
    [CascadingParameter]
    public FormFields? Fields { get; set; }

    /// <summary>The name of the field, as errors call it.</summary>
    [Parameter, EditorRequired]
    public required string Nome { get; set; }

    [Parameter, EditorRequired]
    public required string Etichetta { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    [Parameter]
    public InputFieldKind Tipo { get; set; }

    [Parameter]
    public bool Obbligatorio { get; set; }

    [Parameter]
    public string? Aiuto { get; set; }

    /// <summary>Says whether the text enters the registro eventi as it is written.</summary>
    [Parameter]
    public bool NelRegistro { get; set; }

    [Parameter]
    public bool SolaLettura { get; set; }

    /// <summary>The values to choose from, each with its word, for a short list.</summary>
    [Parameter]
    public IReadOnlyList<(string Codice, string Parola)>? Opzioni { get; set; }

    /// <summary>The ANAC list to choose from, searched by code and by words.</summary>
    [Parameter]
    public ListaCodici? Lista { get; set; }

    private string Id => IdDi(Nome);

    private string Descrizioni => $"{Id}-errore {Id}-aiuto";

    private string? Messaggio => _illeggibile?.Message ?? (ReferenceEquals(Errori, _superati) ? null : Errori?.FirstOrDefault(e => e.Field == Nome)?.Message);

    private bool SuPiuRighe => Tipo == InputFieldKind.TestoLungo;

    private string? Invalido => Messaggio is null ? null : "true";

    private string Tastiera => Tipo switch { InputFieldKind.Euro => "decimal", InputFieldKind.Numero => "numeric", _ => "text" };

    private string? Esempio => Tipo switch { InputFieldKind.Data => "gg/mm/aaaa", InputFieldKind.Euro => "0,00", _ => null };

    private Dictionary<string, object?> Attributi => new() { ["aria-describedby"] = Descrizioni, ["aria-invalid"] = Invalido };

    /// <summary>Returns the id of the input, for links and tests: <c>modulo-CodiceFiscale</c>.</summary>
    public static string IdDi(string nome) => "modulo-" + nome.Replace('[', '-').Replace("].", "-", StringComparison.Ordinal);

    public void Dispose() => Fields?.Hide(this);

    protected override void OnParametersSet() => Fields?.Show(this, new FormField(Nome, Etichetta, Id));

    private Task Cambia(string? testo) => ValueChanged.InvokeAsync(testo);

    /// <summary>Takes the typed text, in its tidy form when it can be read.</summary>
    private Task Leggi(string testo)
    {
        Result<string> letto = testo switch
        {
            _ when string.IsNullOrWhiteSpace(testo) => testo,
            _ when Lista?.Errore(testo, Clock.Oggi()) is { } errore => errore,
            _ when Tipo == InputFieldKind.Euro => Tidy(Importo.Leggi(testo), importo => importo.ToString()),
            _ when Tipo == InputFieldKind.Data => Tidy(WrittenDate.Leggi(testo, Clock.Oggi()), WrittenDate.Testo),
            _ => testo,
        };
        (_illeggibile, _superati) = (letto.IsSuccess ? null : letto.Errors[0], Errori);
        return Cambia(letto.IsSuccess ? letto.Value : testo);
    }

    private static Result<string> Tidy<T>(Result<T> letto, Func<T, string> testo) => letto.TryGet(out var valore) ? testo(valore) : letto.Errors[0];
}
