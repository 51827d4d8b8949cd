using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators.Text;

namespace Feedback.Api.Texts;

/// <summary>The reader of texts for the lists of words in force: made once for each state of them, because lists may be long.</summary>
public sealed class CommentReaders(Seal seal)
{
    private readonly Lock _making = new();
    private volatile Known? _last;

    public CommentReader For(WordLists words)
    {
        if (_last is { } last && last.IsOf(words)) return last.Reader;
        lock (_making)
        {
            if (_last is { } made && made.IsOf(words)) return made.Reader;
            var topics = new TopicDictionary(words.Topics.Select(t => new Topic(words.Numbers[t.Code!], t.Code!, t.Terms!)));
            // Most changes of the catalogue leave the names as they were.
            var redactor = _last is { } before && before.Words.StaffNames == words.StaffNames ? before.Redactor : new Redactor(new StaffNames(StaffList.Reveal(seal, words.StaffNames)));
            _last = new(words, redactor, new CommentReader(new TextAnalyst(topics, redactor), words));
            return _last.Reader;
        }
    }

    private sealed record Known(WordLists Words, Redactor Redactor, CommentReader Reader)
    {
        public bool IsOf(WordLists words) => Words.Analysis == words.Analysis && Words.Numbers.Count == words.Numbers.Count;
    }
}
