using System.Net;
using System.Net.WebSockets;
using CigHub.Tests.Support;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Http;

namespace CigHub.Tests.Security;

/// <summary>
/// Checks that a circuit can be opened only from a page of this host. A page of another host may open a WebSocket to the app, and the
/// browser would send the app's cookies with it.
/// </summary>
public sealed class CircuitOriginTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Circuits = "_blazor";

    [Theory]
    [InlineData("https://altro.example")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Un_handshake_da_un_altra_origine_o_senza_e_rifiutato(string? origin)
    {
        var (socket, status) = await Handshake(origin);
        Assert.Equal((false, HttpStatusCode.Forbidden), (socket, status));
    }

    [Fact]
    public async Task Un_handshake_dalla_pagina_di_questo_host_apre_il_circuito()
    {
        Assert.Equal((true, HttpStatusCode.SwitchingProtocols), await Handshake(app.Address.GetLeftPart(UriPartial.Authority)));

        // The same machine on another port, or by another scheme, is another origin.
        Assert.Equal(HttpStatusCode.Forbidden, (await Handshake($"http://{app.Address.Host}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Handshake($"https://{app.Address.Authority}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Handshake($"http://{app.Address.Authority}.altro.example")).Status);
    }

    [Theory]
    [InlineData("https://altro.example", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Anche_il_resto_del_circuito_non_risponde_a_un_altra_origine(string? origin, HttpStatusCode status)
    {
        using var client = await TestClient.SignedInAs(app, "rup.tivoli");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{Circuits}/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await client.Http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("https", "cighub.example", "https://cighub.example", true)]
    [InlineData("https", "cighub.example", "https://CIGHUB.example", true)]
    [InlineData("https", "cighub.example:443", "https://cighub.example", true)]
    [InlineData("https", "cighub.example:8443", "https://cighub.example:8443", true)]
    [InlineData("https", "cighub.example:8443", "https://cighub.example", false)]
    [InlineData("https", "cighub.example", "http://cighub.example", false)]
    [InlineData("https", "cighub.example", "https://cighub.example.altro.example", false)]
    [InlineData("https", "cighub.example", "https://altro.example", false)]
    [InlineData("https", "cighub.example", "file://", false)]
    [InlineData("https", "cighub.example", "null", false)]
    public void L_origine_e_quella_della_richiesta_come_la_vede_il_browser(string scheme, string host, string origin, bool ours)
    {
        foreach (var upgrade in new[] { false, true })
        {
            var http = new DefaultHttpContext
            {
                Request = { Scheme = scheme, Host = new HostString(host), Method = HttpMethods.Get,
                Headers = { Origin = origin } }
            };
            if (upgrade)
            {
                http.Request.Headers.Upgrade = "websocket";
            }

            Assert.Equal(ours, CircuitOrigin.IsOurs(http.Request));
        }
    }

    [Fact]
    public void Senza_origine_passa_solo_cio_che_non_apre_un_canale()
    {
        var http = new DefaultHttpContext { Request = { Scheme = "https", Host = new HostString("cighub.example"), Method = HttpMethods.Get } };
        Assert.True(CircuitOrigin.IsOurs(http.Request));
        http.Request.Method = HttpMethods.Connect;
        Assert.False(CircuitOrigin.IsOurs(http.Request));
        http.Request.Method = HttpMethods.Get;
        http.Request.Headers.SecWebSocketKey = "dGhlIHNhbXBsZSBub25jZQ==";
        Assert.False(CircuitOrigin.IsOurs(http.Request));
    }

    private async Task<(bool Open, HttpStatusCode Status)> Handshake(string? origin)
    {
        using var client = await TestClient.SignedInAs(app, "rup.tivoli");
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = client.Biscotti;
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(app.Address, Circuits)) { Scheme = "ws" }.Uri, default);
        }
        catch (WebSocketException)
        {
            // The server refused the handshake. The status returned below says how.
        }

        return (socket.State == WebSocketState.Open, socket.HttpStatusCode);
    }
}
