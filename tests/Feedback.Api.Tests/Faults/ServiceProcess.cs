using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Faults;

/// <summary>The program itself in a process of its own, on a folder of its own, so that it can be killed.</summary>
/// <param name="folder">A folder of the test's, which stays; without it one is made, and removed.</param>
internal sealed class ServiceProcess(string? folder = null) : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly ConcurrentQueue<string> _errors = new(), _output = new();
    private Process? _process;
    private int _port;

    public string Folder { get; } = Directory.CreateDirectory(folder ?? Path.Combine(Path.GetTempPath(), "feedback_process_" + Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>What runs the program instead of the test itself: a command that ends with running its arguments.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];

    /// <summary>Settings beside the folder and the admin key.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>Variables of the environment.</summary>
    public Dictionary<string, string> Environment { get; init; } = [];

    public HttpClient Admin { get; private set; } = new();

    /// <summary>Where it is, the same after every start.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Of the process that runs, or ran last.</summary>
    public int Id => _process!.Id;

    /// <summary>Memory that it takes, in bytes (resident).</summary>
    public long Memory => 1024 * long.Parse(File.ReadLines($"/proc/{_process!.Id}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null);

    public bool HasExited => _process!.HasExited;

    /// <summary>What it wrote where errors go, over all starts.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>What else it wrote.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Starts it and waits until it takes requests.</summary>
    public async Task Start()
    {
        Launch();
        Admin.Dispose();
        Admin = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = Address };
        Admin.DefaultRequestHeaders.Authorization = new("Bearer", TestService.AdminKey);
        for (var i = 0; i < 1_200; i++)
        {
            Assert.That(_process!.HasExited, Is.False, () => "The process ended by itself: " + string.Join(' ', _errors));
            if (await IsReady()) return;
            await Task.Delay(50);
        }
        Assert.Fail("The process was not ready within thirty seconds.");
    }

    /// <summary>Starts it where it cannot serve, and waits until it has given up.</summary>
    /// <returns>The exit code, and what it wrote where errors go.</returns>
    public async Task<(int ExitCode, string Errors)> StartInVain(int seconds = 60)
    {
        _errors.Clear();
        Launch();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await _process!.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, string.Concat(_errors.Select(line => line + "\n")));
    }

    /// <summary>Runs another verb of the program on its store to the end.</summary>
    public Task<FeedbackProcess.Result> Run(params string[] verb) =>
        FeedbackProcess.Run(new Dictionary<string, string?>(Settings) { ["Feedback:DataDirectory"] = Folder }, verb);

    /// <summary>Asserts, by the program's own check in a process of its own, that the store is whole and that its counts are those of its answers.</summary>
    public async Task Check()
    {
        var check = await Run("check");
        Assert.That((check.ExitCode, check.Errors), Is.EqualTo((0, "")), check.Output);
        Assert.That(check.Output, Does.EndWith(": everything agrees.\n"));
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
        Ask(SigTerm);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(35));
        await _process!.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends it a signal.</summary>
    public void Ask(int signal) => Assert.That(Signal(_process!.Id, signal), Is.Zero);

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
        _process = null;
        Admin.Dispose();
        if (folder is null && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private void Launch()
    {
        if (_port == 0) _port = FreePort();
        string[] command = [.. Through, "dotnet", typeof(Feedback.Api.Service).Assembly.Location, "--urls", Address.ToString(), $"--Feedback:DataDirectory={Folder}", .. Settings.Select(s => $"--{s.Key}={s.Value}")];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Feedback__AdminKey"] = TestService.AdminKey;
        start.Environment["DOTNET_gcServer"] = "0";
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        _process?.Dispose();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null) _output.Enqueue(line.Data);
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null) _errors.Enqueue(line.Data);
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
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
