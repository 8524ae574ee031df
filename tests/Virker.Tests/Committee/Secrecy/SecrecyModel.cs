using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>
/// A clerk who writes, closes, opens, publishes, puts off, refers, follows up, corrects and cancels at random, through
/// the product's own use cases, and beside it what must be secret for whom.
/// </summary>
internal sealed class SecrecyModel(WebHouse web, Random random)
{
    private static readonly Actor Clerk = new(NewId.Of<UserId>(), "Sekretær Prøvesen", [RoleAssignment.Of(Role.Clerk)]);

    private readonly Dictionary<AgendaItemId, MarkedText> _texts = [];
    private readonly Dictionary<string, MarkedText> _byCase = [];
    private CommitteeId _committee;
    private CommitteeMemberId _member;

    public MarkedWords Words { get; } = new();

    public List<CommitteeMeetingId> Meetings { get; } = [];

    public IReadOnlyCollection<AgendaItemId> Items => _texts.Keys;

    public IEnumerable<AgendaItemId> ClosedItems => _texts.Where(t => t.Value.IsClosed).Select(t => t.Key);

    public async Task BeginAsync()
    {
        var members = new[]
        {
            new NewMember("Aase Prøvesen", "A", SeatRole.Chair),
            new NewMember("Bo Prøvesen", "V", SeatRole.Member, web.Town.Politician),
        };
        _committee = (
            await DoAsync(
                new EstablishCommittee("Beskæftigelsesudvalget", "BEU", null, CaseTemplate.Standard.Id, members)
            )
        ).Committee;
    }

    /// <summary>A meeting from plan to minutes, with as many items of its own.</summary>
    public async Task MeetingAsync(int items)
    {
        web.Clock.Advance(TimeSpan.FromDays(7));
        var meeting = (
            await DoAsync(
                new PlanMeeting(_committee, CommitteeMeetingKind.Ordinary, web.Clock.Today, "16:30", "Rådhuset")
            )
        ).Meeting;
        Meetings.Add(meeting);
        await DoAsync(new DraftAgenda(meeting));
        await KnowAsync(meeting);
        for (var i = 0; i < items; i++)
            await AddAsync(meeting);
        if (random.Next(12) == 0 && await DoneAsync(new CancelMeeting(meeting, "Mødet er aflyst.")))
            return;
        await TurnAsync(items / 4);
        await DoAsync(new PublishAgenda(meeting));
        await TurnAsync(items / 4);
        await AddAsync(meeting);
        if (random.Next(3) == 0)
            await DoAsync(new PublishAgenda(meeting, Correction(meeting, await ReadAsync(meeting))));
        if (random.Next(12) == 0 && await DoneAsync(new CancelMeeting(meeting, "Rådhuset er lukket.")))
            return;
        await HoldAsync(meeting);
    }

    /// <summary>
    /// Closes or opens this many texts, wherever they stand and whatever their meetings have come to.
    /// </summary>
    public async Task TurnAsync(int texts)
    {
        var all = _texts.Keys.ToList();
        for (var i = 0; i < texts; i++)
        {
            var item = all[random.Next(all.Count)];
            var text = _texts[item];
            text.IsClosed = !text.IsClosed;
            await DoAsync(new SetItemOpenness(item, IsOpen: !text.IsClosed));
        }
    }

    public Task<MeetingView> ReadAsync(CommitteeMeetingId meeting) => DoAsync(new ReadMeeting(meeting));

    public async Task<TResult> DoAsync<TResult>(IRequest<TResult> request, Actor? who = null)
    {
        await using var scope = web.Scope(who ?? Clerk);
        var outcome = await scope.ServiceProvider.RunAsync(request);
        outcome.Refusal.ShouldBeNull($"{request}");
        return outcome.Value;
    }

    private async Task<bool> DoneAsync<TResult>(IRequest<TResult> request)
    {
        await DoAsync(request);
        return true;
    }

    private async Task AddAsync(CommitteeMeetingId meeting)
    {
        var text = new MarkedText { IsClosed = random.Next(3) == 0 };
        var title = $"Sag om {Words.New(text)}";
        var item = (
            await DoAsync(new AddItem(meeting, title, "B", $"999-{_texts.Count}-{random.Next()}", null, !text.IsClosed))
        ).Item;
        _texts[item] = _byCase[title] = text;
        await DoAsync(
            new EditItem(
                item,
                1,
                new(
                    title,
                    "B",
                    $"Chefen for {Words.New(text)}",
                    new Dictionary<string, string> { ["case_content"] = $"Det handler om {Words.New(text)}." },
                    [$"at {Words.New(text)} godkendes."]
                )
            )
        );
        if (random.Next(4) > 0)
            return;
        if (_member == default)
            _member = (await ReadAsync(meeting)).Members[1].Id;
        text.IsExcluded = true;
        await DoAsync(new ExcludeMember(item, _member, true));
    }

