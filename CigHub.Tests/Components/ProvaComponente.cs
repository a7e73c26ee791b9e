using Bunit;
using CigHub.Domain.Common;
using CigHub.Web.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace CigHub.Tests.Components;

/// <summary>Renders a component with the real MudBlazor services and a simulated browser.</summary>
public abstract class ProvaComponente : IAsyncLifetime
{
    protected ProvaComponente()
    {
        Contesto.Services.AddMudServices();
        Contesto.Services.AddSingleton<MudLocalizer, MudItaliano>();
        Contesto.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected BunitContext Contesto { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Contesto.DisposeAsync().AsTask();

    protected static Importo Euro(decimal euro) => Importo.DaEuro(euro);
}
