using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace CigHub.Tests.Support;

/// <summary>
/// A TCP relay on a free loopback port that delays every byte by a fixed time in each direction, as a real line does. It keeps the order
/// and the throughput, and serves any number of connections until it is disposed. It can be cut and then connected to another server.
/// </summary>
public sealed class DelayProxy : IAsyncDisposable
{
    private TcpListener _listener = Listen(0);
    private CancellationTokenSource _line = new();
    private Uri _target;
    private Task _accepting;

    private DelayProxy(Uri target, TimeSpan delay)
    {
        _target = target;
        Delay = delay;
        Address = new UriBuilder(target) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = AcceptAll(_line.Token);
    }

    /// <summary>
    /// The delay in each direction, so that a round trip takes twice as long. It can be changed while connections are open.
    /// </summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The address of the relay, which a browser opens instead of that of the server behind it.</summary>
    public Uri Address { get; }

    /// <param name="target">The address of a server on this machine.</param>
    /// <param name="delay">The delay of each direction.</param>
    public static DelayProxy Before(Uri target, TimeSpan delay) =>
        target.IsLoopback ? new DelayProxy(target, delay) : throw new ArgumentException($"{target} is not on this machine.", nameof(target));

    /// <summary>Ends every connection and refuses new ones, as if the server had stopped.</summary>
    public async Task Cut()
    {
        await _line.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    /// <summary>Listens again at the same address after <see cref="Cut"/>, and relays to the given server.</summary>
    /// <param name="target">The address of the server that answers from now on, on this machine.</param>
    public void Join(Uri target)
    {
        _target = target;
        _line.Dispose();
        _line = new CancellationTokenSource();
        _listener = Listen(Address.Port);
        _accepting = AcceptAll(_line.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Cut();
        _line.Dispose();
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }

    private async Task AcceptAll(CancellationToken line)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.RemoveAll(c => c.IsCompleted);
                connections.Add(Serve(await _listener.AcceptTcpClientAsync(line), line));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Serve(TcpClient browser, CancellationToken line)
    {
        using var client = browser;
        using var server = new TcpClient();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(line);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target.Port, ended.Token);
            client.NoDelay = server.NoDelay = true;
            var ways = new[] { Relay(client.GetStream(), server.GetStream(), ended.Token), Relay(server.GetStream(), client.GetStream(), ended.Token) };
            await Task.WhenAny(ways);

            // One side has ended. Bytes of the other side get the time of one more delay.
            ended.CancelAfter(Delay + TimeSpan.FromSeconds(1));
            await Task.WhenAll(ways);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // A browser may close a connection at any time.
        }
    }

    private async Task Relay(NetworkStream from, NetworkStream to, CancellationToken ct)
    {
        var underway = Channel.CreateUnbounded<(long Due, byte[] Bytes)>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        await Task.WhenAll(Read(from, underway.Writer, ct), Write(to, underway.Reader, ct));
    }

    private async Task Read(NetworkStream from, ChannelWriter<(long Due, byte[] Bytes)> underway, CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, ct) is var count and > 0)
            {
                underway.TryWrite((Environment.TickCount64 + (long)Delay.TotalMilliseconds, buffer[..count]));
            }
        }
        finally
        {
            underway.TryComplete();
        }
    }

    private static async Task Write(NetworkStream to, ChannelReader<(long Due, byte[] Bytes)> underway, CancellationToken ct)
    {
        await foreach (var (due, bytes) in underway.ReadAllAsync(ct))
        {
            if (due - Environment.TickCount64 is var wait and > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(wait), ct);
            }

            await to.WriteAsync(bytes, ct);
        }

        to.Socket.Shutdown(SocketShutdown.Send);
    }
}
