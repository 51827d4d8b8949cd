using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators.Text;

namespace Feedback.Api.Texts;

/// <summary>The reader of texts for the lists of words in force: made once for each state of them, because lists may be long.</summary>
public sealed class CommentReaders
{
    private volatile Known? _last;

    public CommentReader For(WordLists words)
    {
        if (_last is { } last && last.Words.Analysis == words.Analysis && last.Words.Numbers.Count == words.Numbers.Count) return last.Reader;
        var topics = new TopicDictionary(words.Topics.Select(t => new Topic(words.Numbers[t.Code!], t.Code!, t.Terms!)));
        var reader = new CommentReader(new TextAnalyst(topics, new Redactor(StaffNames.None)), words);
        _last = new(words, reader);
        return reader;
    }

    private sealed record Known(WordLists Words, CommentReader Reader);
}
