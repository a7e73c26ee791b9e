using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Tests that pages take their controls from the kit (<c>docs/decisions/0047-one-kit-of-controls.md</c>): no raw input, select or dialog
/// outside the list below, no button or table without the kit's classes, no tabs and no css of a page's own.
/// </summary>
public sealed partial class RawControlsTests
{
    private const string Table = "a tick in a row of a table that the user selects rows with: label and state belong to the table";
    private const string Static = "a page without a circuit, whose form the browser posts";
    private const string Narrow = "the pannello beside the portal, which is narrow and shows one thing at a time";
    private const string FilterOfItsOwn = "a filter of a list that is not declared once yet (decision 0031)";

    /// <summary>The files of the features that may have raw inputs, selects or dialogs, each with the reason.</summary>
    private static readonly Dictionary<string, string> _allowed = new()
    {
        ["Account/Accesso/PaginaAccedi.razor"] = Static,
        ["Account/ChiedereAccesso/StaticField.razor"] = Static,
        ["Account/SceltaDelRuolo/PaginaRuolo.razor"] = Static,
        ["Affidamenti/Ad4/Campo.razor"] = "the one field of the AD4 form, whose native inputs decision 0007 chose",
        ["Affidamenti/Ad4/PaginaScheda.razor"] = "a tick that only changes what the form shows",
        ["Affidamenti/Consegne/RiassegnaDallaScheda.razor"] = "a dialog with a form, which Question does not have",
        ["Affidamenti/Consegne/TabellaConsegne.razor"] = "a choice in each row of a table, named by its row",
        ["Affidamenti/DopoIlCig/GuidaOperazione.razor"] = "a tick for each value that was read again on the portal",
        ["Affidamenti/Elenco/AffidamentiTable.razor"] = Table,
        ["Affidamenti/ElencoPortale/DubbioAffiancato.razor"] = "a choice among candidates, each with its own details",
        ["Affidamenti/ElencoPortale/GruppoDelConfronto.razor"] = Table,
        ["Affidamenti/Nuovo/PaginaNuovo.razor"] = "choices whose values are ids, with a sentence below that depends on them",
        ["Affidamenti/Schede/PaginaImporta.razor"] = "a choice whose values are ids",
        ["Affidamenti/Serie/TabellaSerie.razor"] = "a tick that only changes what the table shows",
        ["Codici/Liste/PaginaLista.razor"] = FilterOfItsOwn,
        ["Codici/Percorso/PassoInModifica.razor"] = "choices in rows that the user adds, moves and removes",
        ["Convenzioni/PaginaListaConvenzioni.razor"] = FilterOfItsOwn,
        ["Persone/PaginaAnagrafe.razor"] = FilterOfItsOwn,
        ["Rilievi/Elenco/FiltriRilievi.razor"] = FilterOfItsOwn,
        ["Spesa/Comune/SpesaTestata.razor"] = FilterOfItsOwn,
    };

    /// <summary>The tables that are no table of the kit, each with the reason.</summary>
    private static readonly Dictionary<string, string> _tables = new()
    {
        ["Affidamenti/Schede/PaginaStampa.razor"] = "a document on paper, whose tables print.css draws",
    };

    /// <summary>The pages with buttons that are no buttons of the kit, each with the reason.</summary>
    private static readonly Dictionary<string, string> _buttons = new()
    {
        ["Account/Accesso/PaginaAccedi.razor"] = "a person to sign in as, drawn as an entry of a list; " + Static,
        ["Account/SceltaDelRuolo/PaginaRuolo.razor"] = "a role to work in, drawn as an entry of a list; " + Static,
    };

    /// <summary>The css files of the features, each with what it draws that no part of the kit does.</summary>
    private static readonly Dictionary<string, string> _css = new()
    {
        ["Affidamenti/Conflitti/ConflittoCard.razor.css"] = "the distance above a decision",
        ["Affidamenti/DopoIlCig/GuidaOperazione.razor.css"] = "the portal's steps with their values",
        ["Affidamenti/ElencoPortale/DubbioAffiancato.razor.css"] = "two candidates beside each other",
        ["Affidamenti/ElencoPortale/NonRisultano.razor.css"] = "a list of long codes, which may break anywhere",
        ["Affidamenti/ElencoPortale/PaginaElencoPortale.razor.css"] = "the counts of a comparison, each a link",
        ["Affidamenti/Fascicolo/SezioneAtti.razor.css"] = "an act with its file beside it",
        ["Affidamenti/Iter/IterSections.razor.css"] = "notes under a step, each on its line",
        ["Affidamenti/RichiestaCig/InSerie/PaginaInSerie.razor.css"] = "the figures of a finished series",
        ["Affidamenti/RichiestaCig/Pannello/PaginaPannello.razor.css"] = Narrow,
        ["Affidamenti/RichiestaCig/Pannello/TappaPannello.razor.css"] = Narrow,
        ["Affidamenti/RichiestaCig/Pannello/TestaDellaSerie.razor.css"] = Narrow,
        ["Affidamenti/RichiestaCig/Pannello/ValoriPannello.razor.css"] = Narrow,
        ["Affidamenti/Schede/PaginaStampa.razor.css"] = "a document on paper",
        ["Codici/Importazione/AnteprimaFile.razor.css"] = "a code beside the title of its list",
        ["Codici/Percorso/PassiPercorso.razor.css"] = "the portal's steps as data",
        ["Codici/Percorso/PassoInModifica.razor.css"] = "rows of a step that are added, moved and removed",
        ["Persone/RuoliENomine/CampiNomina.razor.css"] = "a group of fields without a frame",
        ["RegistroEventi/Controlli/PaginaModificheAiControlli.razor.css"] = "the distance between the changes in a cell",
        ["RegistroEventi/Requisiti/PaginaRequisiti.razor.css"] = "the places of a requirement in its cell",
        ["Revisione/PaginaRapporto.razor.css"] = "the width of a report that is read as a document",
    };

