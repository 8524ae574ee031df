using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Demo;

/// <summary>Delivers the citizens; keeps the given name that stories use.</summary>
internal sealed class CitizenWriter(World world, List<Registered> register)
{
    private int _born;
    private int _men;
    private int _women;

    /// <summary>Delivers one; call in the order of birth dates, since numbers are given out along it.</summary>
    public string Write(int number, int education)
    {
        ref readonly var person = ref world.People[number];
        var chance = world.For(Stream.Names, number);
        var born = DateOnly.FromDayNumber(person.Born);
        if (person.Born != _born) (_born, _men, _women) = (person.Born, 0, 0);
        var cpr = FictiveCpr.For(born, person.Man, person.Man ? _men++ : _women++);
        var given = Names.Given(ref chance, person.Roots, person.Man, born.Year);
        var family = Names.Family(ref chance, person.Roots);
        var (address, code, town) = TownPlaces.Home(ref chance);
        var adult = person.Turns(15) <= world.Until;
        register.Add(
            new RegisteredCitizen(world.CitizenId(number), cpr, given, family)
            {
                Address = address,
                PostalCode = code,
                Town = town,
                Phone = adult && chance.Says(0.88) ? TownPlaces.Phone(ref chance) : null,
                Email = adult && chance.Says(0.7) ? Mail(given, family, number) : null,
                AddressProtected = Protected(ref chance),
                Origin = Names.Country(ref chance, person.Roots),
                ResidenceFrom = DateOnly.FromDayNumber(person.ResidenceFrom),
                ResidenceTo = World.Date(person.ResidenceTo),
                Education = education,
                InterpreterLanguage =
                    person.Newcomer > 0 && chance.Says(0.6) ? Names.Language(ref chance, person.Roots) : null,
            }
        );
        return given;
    }

    /// <summary>One in eighty is protected; of a few nobody knows, and they count as protected.</summary>
    private static bool? Protected(ref Chance chance)
    {
        var draw = chance.Unit();
        return draw < 0.0125 ? true : draw < 0.0155 ? null : false;
    }

    private static string Mail(string given, string family, int number) =>
        $"{Ascii(given)}.{Ascii(family)}{number % 97}@borger.example";

    private static string Ascii(string name)
    {
        var text = Danish.Lower(name)
            .Replace("æ", "ae")
            .Replace("ø", "oe")
            .Replace("å", "aa")
            .Normalize(System.Text.NormalizationForm.FormD);
        return new string([.. text.Where(char.IsAsciiLetterLower)]);
    }
}
