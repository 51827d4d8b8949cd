using System.Threading.Channels;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Tests.Ingest;

/// <summary>How the inbox shares its room among senders, and in which order the writer takes what waits.</summary>
public sealed class TakingTurns
{
    private const int Capacity = 40;
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;

    [Test]
    public void A_sender_that_floods_leaves_room_for_others()
    {
        var inbox = new Inbox(Capacity);
        Assert.That(Posted(inbox, "a", 1_000), Is.EqualTo(Capacity * 3 / 4));
        Assert.That(Posted(inbox, "b", 5), Is.EqualTo(5));
        Assert.That(Posted(inbox, "c", 1), Is.EqualTo(1));
    }

    [Test]
    public void Any_number_of_senders_that_flood_leave_room_for_one_more()
    {
        var inbox = new Inbox(100 * Capacity);
        for (var round = 0; round < 3; round++)
        {
            foreach (var sender in (string[])["a", "b", "c", "d"]) Posted(inbox, sender, 100 * Capacity);
        }
        Assert.That(inbox.Waiting, Is.LessThan(100 * Capacity));
        Assert.That(Posted(inbox, "e", 1), Is.EqualTo(1));
    }

    [Test]
    public void Big_texts_fill_the_room_before_their_number_does()
    {
        var inbox = new Inbox(bytes: 1 << 20);
        var posted = Enumerable.Range(0, 1_000).Count(_ => inbox.TryPost(new Submission([Response(text: 10_000)], "a")));
        Assert.That(posted, Is.InRange(5, 20), "About 50 kB each, in three quarters of a MiB.");
        Assert.That(Posted(inbox, "b", 5), Is.EqualTo(5));
    }

    [Test]
    public void A_long_body_that_would_find_no_room_is_known_by_its_length()
    {
        var inbox = new Inbox(bytes: 1 << 20);
        Assert.That(inbox.HasRoom("a", Submission.SizeOf(10_000)));
        while (inbox.TryPost(new Submission([Response(text: 10_000)], "a"))) { }
        Assert.That((inbox.HasRoom("a", Submission.SizeOf(10_000)), inbox.HasRoom("b", Submission.SizeOf(10_000))), Is.EqualTo((false, true)));
        Taken(inbox, 1);
        Assert.That(inbox.HasRoom("a", Submission.SizeOf(10_000)));
        inbox.Close();
        Assert.That(inbox.HasRoom("a", 1), Is.False);
    }

    [Test]
    public void The_writer_takes_one_of_each_sender_in_turn()
    {
        var inbox = new Inbox(Capacity);
        Posted(inbox, "a", 10);
        Posted(inbox, "b", 2);
        Posted(inbox, "c", 1);
        Assert.That(Taken(inbox, 6), Is.EqualTo((string[])["a", "b", "c", "a", "b", "a"]));
    }

    [Test]
    public async Task Parts_of_batches_are_taken_in_turn_too_and_neither_kind_waits_for_all_of_the_other()
    {
        var inbox = new Inbox(Capacity);
        var waits = Enumerable.Range(0, 6).Select(_ => Part(inbox, "a")).ToList();
        waits.Add(Part(inbox, "b"));
        Posted(inbox, "c", 30);
        Assert.That(Taken(inbox, 20), Is.EqualTo((string[])[.. Enumerable.Repeat("c", 10), "a", "b", "a", "a", "a", "a", "a", "c", "c", "c"]));
        await Task.WhenAll(waits).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Test]
    public void A_sender_of_parts_waits_until_its_own_is_taken()
    {
        var inbox = new Inbox(Capacity);
        var waits = Enumerable.Range(0, 6).Select(_ => Part(inbox, "a")).ToList();
        Assert.That(waits.Select(w => w.IsCompleted), Is.EqualTo((bool[])[true, true, true, true, false, false]));
        Taken(inbox, 5);
        Assert.That(waits[4].Wait(TimeSpan.FromSeconds(10)));
        Assert.That(waits[5].IsCompleted, Is.False);
    }

    [Test]
    public void A_part_whose_sender_went_away_is_not_taken()
    {
        var inbox = new Inbox(Capacity);
        using var gone = new CancellationTokenSource();
        for (var i = 0; i < 4; i++) Part(inbox, "a");
        var waits = Part(inbox, "b", gone.Token);
        gone.Cancel();
        Assert.That(async () => await waits, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Taken(inbox, 10), Is.EqualTo((string[])["a", "a", "a", "a"]));
    }

    [Test]
    public void A_closed_inbox_takes_nothing_and_gives_out_what_it_has()
    {
        var inbox = new Inbox(Capacity);
        Posted(inbox, "a", 2);
        var waits = Enumerable.Range(0, 5).Select(_ => Part(inbox, "b")).ToList();
        inbox.Close();
        Assert.That(async () => await waits[4], Throws.InstanceOf<ChannelClosedException>());
        Assert.That(Posted(inbox, "a", 1), Is.Zero);
        Assert.That(() => Part(inbox, "b"), Throws.InstanceOf<ChannelClosedException>());
        Assert.That(Taken(inbox, 100), Has.Length.EqualTo(6));
        Assert.That(inbox.Take([], 100, AtOnce, out var isClosed), Is.False);
        Assert.That(isClosed);
    }

    [Test]
    public async Task The_writer_is_woken_by_what_comes()
    {
        var inbox = new Inbox(Capacity);
        var taking = Task.Run(() => inbox.Take([], 100, TimeSpan.FromMinutes(1), out _));
        await Task.Delay(50);
        Posted(inbox, "a", 1);
        Assert.That(await taking.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static int Posted(Inbox inbox, string sender, int count) => Enumerable.Range(0, count).Count(_ => inbox.TryPost(new Submission([Response()], sender)));

    private static Task Part(Inbox inbox, string sender, CancellationToken cancellation = default) => inbox.Post(new Submission([Response()], sender), cancellation).AsTask();

    private static string[] Taken(Inbox inbox, int room)
    {
        var group = new List<Submission>();
        inbox.Take(group, room, AtOnce, out _);
        return [.. group.Select(s => s.From)];
    }

    private static NewResponse Response(int text = 0) => new()
    {
        StoredId = Guid.NewGuid(),
        Id = Guid.NewGuid(),
        ContentHash = 1,
        Survey = 1,
        Version = 1,
        Day = 20261122,
        Period = 0,
        Cohort = null!,
        Answers = [],
        Tallies = [],
        Comments = text == 0 ? [] : [new NewComment { Variable = 1, Text = new string('x', text) }],
        Stamp = 1,
    };
}
