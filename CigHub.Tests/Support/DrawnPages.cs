using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CigHub.Tests.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace CigHub.Tests.Support;

/// <summary>
/// Lets a request ask for a page drawn with all its data into the answer, as a circuit draws it. A test reads such a page without a browser.
/// Other requests get the page as a user gets it.
/// </summary>
internal sealed class DrawnPages : IStartupFilter
{
    /// <summary>The header of a request that asks for a drawn page.</summary>
    public const string Header = "X-Drawn-With-Its-Data";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Headers.ContainsKey(Header))
            {
                context.Features.Set<IEndpointFeature>(new WithoutCircuit());
            }

            return rest(context);
        });
        next(app);
    };

    /// <summary>The document around a drawn page. Unlike that of the app it puts no page into a circuit.</summary>
    private sealed class Document : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "html");
            builder.OpenElement(1, "body");
            builder.OpenComponent<Web.Components.Routes>(2);
            builder.CloseComponent();
            builder.CloseElement();
            builder.CloseElement();
        }
    }

    /// <summary>Puts the page that the routing chooses into another document.</summary>
    private sealed class WithoutCircuit : IEndpointFeature
    {
        private Endpoint? _endpoint;

        public Endpoint? Endpoint
        {
            get => _endpoint;
            set => _endpoint = value is RouteEndpoint page && page.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
                ? new RouteEndpoint(
                    page.RequestDelegate!,
                    page.RoutePattern,
                    page.Order,
                    new EndpointMetadataCollection([.. page.Metadata, new RootComponentMetadata(typeof(Document))]),
                    page.DisplayName)
                : value;
        }
    }
}

/// <summary>Reads pages that the server has drawn with their data.</summary>
internal static class DrawnPage
{
    /// <summary>Returns the page at an address as this user sees it, once it has read its data.</summary>
    public static async Task<IHtmlDocument> Drawn(this TestClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(DrawnPages.Header, "");
        using var answer = await client.Http.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}: {html[..Math.Min(html.Length, 400)]}");
        var page = new HtmlParser().ParseDocument(html);
        var whole = page.QuerySelector("main h1") is not null && page.QuerySelector(".caricamento") is null;
        Assert.True(whole, $"{address} was drawn without its data: {page.Body?.TextContent}");
        return page;
    }

    /// <summary>Returns the text that a part of a page shows, with single spaces.</summary>
    public static string Shown(this AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