    private static readonly IReadOnlyList<House.SourceFile> _pages =
        [.. House.Sources.Where(s => s.IsIn("CigHub.Web/Features/") && s.Path.EndsWith(".razor", StringComparison.Ordinal))];

    [Fact]
    public void Raw_inputs_choices_and_dialogs_stand_only_where_the_list_says_why() =>
        Assert.Equal(_allowed.Keys.Order(StringComparer.Ordinal), _pages.Where(HasRawInput).Select(Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_button_is_one_of_the_kit_by_its_class() => Assert.Equal(
        _buttons.Keys, _pages.Where(p => Without(p, Button(), KitButton()).Any()).Select(Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_table_is_one_of_the_kit_by_its_class() =>
        Assert.Equal(_tables.Keys.Order(StringComparer.Ordinal), _pages.Where(p => Without(p, AnyTable(), KitTable()).Any()).Select(Name).Distinct());

    [Fact]
    public void Css_of_a_page_s_own_stands_only_where_the_list_says_what_it_draws() => Assert.Equal(
        _css.Keys.Order(StringComparer.Ordinal),
        House.StylesAndScripts.Where(s => s.IsIn("CigHub.Web/Features/")).Select(Name)
            .Order(StringComparer.Ordinal));

    /// <summary>The page of samples has lists, forms, tabs and messages: it is the example of a page that needs nothing besides the kit.</summary>
    [Fact]
    public void The_page_of_samples_is_made_from_the_kit_alone()
    {
        var samples = House.Sources.Where(s => s.IsIn("CigHub.Web/Demo/Componenti/")).ToList();
        Assert.Contains(samples, s => s.Path.EndsWith("PaginaComponenti.razor", StringComparison.Ordinal));
        Assert.DoesNotContain(House.StylesAndScripts, s => s.IsIn("CigHub.Web/Demo/Componenti/"));
        Assert.Empty(samples.Where(s => HasRawInput(s) || OwnTabs().IsMatch(s.Text)).Select(s => s.Path));
        Assert.Empty(samples.SelectMany(s => Without(s, Button(), KitButton()).Concat(Without(s, AnyTable(), KitTable()))));
    }

    [Theory]
    [InlineData("<label>Stato <select @bind=\"X\"></select></label>")]
    [InlineData("<input type=\"checkbox\" />")]
    [InlineData("<dialog id=\"x\"></dialog>")]
    public void A_raw_control_is_found(string markup) => Assert.True(HasRawInput(new("CigHub.Web/Features/X.razor", markup)));

    [Theory]
    [InlineData("<button type=\"button\" @onclick=\"Do\">Fai</button>")]
    [InlineData("<button\n    class=\"mio\"\n    type=\"submit\">Fai</button>")]
    [InlineData("<button class=\"bottone\" @onclick=\"Do\">Fai</button>")]
    public void A_button_of_a_page_s_own_is_found(string markup) => Assert.Single(Without(new("CigHub.Web/Features/X.razor", markup), Button(), KitButton()));

    [Fact]
    public void A_table_of_a_page_s_own_is_found() =>
        Assert.Single(Without(new("CigHub.Web/Features/X.razor", "<table class=\"mia\">"), AnyTable(), KitTable()));

    [Fact]
    public void Tabs_are_the_kit_s() => Assert.Empty(_pages.Where(p => OwnTabs().IsMatch(p.Text)).Select(Name));

    [Fact]
    public void Tabs_of_a_page_s_own_are_found() =>
        Assert.Matches(OwnTabs(), "<a href=\"@A\" aria-current=\"@(Here ? \"page\" : null)\">Una</a>");

    private static string Name(House.SourceFile page) => page.Path["CigHub.Web/Features/".Length..];

    private static bool HasRawInput(House.SourceFile page) => RawInput().IsMatch(page.Text);

    private static IEnumerable<string> Without(House.SourceFile page, Regex element, Regex kit) =>
        element.Matches(page.Text).Where(m => !kit.IsMatch(m.Value)).Select(m => $"{page.Path}: {m.Value}");

    [GeneratedRegex(@"<(input|select|dialog|textarea)\b")]
    private static partial Regex RawInput();

    /// <summary>Matches the opening tag of a button, with its attributes. An arrow of a lambda does not end it.</summary>
    [GeneratedRegex(@"<button\b(=>|[^>])*>")]
    private static partial Regex Button();

    /// <summary>Matches a button with a type, so that it never sends a form by mistake, and with a class of the kit.</summary>
    [GeneratedRegex(@"^(?=[\s\S]*\btype=""(button|submit)"")(?=[\s\S]*\bclass=""(@\(\$""|@\()?(bottone|collegamento)[^""]*"")")]
    private static partial Regex KitButton();

    /// <summary>Matches a link that says by itself that it leads to the present view, which TabLinks does.</summary>
    [GeneratedRegex(@"aria-current=""(@\([^>]*)?""?page")]
    private static partial Regex OwnTabs();

    [GeneratedRegex(@"<table\b[^>]*>")]
    private static partial Regex AnyTable();

    [GeneratedRegex(@"\bclass=""tabella[ ""]")]
    private static partial Regex KitTable();
}
