using CigHub.Web.Common;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace CigHub.Web.Components.Layout;

/// <summary>The frame of the pages that live in a circuit: head, menu and content. The head always shows the user, the role and the Ente.</summary>
public sealed partial class MainLayout : IDisposable
{
    /// <summary>The entries of the menu, in order. The letter of an entry, typed after G, opens it.</summary>
    internal static readonly IReadOnlyList<MenuItem> Menu =
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
    private PageErrorBoundary? _confine;
    private UnsentForms? _unsent;
    private UserBadge? _chi;
    private bool _interattivo;
    private bool _menuAperto;
    private bool _piuRuoli;

    [Inject]
    public required IUserBadge Chi { get; init; }

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    private IEnumerable<MenuItem> Voci => _chi is null ? [] : Menu.Where(v => Chi.Offre(v.Indirizzo));

    /// <summary>Records whether the form that was sent last was taken. The browser keeps refused text.</summary>
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

    /// <summary>Closes the menu and clears the error of the old page when the address changes.</summary>
    private void AllaNavigazione(object? sender, LocationChangedEventArgs e) => InvokeAsync(() =>
    {
        _menuAperto = false;
        _confine?.Recover();
        StateHasChanged();
    });

    internal sealed record MenuItem(string Indirizzo, string Nome, string Icona, string Tasto);
}
