using Feedback.Benchmarks;

// make bench: everything, bounded. "quick" takes a tenth of the data; "echo URL" is the child process that answers.
switch (args)
{
    case ["echo", var url]:
        await EchoServer.Run(url);
        return 0;
    case [] or ["quick"]:
        var isQuick = args is ["quick"];
        var report = new Report();
        await IngestBenchmark.Run(report, isQuick);
        await ReadBenchmark.Run(report, isQuick);
        report.Print(Console.Out);
        return 0;
    case ["ingest"] or ["read"]:
        var part = new Report();
        await (args is ["ingest"] ? IngestBenchmark.Run(part, isQuick: false) : ReadBenchmark.Run(part, isQuick: false));
        part.Print(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Feedback.Benchmarks [quick | ingest | read]");
        return 2;
}
