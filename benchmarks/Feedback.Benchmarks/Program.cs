using Feedback.Benchmarks;

// make bench: everything, bounded. "quick" takes a tenth of the data, after the name of a part too; "echo URL" is the child process that answers.
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
    case ["ingest" or "read" or "release" or "feed", .. var rest] when rest is [] or ["quick"]:
        var part = new Report();
        var (name, isShort) = (args[0], rest.Length > 0);
        if (name == "release") AuditBenchmark.Run(part, isShort);
        await (name switch { "ingest" => IngestBenchmark.Run(part, isShort), "read" => ReadBenchmark.Run(part, isShort), "release" => ReleaseBenchmark.Run(part, isShort), _ => FeedBenchmark.Run(part, isShort) });
        part.Print(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Feedback.Benchmarks [quick | (ingest | read | release | feed | comments) [quick] | reads [FOLDER] | model | text]");
        return 2;
}
