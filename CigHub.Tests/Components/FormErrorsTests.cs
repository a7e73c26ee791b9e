using Bunit;
using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;

namespace CigHub.Tests.Components;

/// <summary>Checks that the error of a field is shown at that field and nowhere else.</summary>
public sealed class FormErrorsTests : ComponentTest
{
    private static readonly Error _field = new("cup.mancante", "Scrivi il CUP.", "Cup");
    private static readonly Error _form = new("persona.doppia", "C'è già una persona con questo codice fiscale.");
    private static readonly Error _notShown = new("lotto.chiuso", "Il Lotto è chiuso.", "LottoId");

    private IRenderedComponent<FormErrors> Form(FormFields fields, string? prefix, params Error[] errors) => Contesto.Render<FormErrors>(p => p
        .Add(f => f.Errors, errors)
        .Add(f => f.Fields, fields)
        .Add(f => f.Prefix, prefix)
        .AddChildContent<InputField>(c => c.Add(x => x.Name, prefix + "Cup").Add(x => x.Label, "CUP"))
        .AddChildContent<FormNotice>());

    [Theory]
    [InlineData(null)]
    [InlineData("Altre")]
    public void The_sentence_of_a_field_s_error_stands_at_the_field_alone(string? prefix)
    {
        var form = Form(new FormFields(), prefix, _field);
        Assert.Equal("Scrivi il CUP.", form.Find(".campo .errore").TextContent);
        var notice = form.Find("[role=alert]");
        Assert.DoesNotContain(_field.Message, notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("CUP", notice.QuerySelector("button")!.TextContent);
        Assert.Equal("Da correggere: CUP. Quello che hai scritto è rimasto.",
            string.Join(' ', notice.QuerySelector("p")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void The_sentence_that_no_field_shows_stands_in_the_notice()
    {
        var notice = Form(new FormFields(), null, _form, _notShown).Find("[role=alert]");
        Assert.Equal([_form.Message, _notShown.Message], notice.QuerySelectorAll("p").Select(p => p.TextContent));
        Assert.Empty(notice.QuerySelectorAll("button"));
    }

    [Fact]
    public void A_form_without_errors_has_no_notice() => Assert.Empty(Form(new FormFields(), null).FindAll("[role=alert]"));

    [Fact]
    public void A_form_knows_which_errors_it_shows()
    {
        var fields = new FormFields();
        Form(fields, "Altre", _field);
        Assert.True(fields.HasNotice);
        Assert.NotNull(fields.Find("Cup"));
        Assert.Null(fields.Find("LottoId"));
    }
}
