using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;

namespace CigHub.Web.Demo.Componenti;

/// <summary>Shows the parts of the kit that the user fills in or answers.</summary>
public sealed partial class CampioniDaCompilare
{
    private static readonly IReadOnlyList<(string Codice, string Parola)> _options = [("a", "La prima"), ("b", "La seconda")];

    private readonly IReadOnlyList<Error> _errors =
    [
        new("campione.vuoto", "Scrivi qualcosa.", "Obbligatorio"),
        new("campione.file", "Scegli un file PDF.", "File"),
        new("campione.generale", "Un errore che non è di un campo."),
    ];

    private readonly List<SampleRow> _rows = [new(), new()];
    private string? _text = "";
    private string? _euro = "1.234,50";
    private string? _day = "23/11/2026";
    private string? _number = "3";
    private string? _tick = InputField.Yes;
    private string? _choice;
    private string? _code;
    private DateOnly? _date;
    private int _answers;

    /// <summary>One row of the sample form.</summary>
    private sealed class SampleRow
    {
        public string? Text { get; set; }
    }

    /// <summary>A form with one field, to compare with another.</summary>
    private sealed record SampleForm(string Comune) : IForm
    {
        public IReadOnlyList<FormValue> Values() => [new(nameof(Comune), "Comune", Comune)];
    }
}
