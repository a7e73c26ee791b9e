using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CigHub.Tests.Support;

/// <summary>A small real mail server on a free port, which takes every letter and keeps it. It can be told to refuse.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    private SmtpListener()
    {
        _listener.Start();
        _serving = Serve();
    }

    public static SmtpListener Start() => new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Says whether the server refuses every recipient.</summary>
    public bool Refuses { get; set; }

    /// <summary>The letters as they came, with their headers.</summary>
    public List<string> Letters { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await Talk(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 prova");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync(_end.Token) is { } text && text != ".")
                {
                    letter.Append(text).Append('\n');
                }

                Letters.Add(letter.ToString());
            }

            await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : verb == "RCPT" && Refuses ? "550 casella piena" : "250 ok");
            if (verb == "QUIT")
            {
                return;
            }
        }
    }
}
