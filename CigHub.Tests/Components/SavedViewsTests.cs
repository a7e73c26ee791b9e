using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Components;

/// <summary>
/// Checks the columns that a user chooses and the views that a user saves: they are the user's own, they hold only what the list has and
/// the user may see, and saving them is no event of the registro.
/// </summary>
public sealed class SavedViewsTests : WithBench
{
    private const string Filtered = "?stato=InLavorazione&cigPadre=A3&ordine=Importo&verso=su&colonne=Titolo.Importo.Rup";

    private SavedViews Views => Bench.Services.GetRequiredService<SavedViews>();

    private Actor AcrossEnti => Bench.ActorOf("responsabile");

    [Fact]
    public async Task A_saved_view_opens_with_its_filters_order_and_columns_and_leaves_no_event()
    {
        var events = await Bench.Query(db => db.Registro.CountAsync());
        Assert.Empty((await Views.Save(Bench.Rup, await Look(Filtered + "&pagina=3&righe=50"), NewId(), "  Le mie   in lavorazione ")).Errors);
        var look = await Look("?testo=carta");
        var view = Assert.Single(look.Views);
        Assert.Equal(("Le mie in lavorazione", Filtered[1..]), (view.Nome, view.Filtri));

        var opened = await Look(look.AddressOf(view)["/affidamenti".Length..]);
        Assert.Equal(
            new AffidamentiFilter(Stato: StatoAffidamento.InLavorazione, CigPadre: "A3", Ordine: "Importo", Crescente: true),
            AffidamentiFilter.From(opened.Address));
        Assert.Equal(["Titolo documento", "Importo Appalto", "RUP"], opened.Columns.Select(c => c.Caption));
        Assert.Equal((view.Filtri, 0), (opened.State, opened.Missing.Count));
        Assert.Equal(events, await Bench.Query(db => db.Registro.CountAsync()));
    }

    [Theory]
    [InlineData(" \t", "vista.senza-nome")]
    [InlineData(null, "vista.senza-nome")]
    [InlineData("carta  E toner", "vista.nome-usato")]
    public async Task A_name_that_is_missing_or_taken_is_refused_at_its_field(string? name, string code)
    {
        Assert.Empty((await Views.Save(Bench.Rup, await Look(Filtered), NewId(), "Carta e toner")).Errors);
        var other = NewId();
        Assert.Empty((await Views.Save(Bench.Rup, await Look(Filtered), other, "Altro")).Errors);
        foreach (var refused in new[]
                 {
                     await Views.Save(Bench.Rup, await Look(Filtered), NewId(), name), await Views.Rename(Bench.Rup, await Look(Filtered), other, name),
                 })
        {
            Assert.Equal((code, SavedViews.NameField), (Assert.Single(refused.Errors).Code, refused.Errors[0].Field));
        }

        Assert.Equal(["Altro", "Carta e toner"], (await Look("")).Views.Select(v => v.Nome));
    }

