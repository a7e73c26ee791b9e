using CigHub.Web.Common;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace CigHub.Web.Components.Layout;

/// <summary>Head, menu and content of the pages that live in a circuit; who is acting, in which role, at which Ente, is always in sight.</summary>
public sealed partial class MainLayout : IDisposable
{
    /// <summary>The entries of the menu, in order; a letter after G goes there.</summary>
    internal static readonly IReadOnlyList<VoceMenu> Menu =
    [
        new(AppRoutes.Cruscotto, "Cruscotto", Icons.Material.Outlined.SpaceDashboard, "c"),
        new(AppRoutes.Affidamenti, "Affidamenti", Icons.Material.Outlined.Description, "a"),
        new(AppRoutes.Convenzioni, "Convenzioni", Icons.Material.Outlined.Handshake, "v"),
        new(AppRoutes.Spesa, "Spesa per Convenzione", Icons.Material.Outlined.BarChart, "s"),
        new(AppRoutes.RegistroEventi, "Registro eventi", Icons.Material.Outlined.History, "r"),
        new(AppRoutes.PersoneEdEnti, "Persone ed Enti", Icons.Material.Outlined.Groups, "p"),
        new(AppRoutes.CodiciEPercorsi, "Codici e percorsi", Icons.Material.Outlined.Rule, "k"),
    ];

    private readonly Outcomes _outcomes = new();
    private ConfineErrori? _confine;
    private UnsentForms? _unsent;
    private Intestazione? _chi;
    private bool _interattivo;
    private bool _menuAperto;
    private bool _piuRuoli;

    [Inject]
    public required IIntestazione Chi { get; init; }

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    private IEnumerable<VoceMenu> Voci => _chi is null ? [] : Menu.Where(v => Chi.Offre(v.Indirizzo));

    /// <summary>Says that the form that was sent last has been taken, or refused: text that was refused is kept in the browser.</summary>
    public Task Answered(bool taken) => _unsent?.Answered(taken) ?? Task.CompletedTask;

    public void Dispose() => Navigazione.LocationChanged -= AllaNavigazione;

    protected override async Task OnInitializedAsync()
    {
        Navigazione.LocationChanged += AllaNavigazione;
        _chi = await Chi.Corrente();
        _piuRuoli = _chi is not null && await Chi.PuoCambiareRuolo();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _interattivo = true;
            StateHasChanged();
        }
    }

    private void ApriOChiudiMenu() => _menuAperto = !_menuAperto;

    private void Ricarica() => Navigazione.Refresh(forceReload: true);

    /// <summary>A new page closes the menu and starts without the old page's error.</summary>
    private void AllaNavigazione(object? sender, LocationChangedEventArgs e) => InvokeAsync(() =>
    {
        _menuAperto = false;
        _confine?.Recover();
        StateHasChanged();
    });

    internal sealed record VoceMenu(string Indirizzo, string Nome, string Icona, string Tasto);
}
