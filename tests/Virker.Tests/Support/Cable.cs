using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// A cable between the site and its PostgreSQL server that can be pulled out and put back, as when the server restarts:
/// whoever is connected is cut off, and nobody gets in.
/// </summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly IPEndPoint _server;
    private readonly ConcurrentDictionary<TcpClient, TcpClient> _connected = new();
    private readonly int _port;
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    public Cable()
    {
        var cluster = new NpgsqlConnectionStringBuilder(FreshDatabase.Cluster);
        _server = new(IPAddress.Loopback, cluster.Port);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        _port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        PutIn();
    }

    /// <summary>The same database, at this end of the cable.</summary>
    public DatabaseAddress Reach(DatabaseAddress database) =>
        DatabaseAddress.Postgres(
            new NpgsqlConnectionStringBuilder(database.Connection) { Host = "127.0.0.1", Port = _port }.ConnectionString
        );

    public void PutIn()
    {
        _listener = new(IPAddress.Loopback, _port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    public async Task PullOutAsync()
    {
        _listener?.Stop();
        await _accepting;
        foreach (var (near, far) in _connected)
        {
            // Reset, as by a server that is gone, and not a polite goodbye.
            near.LingerState = new(true, 0);
            near.Close();
            far.Close();
        }
    }

    public async ValueTask DisposeAsync() => await PullOutAsync();

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient { NoDelay = true };
                near.NoDelay = true;
                await far.ConnectAsync(_server);
                _connected[near] = far;
                _ = JoinAsync(near, far);
            }
        }
        catch (Exception pulled)
            when (pulled is SocketException or ObjectDisposedException or InvalidOperationException) { }
    }

    private async Task JoinAsync(TcpClient near, TcpClient far)
    {
        try
        {
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream()),
                far.GetStream().CopyToAsync(near.GetStream())
            );
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }
        finally
        {
            near.Dispose();
            far.Dispose();
            _connected.TryRemove(near, out _);
        }
    }
}
