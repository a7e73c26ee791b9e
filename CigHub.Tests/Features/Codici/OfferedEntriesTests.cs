using Bunit;
using CigHub.Domain.Codici;
using CigHub.Tests.Components;
using CigHub.Tests.Support;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Convenzioni.UnLotto;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Codici;

/// <summary>
/// Checks the entries that a field of the AD4 offers. They must be valid today, and an ended entry must appear only in the field where it
/// was chosen before.
/// </summary>
public sealed class OfferedEntriesTests
{
    private static readonly DateOnly _today = new(2026, 11, 24);

    private static readonly ListaCodici _list = new("ruoloOE",
    [
        new("1", "Finita", null, new(2025, 7, 31)),
        new("2", "Valida", null, null),
        new("3", "Futura", new(2027, 1, 1), null),
        new("4", "Da poco", new(2025, 7, 31), null),
    ]);

    public static TheoryData<string> Lists =>
    [
        "ruoloOE", "tipoOE", "tipoFinanziamento", "oggettoContratto", "subappalto", "motivoDeroga", "misurePremiali", "accessibilita", "ccnl", "categoria",
    ];

    [Fact]
    public void Only_what_holds_today_is_offered_for_a_new_choice() => Assert.Equal(["2 – Valida", "4 – Da poco"], Offered(null));

    [Theory]
    [InlineData("1", "1 – Finita (non più valido)")]
    [InlineData("3", "3 – Futura (non ancora valido)")]
    public void What_was_chosen_and_does_not_hold_comes_last_and_says_so(string chosen, string last) =>
        Assert.Equal(["2 – Valida", "4 – Da poco", last], Offered(chosen));

    [Theory]
    [InlineData("2")]
    [InlineData("9")]
    [InlineData("")]
    public void A_choice_that_holds_or_is_unknown_adds_nothing(string chosen) => Assert.Equal(["2 – Valida", "4 – Da poco"], Offered(chosen));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Of_ANACs_own_lists_nothing_that_has_ended_is_offered(string name)
    {
        var list = ListeAnac.Fornite.Trova(name)!;
        Assert.NotEmpty(list.Offerte(_today, null));
        Assert.All(list.Offerte(_today, null), o => Assert.True(o.Voce.ValidaAl(_today), o.Parola));
    }

    private static string[] Offered(string? chosen) => [.. _list.Offerte(_today, chosen).Select(o => o.Parola)];
}

/// <summary>
/// Checks the lists of roles and types of an aggiudicatario. A code chosen in another field, or for another operator, must not bring an
/// ended entry back into the list.
/// </summary>
public sealed class OfferedRolesTests : ComponentTest, IAsyncLifetime
{
    private const string Ended = "non più valido";
    private TestBench _bench = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        _bench = await TestBench.Create();
        Contesto.Services.AddSingleton<TimeProvider>(_bench.Clock);
        Contesto.Services.AddSingleton(_bench.Services.GetRequiredService<ListeInVigore>());
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Fact]
    public void An_enterprise_of_type_1_does_not_bring_back_the_ended_role_1() =>
        Assert.DoesNotContain(Ended, Fields(Operatore("14", "1")).Markup, StringComparison.Ordinal);

    [Fact]
    public void An_ended_role_is_seen_in_its_own_field_alone_and_last()
    {
        var fields = Fields(Operatore("1", "1"), Operatore("10", "1"));
        var roles = fields.FindAll("select[id$='-RuoloOE']");
        Assert.Equal(2, roles.Count);
        Assert.EndsWith($"Mandatario in RTI ({Ended})", roles[0].QuerySelectorAll("option")[^1].TextContent, StringComparison.Ordinal);
        Assert.Single(fields.FindAll("option"), o => o.TextContent.Contains(Ended, StringComparison.Ordinal));
    }

    private static OperatoreForm Operatore(string ruolo, string tipo) => new() { Denominazione = "Operatore S.r.l.", RuoloOE = ruolo, TipoOE = tipo };

    private IRenderedComponent<CampiAggiudicatari> Fields(params OperatoreForm[] operatori)
    {
        var awarded = new AggiudicatarioForm { IdPartecipante = Guid.CreateVersion7(), Membri = [.. operatori] };
        return Contesto.Render<CampiAggiudicatari>(p => p.Add(c => c.Aggiudicatari, [awarded]));
    }
}