    /// <summary>
    /// What the draft began with: what was put off is the same text, and what is to be reported stands there too.
    /// </summary>
    private async Task KnowAsync(CommitteeMeetingId meeting)
    {
        var origins = (await DoAsync(new ListFollowUps())).Lines.ToDictionary(l => l.Id, l => l.Origin!.Item);
        foreach (var item in (await ReadAsync(meeting)).Items)
        {
            _texts[item.Id] =
                _byCase.TryGetValue(item.Head.Title, out var carried) && item.Head.Standing is null
                    ? carried
                    : new MarkedText();
            foreach (var line in item.ToReport.Where(l => random.Next(2) == 0 && l.Report is null))
                await AnswerAsync(line, origins[line.Id]);
            foreach (var line in item.ToReport.Where(l => l.Report is not null))
                Words.Derive(line.Report!, _texts[item.Id]);
        }

        foreach (var item in (await ReadAsync(meeting)).Items)
        foreach (var line in item.ToReport.Where(l => l.Report is not null))
            Words.Derive(line.Report!, _texts[item.Id]);
    }

    private Task AnswerAsync(FollowUpLine line, AgendaItemId origin) =>
        DoAsync(new ReportBack(line.Id, line.Version, $"Svaret er {Words.New(_texts[origin])}."));

    private async Task HoldAsync(CommitteeMeetingId meeting)
    {
        var view = await ReadAsync(meeting);
        await DoAsync(
            new HoldMeeting(meeting, [.. view.Members.Select(m => new AttendanceEntry(m.Id, null, null, true))])
        );
        foreach (var item in view.Items)
            await DecideAsync(item, view);
        await FollowUpAsync();
        await TurnAsync(3);
        await DoAsync(new ApproveMinutes(meeting));
        if (random.Next(8) == 0) return;
        await DoAsync(new PublishMinutes(meeting));
        if (random.Next(3) > 0) return;
        await DoAsync(new CorrectMinutes(meeting));
        await DecideAsync((await ReadAsync(meeting)).Items[random.Next(view.Items.Count)], view);
        await TurnAsync(2);
        await DoAsync(new ApproveMinutes(meeting));
        await DoAsync(new PublishMinutes(meeting, Correction(meeting, await ReadAsync(meeting))));
    }

    private async Task DecideAsync(ItemView item, MeetingView view)
    {
        var text = _texts[item.Id];
        string New() => Words.New(text);
        var (words, kind) = item.Head.Standing is not null
            ? ("Taget til orientering.", "taken_note")
            : random.Next(7) switch
            {
                0 => ($"Udsættes til næste møde. {New()}.", "postponed"),
                1 => ($"Sendes til Økonomiudvalget med {New()}.", "recommended_to_other_body"),
                2 or 3 => (
                    $"Godkendt. Administrationen undersøger {New()} og vender tilbage på mødet den 6. maj 2024.",
                    "approved"
                ),
                4 => ($"Drøftet. Administrationen sender et notat om {New()} til udvalget.", "discussed"),
                _ => ($"Godkendt med {New()}.", "approved"),
            };
        var remark =
            item.Head.Standing is null && random.Next(5) == 0
                ? new AskedRemark(view.Members[0].Id, "requests", $"Jeg foreslår, at der ses på {New()}.", true)
                : null;
        await DoAsync(
            new RecordDecision(
                item.Id,
                item.Head.Version,
                new(words, kind)
                {
                    Remarks = remark is null ? [] : [remark],
                    Guests =
                        item.Head.Standing is null && random.Next(6) == 0
                            ? [new($"Gæst {New()}", $"direktør for {New()}")]
                            : [],
                }
            )
        );
    }

    private async Task FollowUpAsync()
    {
        foreach (var line in (await DoAsync(new ListFollowUps())).Lines.Where(l => l.State == FollowUpState.Suggested))
        {
            if (random.Next(5) == 0)
                await DoAsync(new DropFollowUp(line.Id, line.Version));
            else
                await DoAsync(
                    new ConfirmFollowUp(
                        line.Id,
                        line.Version,
                        $"{line.Text} {Words.New(_texts[line.Origin!.Item])}",
                        $"chefen for {Words.New(_texts[line.Origin!.Item])}",
                        web.Clock.Today.AddDays(random.Next(60))
                    )
                );
        }
    }

    /// <summary>
    /// The clerk names an open item of the version; it is as secret as that item from when it is closed.
    /// </summary>
    private string Correction(CommitteeMeetingId meeting, MeetingView view)
    {
        var open = view.Items.Where(i => i.Head.IsOpen).ToList();
        return open.Count == 0
            ? $"Rettet {meeting}."
            : $"Rettet: {Words.New(_texts[open[random.Next(open.Count)].Id])}.";
    }
}