    [Fact]
    public async Task A_name_may_be_as_long_as_the_limit_and_no_longer()
    {
        var look = await Look(Filtered);
        Assert.Empty((await Views.Save(Bench.Rup, look, NewId(), new string('a', SavedViews.MaxName))).Errors);
        Assert.Equal(["vista.nome-lungo"], (await Views.Save(Bench.Rup, look, NewId(), new string('a', SavedViews.MaxName + 1))).Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task Saving_the_same_view_twice_keeps_one_and_a_list_has_twenty_at_most_also_from_two_tabs()
    {
        var look = await Look(Filtered);
        var id = NewId();
        var twice = await Task.WhenAll(Views.Save(Bench.Rup, look, id, "Una"), Views.Save(Bench.Rup, look, id, "Una"));
        Assert.All(twice, r => Assert.Empty(r.Errors));
        Assert.Single((await Look("")).Views);

        var many = await Task.WhenAll(Enumerable.Range(0, SavedViewStore.Most + 4).Select(i => Views.Save(Bench.Rup, look, NewId(), $"Vista {i}")));
        Assert.Equal(5, many.Count(r => r.Errors is [{ Code: "vista.troppe" }]));
        Assert.Equal(SavedViewStore.Most, (await Look("")).Views.Count);
        Assert.Empty((await Views.Save(Bench.Auditor, await Look(Filtered, Bench.Auditor), NewId(), "Una")).Errors);
        Assert.Empty((await Views.Save(Bench.Auditor, await Registro(), NewId(), "Una")).Errors);
    }

    [Fact]
    public async Task A_view_belongs_to_one_person_and_is_written_only_with_the_permission_of_its_list()
    {
        var look = await Look(Filtered);
        var id = NewId();
        await Views.Save(Bench.Rup, look, id, "Mia");
        Assert.Equal(["vista.non-trovata"], (await Views.Rename(Bench.Auditor, look, id, "Tua")).Errors.Select(e => e.Code));
        await Views.Remove(Bench.Auditor, look, id);
        await Views.SetOpening(Bench.Auditor, look, id);
        Assert.Equal(("Mia", false), Assert.Single((await Look("")).Views) is var mine ? (mine.Nome, mine.Apre) : default);
        Assert.Empty((await Look("", Bench.Auditor)).Views);

        var administrator = Bench.ActorOf("amministratore");
        Assert.Equal([Authorizer.Denied], (await Views.Save(administrator, look, NewId(), "Sua")).Errors);
        Assert.Equal([Authorizer.Denied], (await Views.RememberColumns(administrator, look, "Titolo")).Errors);
        Assert.Equal([Authorizer.Denied], (await Views.Rename(Bench.Rup with { RuoliToken = [Ruolo.Amministratore] }, look, id, "Altra")).Errors);

        Assert.Empty((await Views.Rename(Bench.Rup, look, id, "MIA")).Errors);
        await Views.Remove(Bench.Rup, look, id);
        Assert.Empty((await Look("")).Views);
    }

    [Fact]
    public async Task A_view_is_brought_up_to_date_with_what_the_list_shows_and_keeps_its_name()
    {
        var id = NewId();
        await Views.Save(Bench.Rup, await Look(Filtered), id, "Mia");
        var present = await Look("?testo=carta&colonne=Titolo.Rup&larghezze=Rup-320");
        Assert.Empty((await Views.Replace(Bench.Rup, present, id)).Errors);
        Assert.Empty((await Views.Replace(Bench.Rup, present, id)).Errors);
        var view = Assert.Single((await Look("")).Views);
        Assert.Equal(("Mia", "testo=carta&colonne=Titolo.Rup&larghezze=Rup-320"), (view.Nome, view.Filtri));

        Assert.Equal(["vista.non-trovata"], (await Views.Replace(Bench.Auditor, present, id)).Errors.Select(e => e.Code));
        Assert.Equal([Authorizer.Denied], (await Views.Replace(Bench.ActorOf("amministratore"), present, id)).Errors);
        Assert.Equal(["vista.non-trovata"], (await Views.Replace(Bench.Rup, present, NewId())).Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task Widths_of_columns_stand_in_the_address_go_along_and_are_remembered()
    {
        var look = await Look("?larghezze=rup-320.Titolo-5000.Boh-100.Importo");
        Assert.Equal([KeyValuePair.Create("Rup", 320)], look.Widths);
        Assert.Empty(look.Missing);
        Assert.Equal("/affidamenti?testo=carta&larghezze=Rup-320", look.Keep("/affidamenti?testo=carta"));

        Assert.Empty((await Views.RememberWidths(Bench.Rup, look, "Rup-200")).Errors);
        Assert.Equal([Authorizer.Denied], (await Views.RememberWidths(Bench.ActorOf("amministratore"), look, "Rup-300")).Errors);
        var next = await Look("");
        Assert.Equal([KeyValuePair.Create("Rup", 200)], next.Widths);

        // What is only remembered does not make a view another one.
        Assert.DoesNotContain("larghezze", next.State);
        Assert.Equal(320, (await Look("?larghezze=Rup-320")).Widths["Rup"]);
    }

    [Theory]
    [InlineData(null, "Rup-320", "Rup-320")]
    [InlineData("Rup-200.Titolo-400", "Rup-320", "Titolo-400.Rup-320")]
    [InlineData("Rup-200.Titolo-400", "rup-0", "Titolo-400")]
    [InlineData("Rup-200", "Rup-0", "")]
    [InlineData("Rup-200", "boh", "Rup-200")]
    public void A_new_width_takes_the_place_of_the_old_one_and_0_takes_it_away(string? before, string change, string after) =>
        Assert.Equal(after, ColumnWidths.With(before, change));

    [Fact]
    public async Task One_view_opens_with_the_bare_address_of_its_list_and_with_no_other_address()
    {
        var (first, second) = (NewId(), NewId());
        await Views.Save(Bench.Rup, await Look(Filtered), first, "Prima");
        await Views.Save(Bench.Rup, await Look("?testo=carta"), second, "Seconda");
        await Views.SetOpening(Bench.Rup, await Look(""), first);
        await Views.SetOpening(Bench.Rup, await Look(""), second);
        var look = await Look("");
        Assert.Equal((true, "Seconda"), (look.Opened, Assert.Single(look.Views, v => v.Apre).Nome));
        Assert.Equal("carta", AffidamentiFilter.From(look.Address).Testo);

        var free = look.Keep("/affidamenti")["/affidamenti".Length..];
        foreach (var address in new[] { "?testo=toner", "?colonne=Rup", "?senzaVista=si", free })
        {
            Assert.False((await Look(address)).Opened);
        }

        Assert.Empty((await Look("?senzaVista=si")).Missing);
        await Views.SetOpening(Bench.Rup, look, null);
        Assert.False((await Look("")).Opened);
        Assert.Equal("/affidamenti", (await Look("")).Keep("/affidamenti"));
    }

    [Fact]
    public async Task A_column_that_the_user_may_not_see_comes_back_neither_by_an_address_nor_by_a_view_nor_in_the_sheet()
    {
        Assert.Contains("Ente", (await Look("?colonne=Ente.Titolo", AcrossEnti)).Shown);
        await Views.RememberColumns(Bench.Rup, await Look(""), "Ente.Titolo.Rup");
        foreach (var look in new[] { await Look("?colonne=ENTE.Titolo.Rup"), await Look("?colonne=tutte"), await Look("") })
        {
            Assert.DoesNotContain(look.Columns, c => c.AcrossEnti);
            Assert.DoesNotContain(look.Choices, c => c.Name == "Ente");
            Assert.DoesNotContain("Ente", look.State, StringComparison.Ordinal);
        }

        Assert.Equal(["la colonna «ENTE»"], (await Look("?colonne=ENTE.Titolo.Rup")).Missing);
        Assert.DoesNotContain(
            AffidamentiColumns.Tutte.InSheet(false, (await Look("?colonne=Ente.Titolo", AcrossEnti)).Columns), c => c.AcrossEnti);
    }

    [Fact]
    public async Task A_view_that_names_what_no_longer_exists_opens_with_the_rest_and_says_so()
    {
        var look = await Look("?testo=carta&priorita=alta&stato=Sospeso&colonne=Titolo.Priorita.Rup&ordine=Priorita");
        Assert.Equal(["Titolo", "Rup"], look.Shown);
        Assert.Equal("carta", AffidamentiFilter.From(look.Address).Testo);
        Assert.Equal(["la colonna «Priorita»", "il filtro «priorita»", "il valore di «Stato Affidamento»"], look.Missing);
        Assert.Equal("testo=carta&colonne=Titolo.Rup", look.State);
        Assert.Equal(["il filtro che l'indirizzo nomina"], (await Look("?%3Cscript%3E=1")).Missing);
    }

    [Theory]
    [InlineData("Rup.Titolo", "Rup.Titolo")]
    [InlineData("rup.RUP.importo", "Titolo.Rup.Importo")]
    [InlineData("Nulla", "Titolo.Importo.CigPadre.CigDerivato.Rup.StatoAffidamento")]
    [InlineData(null, "Titolo.Importo.CigPadre.CigDerivato.Rup.StatoAffidamento")]
    public async Task The_chosen_columns_are_shown_in_the_users_order_and_the_name_of_the_row_always(string? written, string shown)
    {
        Assert.Equal(shown.Split('.'), (await Look(written is null ? "" : $"?colonne={written}")).Shown);
        await Views.RememberColumns(Bench.Rup, await Look(""), written ?? "");
        Assert.Equal(shown.Split('.'), (await Look("?testo=carta")).Shown);
        Assert.Equal(["Titolo", "Oe"], (await Look("?colonne=Titolo.Oe")).Shown);
    }

    [Fact]
    public async Task The_sheet_has_the_shown_columns_in_their_order() => Assert.Equal(
        ["RUP", "Titolo documento", "Importo Appalto"],
        AffidamentiColumns.Tutte.InSheet(false, (await Look("?colonne=Rup.Titolo.Importo")).Columns).Select(c => c.Caption));

    [Fact]
    public void The_name_of_a_column_is_one_word_and_stands_in_its_list_once() => Assert.All(
        new[] { AffidamentiColumns.Tutte.Columns.Select(c => c.Name).ToList(), [.. RegistroColumns.Tutte.Columns.Select(c => c.Name)] },
        names =>
        {
            Assert.All(names, name => Assert.True(name.All(char.IsLetterOrDigit), name));
            Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        });

    private static Guid NewId() => Guid.CreateVersion7();

    private Task<ListView<AffidamentoRow>> Look(string query, Actor? who = null) =>
        Views.Read(AffidamentiColumns.Lista, who ?? Bench.Rup, "http://localhost/affidamenti" + query);

    private Task<ListView<EventoRow>> Registro() => Views.Read(RegistroColumns.Lista, Bench.Auditor, "http://localhost/registro-eventi");
}
