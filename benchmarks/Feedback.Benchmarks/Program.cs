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
        AuditBenchmark.Run(report, isQuick);
        await ReleaseBenchmark.Run(report, isQuick);
        await FeedBenchmark.Run(report, isQuick);
        TextBenchmark.Run(report, isQuick);
        await CommentBenchmark.Run(report, isQuick);
        report.Print(Console.Out);
        return 0;
    case ["text"]:
        var texts = new Report();
        TextBenchmark.Run(texts, isQuick: false);
        texts.Print(Console.Out);
        return 0;
    case ["comments"] or ["comments", "quick"]:
        var comments = new Report();
        await CommentBenchmark.Run(comments, isQuick: args.Length > 1);
        comments.Print(Console.Out);
        return 0;
    case ["model"]:
        var model = new Report();
        await ModelBenchmark.Run(model);
        model.Print(Console.Out);
        return 0;
    case ["reads"] or ["reads", _]:
        var large = new Report();
        await LargeReadBenchmark.Run(large, args.Length > 1 ? args[1] : null);
        large.Print(Console.Out);
        return 0;
    case ["ingest"] or ["read"] or ["release"] or ["feed"]:
        var part = new Report();
        if (args is ["release"]) AuditBenchmark.Run(part, isQuick: false);
        await (args switch { ["ingest"] => IngestBenchmark.Run(part, isQuick: false), ["read"] => ReadBenchmark.Run(part, isQuick: false), ["release"] => ReleaseBenchmark.Run(part, isQuick: false), _ => FeedBenchmark.Run(part, isQuick: false) });
        part.Print(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Feedback.Benchmarks [quick | ingest | read | reads [FOLDER] | model | release | feed | text | comments]");
        return 2;
}
