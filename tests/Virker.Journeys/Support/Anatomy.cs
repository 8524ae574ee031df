using System.Collections.Concurrent;

namespace Virker.Journeys.Support;

/// <summary>
/// How a page is built, without what is written in it: its elements with what styles and names them, rows that are
/// alike once. Two who see a page built alike hear the same of it from axe, so it is asked of the first. What stands
/// around a page is looked at apart from it, since a menu that is built alike stands on every page.
/// </summary>
internal static class Anatomy
{
    /// <summary>
    /// Of what differs from row to row or from citizen to citizen it is told whether there is any; of what points to
    /// another element, whether that is there; of what is pressed, whether its text is too short to be hit; of what
    /// holds more than it shows, that it scrolls. A drawing is told whole.
    /// </summary>
    private const string Script = """
        () => {
          const told = ['href', 'value', 'action', 'src', 'name', 'id', 'title', 'datetime', 'nonce', 'placeholder',
            'aria-label', 'alt', 'data-field', 'download', 'max', 'min', 'integrity'];
          const pointing = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers',
            'list', 'form', 'popovertarget'];
          const there = value => value.split(/\s+/).every(id => document.getElementById(id) !== null);
          const attribute = (a, whole) =>
            whole ? `${a.name}=${a.value}`
              : pointing.includes(a.name) ? `${a.name}:${there(a.value)}`
              : told.includes(a.name) || a.name.startsWith('data-') ? `${a.name}:${a.value.trim().length > 0}`
              : `${a.name}=${a.value}`;
          const scrolls = e =>
            (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight)
            && /auto|scroll/.test(getComputedStyle(e).overflow) ? ' scrolls' : '';
          const text = (node, drawn) => {
            const said = node.data.trim();
            if (said.length === 0) return '';
            return drawn ? node.data : said.length < 3 && node.parentElement.closest('a, button') ? 'short' : 'text';
          };
          const main = document.querySelector('main');
          const built = (element, whole, without) => {
            const drawn = whole || element.localName === 'svg';
            const attributes = [...element.attributes].map(a => attribute(a, drawn)).sort().join(' ');
            const within = [];
            for (const node of element.childNodes) {
              const part = node === without ? '<main>' : node.nodeType === 1 ? built(node, drawn, without)
                : node.nodeType === 3 ? text(node, drawn) : '';
              if (part.length > 0 && part !== within[within.length - 1]) within.push(part);
            }
            return `<${element.localName} ${attributes}${scrolls(element)}>${within.join('')}</>`;
          };
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          const twice = ids.length - new Set(ids).size;
          return [built(document.documentElement, false, main), `${twice} ${main ? built(main, false, null) : ''}`];
        }
        """;

    private static readonly ConcurrentDictionary<(string Kind, string Built), byte> Seen = new();

    /// <summary>How what stands around the page is built, and the page.</summary>
    public static async Task<(string Around, string Within)> OfAsync(IPage page)
    {
        var built = await page.EvaluateAsync<string[]>(Script);
        return (built[0], built[1]);
    }

    /// <summary>Whether nobody has met this kind of page, or what stands around it, built so before.</summary>
    public static async Task<bool> IsNewAsync(IPage page, string kind)
    {
        var built = await OfAsync(page);
        var (around, within) = (Seen.TryAdd(("", built.Around), 0), Seen.TryAdd((kind, built.Within), 0));
        return around || within;
    }
}
