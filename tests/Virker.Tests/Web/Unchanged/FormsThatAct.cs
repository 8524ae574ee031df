using System.Text.RegularExpressions;

namespace Virker.Tests.Web;

/// <summary>
/// Forms that make something new or do something, with what; every other form edits what is stored. By the page's
/// pattern and the form's name, or by the name alone ("* name") for a form that stands on several pages, or that shows
/// only in a state that the walk does not reach ("~" before a page's pattern).
/// </summary>
internal static class FormsThatAct
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["* soeg"] = "finds",
        ["* adgangskode"] = "signs in, or sets a new password, which is not shown",
        ["* demo"] = "signs in",
        ["* adgangsnoegle"] = "signs in",
        ["/konto skift"] = "sets a new password, which is not shown",
        ["/konto ny-noegle"] = "makes a passkey",
        ["* fjern-{id}"] = "takes away",
        ["/brugere/ny bruger"] = "makes an account",
        ["/brugere/{Id:guid} rolle"] = "gives a role",
        ["/brugere/{Id:guid} fratag-{id}"] = "withdraws a role",
        ["/brugere/{Id:guid} luk"] = "closes the account",
        ["/borgere/{Id:guid} cpr"] = "shows the number",
        ["/borgere/{Id:guid} hvil"] = "lets the case rest",
        ["* hent-frem"] = "takes the case forward again",
        ["/borgere/{Id:guid} mind"] = "makes a reminder",
        ["* paamindelse-{id}"] = "tells that a reminder is done",
        ["/borgere/{Id:guid} profil"] = "makes a line of the profile",
        ["/borgere/{Id:guid} samtale-nu"] = "begins a conversation",
        ["* samtale"] = "holds a conversation: its note is new",
        ["* observer"] = "asks to sit in",
        ["* blev-ikke-til"] = "ends a conversation that came to nothing",
        ["/borgere/{Id:guid}/samtaler venteliste"] = "joins or leaves the waiting list",
        ["/borgere/{Id:guid}/samtaler/book book"] = "books",
        ["/borgere/{Id:guid}/samtaler/inviter inviter"] = "makes a link",
        ["/virksomheder/{Id:guid}/kontakt kontakt"] = "writes a contact with a company",
        ["/borgere/{Id:guid}/notater/nyt notat"] = "writes a note",
        ["/borgere/{Id:guid}/dokumenter dokument"] = "puts a paper on the case",
        ["/borgere/{Id:guid}/overdrag overdrag"] = "hands the case over",
        ["/borgere/{Id:guid}/skift-ydelse skift"] = "shifts the benefit",
        ["* fortryd"] = "undoes a shift",
        ["* delvis"] = "registers that the hours change from a day",
        ["/borgere/{Id:guid}/sparring sparring"] = "asks for sparring",
        ["/borgere/{Id:guid}/plan trin"] = "makes a step",
        ["/borgere/{Id:guid}/plan med-team"] = "takes a department in",
        ["* ud-{id}"] = "ends a part in something",
        ["/borgere/{Id:guid}/plan/{Step:guid} aftal"] = "agrees a step",
        ["/borgere/{Id:guid}/plan/{Step:guid} besked"] = "writes a message",
        ["* besked-{id}-{id}"] = "tries a message again",
        ["* job-{id}"] = "runs a job again",
        ["* sluk-{id}"] = "switches a connector off",
        ["* taend-{id}"] = "switches a connector on",
        ["* revurdering"] = "writes that sick pay was reassessed on a day",
        ["* tag-tilbage-{id}"] = "takes a reassessment back",
        ["* fjern"] = "closes the opened time, or removes the absence, of the button that is pressed",
        ["* forlad"] = "leaves a conversation that was begun unplanned",
        ["* sendt"] = "tells that messages were sent from the folder",
        ["* set"] = "tells that something was seen",
        ["* maerk"] = "takes a citizen into a scheme",
        ["/indsatser indsats"] = "begins a scheme",
        ["* igen"] = "sends again",
        ["* klaret"] = "tells that a message was seen to",
        ["* kvittering"] = "tells what came of a message",
        ["* laest-{id}"] = "tells that something was read",
        ["* faerdig-{id}"] = "finishes a step",
        ["* skriv-{id}"] = "writes a message",
        ["/min-sag/plan mit-trin"] = "makes a step",
        ["/henvendelser henvendelse"] = "registers an application",
        ["/henvendelser/fil fil"] = "reads a file",
        ["* afgoer"] = "decides an application",
        ["* bed-om"] = "asks for papers",
        ["* traek"] = "withdraws an application",
        ["/i-dag gem-visning"] = "keeps a view",
        ["* slet-{id}"] = "takes a view away",
        ["/kommunens-valg lukkedag"] = "closes a day",
        ["* aabn-{id}"] = "opens a day again",
        ["/noegletal/indlaes indlaes"] = "reads a file",
        ["* hent-{id}"] = "fetches",
        ["/regler/{Id} spoerg"] = "asks the law",
        ["/regler/satsregulering regulering"] = "reads a file",
        ["* godkend"] = "approves a regulation",
        ["* stop"] = "ends a regulation",
        ["/sparring sparringstid"] = "opens a time",
        ["* note-{id}"] = "writes a note of a talk",
        ["/sygemeldte tidlig-{id}"] = "asks for an early follow-up",
        ["/team/{Id:guid}/belastning daek"] = "makes a cover",
        ["* slut-{id}"] = "ends a cover",
        ["/tider aabn"] = "opens times",
        ["* aabn"] = "opens times as an answer",
        ["* nej"] = "says no",
        ["/tider kalender"] = "makes an address",
        ["/tider/anmodninger bed"] = "asks for times",
        ["/tider/fravaer fravaer"] = "registers an absence",
        ["/udvalg/nyt-moede moede"] = "plans a meeting",
        ["/udvalg/moeder/{Id:guid} moedeskridt"] = "takes the meeting on",
        ["/udvalg/moeder/{Id:guid} aflys"] = "cancels the meeting",
        ["/udvalg/moeder/{Id:guid} dagsorden"] = "moves, removes or closes the item of the button that is pressed",
        ["/udvalg/moeder/{Id:guid}/nyt-punkt punkt"] = "adds an item",
        ["/udvalg/laesninger laes-ind"] = "hands papers in",
        ["* bibliotek"] = "keeps a paper in the library",
        ["* eget"] = "keeps a paper as the committee's own",
        ["* fjern-laesning"] = "takes a reading away",
        ["~ /udvalg/moeder/{Id:guid} offentliggoer"] = "publishes a meeting that was read",
        ["* bekraeft"] = "takes a suggestion for a follow-up",
        ["/udvalg/opfoelgning/{Id:guid} frafald"] = "drops a follow-up",
        ["/vaerktoejskasse/skriv artikel"] = "writes an article",
        ["* ikraft"] = "puts a plan in force",
        ["* ny-opfoelgning"] = "makes a follow-up",
        ["/udvalg/nyt-udvalg udvalg"] = "sets up a committee",
        ["* habilitet"] = "takes a member out of an item, or in again, by the choice that is made",
        ["* bilag"] = "opens or closes an attachment",
        ["~ /udvalg/punkter/{Id:guid} noegletal"] = "drafts the key figures",
        ["* begrundelse"] = "states a reason",
        ["/tilsyn/opslag find"] = "finds",
        ["* gennemgang"] = "reviews a look",
        ["* tilbud"] = "answers an offer",
        ["* tid"] = "books by a link",
        ["~ /spoergsmaal/{Link} svar"] = "answers the four questions",
    };

    private static readonly IReadOnlyList<Regex> Everywhere =
    [
        .. All
            .Keys.Where(k => k.StartsWith('*'))
            .Select(k => new Regex($"^{Regex.Escape(k[2..]).Replace(@"\{id}", ".+", StringComparison.Ordinal)}$")),
    ];

    public static bool Acts(string key) =>
        All.ContainsKey(key) || All.ContainsKey($"~ {key}") || Everywhere.Any(name => name.IsMatch(key.Split(' ')[^1]));

    public static bool Names(string name) => All.Keys.Any(k => k.Split(' ')[^1] == name);
}
