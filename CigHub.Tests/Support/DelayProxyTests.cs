using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CigHub.Tests.Support;

/// <summary>Checks the relay itself: bytes must arrive late by the delay, complete and in order.</summary>
public sealed class DelayProxyTests
{
    private static readonly TimeSpan _delay = TimeSpan.FromMilliseconds(60);

    [Fact]
    public async Task A_round_trip_takes_the_delay_of_both_directions()
    {
        using var echo = Echo();
        await using var proxy = DelayProxy.Before(new Uri($"http://127.0.0.1:{Port(echo)}"), _delay);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port);
        var stream = client.GetStream();

        var watch = Stopwatch.StartNew();
        await stream.WriteAsync("ping"u8.ToArray());
        var answer = new byte[4];
        await stream.ReadExactlyAsync(answer);

        Assert.Equal("ping"u8.ToArray(), answer);
        Assert.True(watch.Elapsed >= 2 * _delay - TimeSpan.FromMilliseconds(20), $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task What_is_sent_meanwhile_arrives_whole_and_in_order()
    {
        using var echo = Echo();
        await using var proxy = DelayProxy.Before(new Uri($"http://127.0.0.1:{Port(echo)}"), _delay);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port);
        var stream = client.GetStream();
        var sent = Enumerable.Range(0, 300_000).Select(i => (byte)i).ToArray();

        var sending = stream.WriteAsync(sent).AsTask();
        var received = new byte[sent.Length];
        await stream.ReadExactlyAsync(received);
        await sending;

        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task A_cut_line_ends_what_is_open_and_refuses_until_it_is_joined_again()
    {
        using var first = Echo();
        using var second = Echo();
        await using var proxy = DelayProxy.Before(new Uri($"http://127.0.0.1:{Port(first)}"), TimeSpan.Zero);
        using var open = new TcpClient();
        await open.ConnectAsync(IPAddress.Loopback, proxy.Address.Port);

        await proxy.Cut();

        Assert.Equal(0, await open.GetStream().ReadAsync(new byte[1]));
        using var refused = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => refused.ConnectAsync(IPAddress.Loopback, proxy.Address.Port));

        proxy.Join(new Uri($"http://127.0.0.1:{Port(second)}"));
        first.Stop();
        using var again = new TcpClient();
        await again.ConnectAsync(IPAddress.Loopback, proxy.Address.Port);
        await again.GetStream().WriteAsync("x"u8.ToArray());
        Assert.Equal(1, await again.GetStream().ReadAsync(new byte[1]));
    }

    [Fact]
    public void A_server_on_another_machine_is_refused() =>
        Assert.Throws<ArgumentException>(() => DelayProxy.Before(new Uri("http://192.0.2.1:80"), _delay));

    /// <summary>Starts a server that sends back all bytes that it receives.</summary>
    private static TcpListener Echo()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    var client = await listener.AcceptTcpClientAsync();
                    _ = client.GetStream().CopyToAsync(client.GetStream());
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The test is over.
            }
        });
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
