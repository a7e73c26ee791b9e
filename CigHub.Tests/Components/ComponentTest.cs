using System.Text.RegularExpressions;
using Bunit;
using CigHub.Domain.Common;
using CigHub.Web.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace CigHub.Tests.Components;

/// <summary>The base class of tests that render one component, with the real MudBlazor services and a simulated browser.</summary>
public abstract partial class ComponentTest : IAsyncLifetime
{
    protected ComponentTest()
    {
        Contesto.Services.AddMudServices();
        Contesto.Services.AddSingleton<MudLocalizer, ItalianMudLocalizer>();
        Contesto.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected BunitContext Contesto { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Contesto.DisposeAsync().AsTask();

    protected static Importo Euro(decimal euro) => Importo.DaEuro(euro);

    /// <summary>
    /// Returns the text of an element as a reader sees it: line breaks and indentation of the markup count as one space, and a no-break
    /// space stays.
    /// </summary>
    protected static string Shown(AngleSharp.Dom.IElement element) => MarkupSpace().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex MarkupSpace();
}
