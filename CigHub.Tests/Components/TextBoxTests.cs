using Bunit;
using CigHub.Web.Components.Forms;

namespace CigHub.Tests.Components;

/// <summary>
/// Checks that a text box keeps the typed text. It must report the whole text when the user leaves the field, or at each key when it is
/// immediate.
/// </summary>
public sealed class TextBoxTests : ComponentTest
{
    private readonly List<string> _told = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_the_server_changes_waits_until_the_field_is_left(bool immediate)
    {
        var box = Box("a", immediate);

        box.Find("input").Input("ab");
        box.Render(p => p.Add(c => c.Value, "from elsewhere"));
        Assert.Equal("ab", box.Find("input").GetAttribute("value"));

        box.Find("input").FocusOut();
        Assert.Equal("from elsewhere", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Nothing_typed_and_the_server_s_change_shows_at_once()
    {
        var box = Box("a");
        box.Render(p => p.Add(c => c.Value, "b"));
        Assert.Equal("b", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_form_hears_of_the_text_once_when_it_is_whole()
    {
        var box = Box("");
        box.Find("input").Input("1");
        box.Find("input").Input("12");
        Assert.Empty(_told);

        box.Find("input").Change("12");
        box.Find("input").FocusOut();
        Assert.Equal(["12"], _told);
    }

    [Fact]
    public void A_text_that_the_browser_calls_unchanged_is_told_all_the_same()
    {
        var box = Box("12");
        box.Find("input").Input("123");
        box.Find("input").FocusOut();
        Assert.Equal(["123"], _told);
    }

    [Fact]
    public void Immediate_tells_each_key_and_no_more()
    {
        var box = Box("", immediate: true);
        box.Find("input").Input("1");
        box.Find("input").Input("12");
        box.Find("input").Change("12");
        box.Find("input").FocusOut();
        Assert.Equal(["1", "12"], _told);
    }

    [Fact]
    public async Task What_is_typed_while_an_answer_is_awaited_is_newer_than_the_answer()
    {
        var answer = new TaskCompletionSource();
        var box = Contesto.Render<TextBox>(p => p.Add(c => c.Value, "").Add(c => c.ValueChanged, async text =>
        {
            _told.Add(text);
            await answer.Task;
        }));
        box.Find("input").Input("1000");
        var leaving = box.Find("input").ChangeAsync(new() { Value = "1000" });
        box.Find("input").Input("10005");
        answer.SetResult();
        await leaving;
        box.Render(p => p.Add(c => c.Value, "1.000,00"));

        Assert.Equal("10005", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void The_tidy_form_of_the_owner_shows_when_the_field_is_left()
    {
        IRenderedComponent<TextBox>? box = null;
        box = Contesto.Render<TextBox>(p => p.Add(c => c.Value, "").Add(c => c.ValueChanged, _ => box!.Render(q => q.Add(c => c.Value, "1.000,00"))));
        box.Find("input").Input("1000");
        box.Find("input").Change("1000");
        Assert.Equal("1.000,00", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Only_an_input_that_a_script_writes_too_tells_which_text_was_heard()
    {
        Assert.Equal([null, "1 12"], new[] { false, true }.Select(written =>
        {
            var box = Contesto.Render<TextBox>(p => p.Add(c => c.Value, "").Add(c => c.Written, written));
            box.Find("input").Input("12");
            box.Find("input").FocusOut();
            return box.Find("input").GetAttribute("data-heard");
        }));
    }

    [Fact]
    public void Attributes_and_lines_are_those_asked_for()
    {
        var box = Contesto.Render<TextBox>(
            p => p.Add(c => c.Id, "nota").Add(c => c.Multiline, true).Add(c => c.Value, "x").AddUnmatched("rows", 3).AddUnmatched("maxlength", 10));
        var area = box.Find("textarea#nota[data-text-box]");
        Assert.Equal(("3", "10", "x"), (area.GetAttribute("rows"), area.GetAttribute("maxlength"), area.GetAttribute("value")));
    }

    [Fact]
    public void A_date_input_is_a_day_only_when_its_year_is_whole_and_shows_what_was_typed_until_then()
    {
        var days = new List<DateOnly?>();
        IRenderedComponent<DateBox>? box = null;
        box = Contesto.Render<DateBox>(p => p.Add(c => c.ValueChanged, day =>
        {
            days.Add(day);
            box!.Render(q => q.Add(c => c.Value, day));
        }));
        foreach (var written in new[] { "0002-02-01", "0020-02-01", "0202-02-01", "2026-02-01" })
        {
            box.Find("input[type=date]").Input(written);
            box.Find("input[type=date]").Change(written);
            Assert.Equal(written, box.Find("input").GetAttribute("value"));
        }

        box.Find("input").FocusOut();
        Assert.Equal([null, null, null, new DateOnly(2026, 2, 1)], days);
        Assert.Equal("2026-02-01", box.Find("input").GetAttribute("value"));
        box.Render(p => p.Add(c => c.Value, null));
        Assert.Null(box.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<TextBox> Box(string value, bool immediate = false) =>
        Contesto.Render<TextBox>(p => p.Add(c => c.Value, value).Add(c => c.Immediate, immediate).Add(c => c.ValueChanged, _told.Add));
}
