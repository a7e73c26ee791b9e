using Bunit;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Components;

/// <summary>
/// Checks the code picker and the other fields of a form. A typed text that names an entry must become the code of that entry. Any other
/// text must stay in the field and count as wrong.
/// </summary>
public sealed class CodePickerTests : ComponentTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private string? _value;

    public CodePickerTests() => Contesto.Services.AddSingleton<TimeProvider>(_clock);

    [Theory]
    [InlineData("30192000-1", "30192000")]
    [InlineData("30192000", "30192000")]
    [InlineData("301920001", "30192000")]
    [InlineData("MATERIALE per ufficio", "30192000")]
    [InlineData("30192000 – Materiale per ufficio", "30192000")]
    [InlineData("  30192000 ", "30192000")]
    [InlineData("nulla che esista", "nulla che esista")]
    [InlineData("30192", "30192")]
    [InlineData("", "")]
    public async Task What_is_typed_is_resolved_when_the_field_is_left_without_waiting_for_the_list(string typed, string value)
    {
        var picker = Picker(ListeAnac.Cpv, "90911200");
        await picker.InvokeAsync(() => picker.Find("input").Input(typed));
        await picker.InvokeAsync(() => picker.Find("input").FocusOut());

        Assert.Equal(value, _value);
        picker.Render(p => p.Add(c => c.Value, _value));
        Assert.Equal(ListeAnac.Cpv.Parola(value), picker.Find("input").GetAttribute("value") ?? "");
        Assert.Equal("false", picker.Find("input").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task A_field_that_is_only_passed_through_changes_nothing()
    {
        var picker = Picker(ListeAnac.Cpv, "90911200");
        await picker.InvokeAsync(() => picker.Find("input").FocusOut());
        Assert.Null(_value);
        Assert.Equal(ListeAnac.Cpv.Parola("90911200"), picker.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task The_list_opens_when_the_hand_rests_and_the_keyboard_moves_in_it_and_takes_an_entry()
    {
        var picker = Picker(ListeAnac.CodIstat, null);
        var typing = picker.Find("input").InputAsync(new() { Value = "for" });
        Assert.Empty(picker.FindAll("[role=option]"));
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        await typing;
        Assert.Equal("true", picker.Find("input").GetAttribute("aria-expanded"));
        Assert.Equal(picker.Find("input").GetAttribute("aria-controls"), picker.Find("[role=listbox]").Id);
        Assert.Equal(picker.Find("[role=option]").Id, picker.Find("input").GetAttribute("aria-activedescendant"));

        picker.Find("input").KeyDown("ArrowDown");
        Assert.Equal(picker.FindAll("[role=option]")[1].Id, picker.Find("[aria-selected=true]").Id);
        picker.Find("input").KeyDown("ArrowUp");
        picker.Find("input").KeyDown("ArrowUp");
        Assert.Equal(picker.FindAll("[role=option]")[^1].Id, picker.Find("[aria-selected=true]").Id);
        var marked = picker.Find("[aria-selected=true]").TextContent;
        picker.Find("input").KeyDown("Enter");
        Assert.Empty(picker.FindAll("[role=option]"));
        Assert.Equal(marked, ListeAnac.CodIstat.Parola(_value));
    }

    [Fact]
    public async Task Enter_before_the_list_is_there_shows_it_and_chooses_nothing_that_was_not_seen()
    {
        var picker = Picker(ListeAnac.CodIstat, null);
        await picker.InvokeAsync(() => picker.Find("input").Input("for"));
        await picker.InvokeAsync(() => picker.Find("input").KeyDownAsync("Enter"));
        Assert.Null(_value);
        Assert.NotEmpty(picker.FindAll("[role=option]"));

        await picker.InvokeAsync(() => picker.Find("input").Input("forano"));
        await picker.InvokeAsync(() => picker.Find("input").KeyDownAsync("Enter"));
        Assert.Equal("012057029", _value);
    }

    [Fact]
    public void Two_clicks_on_the_button_open_and_close_and_two_on_an_entry_take_it_once()
    {
        var taken = new List<string>();
        var picker = Contesto.Render<CodePicker>(
            p => p.Add(c => c.Id, "x").Add(c => c.Label, "Luogo").Add(c => c.List, ListeAnac.CodIstat).Add(c => c.ValueChanged, taken.Add));
        picker.Find("button").Click();
        picker.Find("button").Click();
        Assert.Empty(picker.FindAll("[role=option]"));
        picker.Find("button").Click();
        picker.FindAll("[role=option]")[2].Click();
        Assert.Empty(picker.FindAll("[role=option]"));
        Assert.Equal([ListeAnac.CodIstat.Cerca("", new DateOnly(2026, 11, 23), 3)[2].Codice], taken);
    }

    [Fact]
    public async Task Leaving_takes_an_entry_that_was_marked_by_hand()
    {
        var picker = Picker(ListeAnac.CodIstat, null);
        await picker.InvokeAsync(() => picker.Find("input").Input("for"));
        await picker.InvokeAsync(() => picker.Find("input").KeyDownAsync("ArrowDown"));
        await picker.InvokeAsync(() => picker.Find("input").KeyDownAsync("ArrowDown"));
        var marked = picker.Find("[aria-selected=true]").TextContent;
        await picker.InvokeAsync(() => picker.Find("input").FocusOutAsync(new()));
        Assert.Equal(marked, ListeAnac.CodIstat.Parola(_value));
    }

    [Fact]
    public async Task Escape_closes_and_leaves_what_was_typed()
    {
        var picker = Picker(ListeAnac.CodIstat, null);
        await picker.InvokeAsync(() => picker.Find("input").Input("for"));
        await picker.InvokeAsync(() => picker.Find("input").KeyDownAsync("ArrowDown"));
        await picker.InvokeAsync(() => picker.Find("input").KeyDownAsync("Escape"));
        Assert.Equal(("false", "for"), (picker.Find("input").GetAttribute("aria-expanded"), picker.Find("input").GetAttribute("value")));
    }

    [Theory]
    [InlineData(InputFieldKind.Euro, "12500,5", "12.500,50", null)]
    [InlineData(InputFieldKind.Euro, "0.125", "0.125", "«0.125»")]
    [InlineData(InputFieldKind.Euro, "1.23", "1.23", "1,23")]
    [InlineData(InputFieldKind.Date, "1/2/26", "01/02/2026", null)]
    [InlineData(InputFieldKind.Date, "oggi", "23/11/2026", null)]
    [InlineData(InputFieldKind.Date, "31/02/2026", "31/02/2026", "febbraio 2026 ha 28 giorni")]
    [InlineData(InputFieldKind.Text, "0.125", "0.125", null)]
    [InlineData(InputFieldKind.Euro, " ", " ", null)]
    public void A_field_of_a_form_shows_what_was_understood_or_says_why_not_when_it_is_left(InputFieldKind kind, string typed, string value, string? sentence)
    {
        var field = Contesto.Render<InputField>(
            p => p.Add(c => c.Name, "X").Add(c => c.Label, "X").Add(c => c.Kind, kind).Add(c => c.ValueChanged, v => _value = v));
        field.Find("input").Input(typed);
        Assert.Null(_value);
        field.Find("input").Change(typed);
        Assert.Equal(value, _value);
        Assert.Contains(sentence ?? "", field.Find("#modulo-X-errore").TextContent, StringComparison.Ordinal);
        Assert.Equal(sentence is null, field.Find("#modulo-X-errore").TextContent.Length == 0);
        Assert.Equal(sentence is null ? null : "true", field.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_code_that_is_not_in_the_list_is_said_at_the_field()
    {
        var field = Contesto.Render<InputField>(
            p => p.Add(c => c.Name, "Cpv").Add(c => c.Label, "CPV").Add(c => c.List, ListeAnac.Cpv).Add(c => c.ValueChanged, v => _value = v));
        field.Find("input").Input("nulla");
        field.Find("input").FocusOut();
        Assert.Equal(("nulla", "«nulla» non è nell'elenco: scegli una voce."), (_value, field.Find("#modulo-Cpv-errore").TextContent));
    }

    [Fact]
    public void What_a_save_refused_is_not_said_any_more_of_a_text_that_has_changed()
    {
        IReadOnlyList<Error> errors = [new Error("x", "Non va.", "X")];
        var field = Contesto.Render<InputField>(p => p.Add(c => c.Name, "X").Add(c => c.Label, "X").AddCascadingValue(errors));
        Assert.Equal("Non va.", field.Find("#modulo-X-errore").TextContent);
        field.Find("input").Input("altro");
        field.Find("input").Change("altro");
        Assert.Equal("", field.Find("#modulo-X-errore").TextContent);
    }

    private IRenderedComponent<CodePicker> Picker(ListaCodici list, string? value) => Contesto.Render<CodePicker>(p => p
        .Add(c => c.Id, "x").Add(c => c.Label, "Elenco").Add(c => c.List, list).Add(c => c.Value, value).Add(c => c.ValueChanged, v => _value = v));
}
