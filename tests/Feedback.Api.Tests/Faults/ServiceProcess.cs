using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Faults;

/// <summary>The program itself in a process of its own, on a folder of its own, so that it can be killed.</summary>
/// <param name="arguments">More of the command line, such as settings.</param>
internal sealed class ServiceProcess(params string[] arguments) : IAsyncDisposable
{
    private const int SigTerm = 15;

    private Process? _process;
    private int _port;

    public string Folder { get; } = Directory.CreateTempSubdirectory("feedback_process_").FullName;

    /// <summary>Memory that it takes, in bytes (resident).</summary>
    public long Memory => 1024 * long.Parse(File.ReadLines($"/proc/{_process!.Id}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null);

    public HttpClient Admin { get; private set; } = new();

    /// <summary>Where it is, the same after every start.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Starts it and waits until it takes requests.</summary>
    public async Task Start()
    {
        if (_port == 0) _port = FreePort();
        var program = typeof(Feedback.Api.Service).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", $"http://127.0.0.1:{_port}", $"--Feedback:DataDirectory={Folder}", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Feedback__AdminKey"] = TestService.AdminKey;
        start.Environment["DOTNET_gcServer"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Admin.Dispose();
        Admin = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        Admin.DefaultRequestHeaders.Authorization = new("Bearer", TestService.AdminKey);
        for (var i = 0; i < 200; i++)
        {
            Assert.That(_process.HasExited, Is.False, "The process ended by itself.");
            if (await IsReady()) return;
            await Task.Delay(50);
        }
        Assert.Fail("The process was not ready within ten seconds.");
    }

    /// <summary>Ends it at once, whatever it is doing.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a container's host does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Terminate()
    {
        Assert.That(Signal(_process!.Id, SigTerm), Is.Zero);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(35));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>One number out of its store.</summary>
    public long Number(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "feedback.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await Kill();
        _process?.Dispose();
        Admin.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<bool> IsReady()
    {
        try
        {
            return (await Admin.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
