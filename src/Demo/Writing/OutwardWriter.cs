using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>
/// What has been told to citizens of the conversations ahead, who waits for an earlier time, and what citizens answered
/// after those that were held.
/// </summary>
internal sealed class OutwardWriter(World world, List<Registered> register)
{
    private const int Months = 8;
    private const double WantsEarlier = 0.04;

    private int _number;

    /// <summary>The call-up to a conversation that lies ahead, and now and then a wish for an earlier one.</summary>
    public void Tell(MeetingId meeting, CitizenId citizen, DateTimeOffset at)
    {
        var chance = world.For(Stream.Outward, _number);
        var made = World.At(world.Until - chance.Between(1, 12), chance.Between(9, 14), 0);
        var letter = chance.Says(0.1);
        var status = chance.Weighted([0.04, 0.26, 0.70]) switch
        {
            0 => MessageStatus.Failed,
            1 => MessageStatus.Delivered,
            _ => letter ? MessageStatus.Delivered : MessageStatus.Read,
        };
        var text =
            $"Du skal til samtale {at.Danish().ToString("dddd 'den' d. MMMM yyyy 'kl.' HH.mm", Danish.Culture)}.\nDu skal komme. Bliver du væk uden en god grund, kan det få betydning for din ydelse.\nKan du ikke, så ring på 00 00 00 12 hurtigst muligt, så finder vi en anden tid.";
        var failed = status == MessageStatus.Failed;
        register.Add(
            new RegisteredMessage(
                new(world.Id(Stream.Outward, _number)),
                Party.Of(citizen),
                MessageKind.CallUp,
                letter ? MessageChannel.Letter : MessageChannel.DigitalPost
            )
            {
                About = meeting.Value,
                Subject = "Du er indkaldt til en samtale",
                Text = text,
                Status = status,
                Carrier = "en prøveudbyder (fiktiv)",
                MadeAt = made,
                SentAt = made.AddMinutes(1),
                DeliveredAt = failed ? null : made.AddHours(letter ? 72 : 1),
                ReadAt = status == MessageStatus.Read ? made.AddHours(20) : null,
                FailedAt = failed ? made.AddHours(80) : null,
                Problem =
                    !failed ? null
                    : letter ? "Brevet kom retur: ukendt på adressen."
                    : "Modtageren har ikke en postkasse.",
            }
        );
        if (at.DanishDate().DayNumber > world.Until + 10 && chance.Says(WantsEarlier))
            register.Add(
                new RegisteredWish(
                    world.Id(Stream.Waiting, _number),
                    citizen,
                    meeting,
                    made.AddHours(30),
                    chance.Says(0.5)
                )
            );
        _number++;
    }

    /// <summary>More in a large team; a small team has months with too few to be shown.</summary>
    public void WriteAnswers()
    {
        var number = 0;
        var last = DateOnly.FromDayNumber(world.Until);
        foreach (var (team, index) in world.Roster.Teams.Select((t, i) => (t, i)))
        {
            var workers = world.Roster.Workers.Count(w => w.Team == team.Id);
            for (var back = 0; back < Months; back++)
            {
                var chance = world.For(Stream.Survey, (index * Months) + back);
                var month = new DateOnly(last.Year, last.Month, 1).AddMonths(-back);
                for (var answers = chance.Between(0, Math.Min(40, 3 * workers)); answers > 0; answers--)
                    register.Add(
                        new RegisteredAnswers(world.Id(Stream.Survey, number++), team.Id, month)
                        {
                            Options = Mark(ref chance),
                            Belief = Mark(ref chance),
                            Progress = Mark(ref chance),
                            Dignity = Math.Min(5, Mark(ref chance) + 1),
                        }
                    );
            }
        }
    }

    private static int Mark(ref Chance chance) => 1 + chance.Weighted([0.05, 0.12, 0.28, 0.35, 0.20]);
}
