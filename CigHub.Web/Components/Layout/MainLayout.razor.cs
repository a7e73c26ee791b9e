using CigHub.Web.Common;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// The layout of the pages that run in a circuit: header, menu and content. The header always shows the user, the role and the Ente.
/// </summary>
public sealed partial class MainLayout : IDisposable
{
    /// <summary>The entries of the menu, in order. Each has a letter, which opens it when pressed after G.</summary>
    internal static readonly IReadOnlyList<MenuItem> Menu =
    [
        new(AppRoutes.Cruscotto, "Cruscotto", Icons.Material.Outlined.SpaceDashboard, "c"),
        new(AppRoutes.Affidamenti, "Affidamenti", Icons.Material.Outlined.Description, "a"),
        new(AppRoutes.Convenzioni, "Convenzioni", Icons.Material.Outlined.Handshake, "v"),
        new(AppRoutes.Spesa, "Spesa per Convenzione", Icons.Material.Outlined.BarChart, "s"),
        new(AppRoutes.RegistroEventi, "Registro eventi", Icons.Material.Outlined.History, "r"),
        new(AppRoutes.Scostamenti, "Scostamenti dai controlli", Icons.Material.Outlined.FactCheck, "o"),
        new(AppRoutes.Audit, "Audit interni", Icons.Material.Outlined.Checklist, "u"),
        new(AppRoutes.Attestazioni, "Attestazioni di integrità", Icons.Material.Outlined.VerifiedUser, "i"),
        new(AppRoutes.PersoneEdEnti, "Persone ed Enti", Icons.Material.Outlined.Groups, "p"),
        new(AppRoutes.CodiciEPercorsi, "Codici e percorsi", Icons.Material.Outlined.Rule, "k"),
    ];

    private readonly Outcomes _outcomes = new();
    private PageErrorBoundary? _boundary;
    private UnsentForms? _unsent;
    private UserBadge? _who;
    private bool _interactive;
    private bool _menuOpen;
    private bool _severalRuoli;

    [Inject]
    public required IUserBadge Who { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private IEnumerable<MenuItem> Items => _who is null ? [] : Menu.Where(v => Who.Offers(v.Address));

    /// <summary>
    /// Tells the browser whether the form that was sent last was saved. The browser keeps the typed text of a refused form.
    /// </summary>
    public Task Answered(bool taken) => _unsent?.Answered(taken) ?? Task.CompletedTask;

    public void Dispose() => Navigation.LocationChanged -= OnNavigated;

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnNavigated;
        _who = await Who.Current();
        _severalRuoli = _who is not null && await Who.MayChangeRuolo();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _interactive = true;
            StateHasChanged();
        }
    }

    private void ToggleMenu() => _menuOpen = !_menuOpen;

    private void Reload() => Navigation.Refresh(forceReload: true);

    /// <summary>Closes the menu and clears the error of the old page when the address changes.</summary>
    private void OnNavigated(object? sender, LocationChangedEventArgs e) => InvokeAsync(() =>
    {
        _menuOpen = false;
        _boundary?.Recover();
        StateHasChanged();
    });

    internal sealed record MenuItem(string Address, string Name, string Icon, string Key);
}
