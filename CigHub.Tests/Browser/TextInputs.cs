using System.Text.Json;
using Microsoft.Playwright;

namespace CigHub.Tests.Browser;

/// <summary>The kind of text that an input takes, as far as its markup shows it.</summary>
public enum InputKind
{
    Text,
    Lines,
    Euro,
    Percentage,
    Number,

    /// <summary>A date that is written as text.</summary>
    Date,

    /// <summary>A date input of the browser (<c>type="date"</c>).</summary>
    Day,

    Search,

    /// <summary>A text input that searches a list of codes.</summary>
    List,
}

/// <summary>A text input on a page that a user may write into, with its current value.</summary>
/// <param name="Index">The place on the page. The element carries it as <c>data-typing</c>.</param>
/// <param name="Name">The id of the input, or its label and place.</param>
/// <param name="MaxLength">The longest text in characters; -1 when there is no limit.</param>
/// <param name="Saved">True when the input saves itself.</param>
internal sealed record TextInput(int Index, string Name, InputKind Kind, int MaxLength, bool Saved, string Value)
{
    public ILocator On(IPage page) => page.Locator($"[data-typing='{Index}']");
}

/// <summary>Finds the text inputs of a page and gives sample texts for each kind.</summary>
internal static class TextInputs
{
    /// <summary>
    /// The length of the longest sample, in characters. It is long enough that answers of the server arrive while it is typed, and short
    /// enough to be quick.
    /// </summary>
    private const int MaxTyped = 40;

    private const string Script =
        """
        () => {
            const other = ['checkbox', 'radio', 'file', 'hidden', 'submit', 'button', 'image', 'reset', 'range', 'color'];
            const kind = e => e.type === 'date' ? 'Day' : e.getAttribute('role') === 'combobox' ? 'List' : e.classList.contains('euro') ? 'Euro'
                : e.placeholder === 'gg/mm/aaaa' ? 'Date' : e.inputMode === 'decimal' ? 'Percentage' : e.inputMode === 'numeric' ? 'Number'
                : e.type === 'search' ? 'Search' : e.tagName === 'TEXTAREA' ? 'Lines' : 'Text';
            return [...document.querySelectorAll('input, textarea')]
                .filter(e => !other.includes(e.type) && !e.readOnly && !e.disabled && !e.closest('dialog:not([open])'))
                .map((e, i) => {
                    e.dataset.typing = i;
                    const label = e.id || (e.labels?.[0]?.firstChild?.textContent ?? e.ariaLabel ?? '').trim() + ' #' + i;
                    return { index: i, name: label, kind: kind(e), maxLength: e.maxLength, saved: 'campo' in e.dataset, value: e.value };
                });
        }
        """;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() }
    };

    /// <summary>
    /// Opens all folded parts of the page and returns its text inputs in the order of the page. «Altri filtri» has its inputs only after the
    /// server has heard that it is open.
    /// </summary>
    public static async Task<IReadOnlyList<TextInput>> Find(IPage page)
    {
        await page.EvaluateAsync("() => document.querySelectorAll('details:not([open])').forEach(d => d.open = true)");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.altri-filtri')].every(d => d.querySelector('.altri-filtri-campi'))");
        return (await page.EvaluateAsync<JsonElement>(Script)).Deserialize<List<TextInput>>(_json)!;
    }

    /// <summary>Returns a sample text of the input's kind, no longer than the input's maximum length.</summary>
    public static string Sample(TextInput input)
    {
        var text = input.Kind switch
        {
            InputKind.Lines => "Prima riga, 45 € più IVA.\nSeconda: «così».",
            InputKind.Euro => "12500,50",
            InputKind.Percentage => "12,5",
            InputKind.Number => "1234567",
            InputKind.Date => "23/11/2026",
            // Day and month are equal, because browsers ask for them in different orders.
            InputKind.Day => "11112026",
            InputKind.Search => "carta è in 24 risme",
            InputKind.List => "nessuna voce così 12",
            _ => "La città, l'ente: n. 12, «più» 3 € (A-B).",
        };
        var max = input.MaxLength >= 0 ? Math.Min(input.MaxLength, MaxTyped) : MaxTyped;
        return text.Length > max ? text[..max] : text;
    }

    /// <summary>
    /// Returns the text that the input must show after the user has left it, once the sample is complete and the page has formatted it.
    /// </summary>
    public static string Tidy(TextInput input) => input.Kind switch
    {
        InputKind.Euro => "12.500,50",
        InputKind.Day => "2026-11-11",
        _ => Sample(input),
    };

    /// <summary>
    /// Returns the sample as a text to paste instead of typing. A date input of the browser takes it in the format of HTML.
    /// </summary>
    public static string Pasted(TextInput input) => input.Kind == InputKind.Day ? Tidy(input) : Sample(input);

    /// <summary>
    /// Returns the number of characters of the expected text that the shown text lacks. The characters are compared in order.
    /// </summary>
    public static int Lost(string expected, string shown)
    {
        var common = new int[expected.Length + 1, shown.Length + 1];
        for (var i = 1; i <= expected.Length; i++)
        {
            for (var j = 1; j <= shown.Length; j++)
            {
                common[i, j] = expected[i - 1] == shown[j - 1] ? common[i - 1, j - 1] + 1 : Math.Max(common[i - 1, j], common[i, j - 1]);
            }
        }

        return expected.Length - common[expected.Length, shown.Length];
    }
}
