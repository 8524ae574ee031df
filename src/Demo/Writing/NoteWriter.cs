using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>Delivers the notes that tell a citizen's story, and now and then a sanction.</summary>
internal sealed class NoteWriter(World world, List<Registered> register)
{
    private int _notes;
    private int _sanctions;

    public void Write(int person, string given, List<(int From, Worker Worker)> turns)
    {
        if (turns.Count == 0) return;
        var chance = world.For(Stream.Notes, person);
        var id = world.CitizenId(person);
        foreach (var spell in world.SpellsOf(person))
        {
            var running = spell.To == Person.Forever;
            if (spell.Benefit > Roster.LastWithCase || !(running || spell.To > world.Until - 400)) continue;
            var last = Math.Min(spell.To, world.Until);
            var from = Math.Max(spell.From, last - 700);
            for (var i = running ? chance.Between(1, 3) : 1; i > 0; i--)
                Write(ref chance, id, given, spell.Benefit, World.WorkingDay(chance.Between(from, last)), turns);
            if (spell.Benefit <= BenefitKind.EducationHelp && last - spell.From > 60 && chance.Says(0.06))
                WriteSanction(ref chance, id, chance.Between(spell.From + 20, last));
        }
    }

    private void Write(
        ref Chance chance,
        CitizenId citizen,
        string given,
        int benefit,
        int day,
        List<(int From, Worker Worker)> turns
    )
    {
        var worker = turns.FindLast(t => t.From <= day).Worker ?? turns[0].Worker;
        var (title, text) = Stories.Note(ref chance, benefit, given);
        register.Add(
            new RegisteredNote(new(world.Id(Stream.Note, _notes++)), citizen, title, text)
            {
                AuthorId = worker.Id,
                Author = worker.Name,
                WrittenAt = World.At(Math.Min(day, world.Until), chance.Between(9, 15), chance.Below(60)),
            }
        );
    }

    private void WriteSanction(ref Chance chance, CitizenId citizen, int day) =>
        register.Add(
            new RegisteredSanction(
                world.Id(Stream.Sanction, _sanctions++),
                citizen,
                DateOnly.FromDayNumber(day),
                chance.Says(0.8) ? SanctionKind.Deduction : SanctionKind.Reduction,
                chance.Says(0.7) ? "Udeblev fra en samtale uden at melde afbud" : "Mødte ikke op i tilbuddet"
            )
        );
}
