// Page times of every key figure with every breakdown of it, of a running Virker: what the server takes from the request's last byte to the answer's. Start the server with
// Virker__BudgetFactor=1000, or it holds one person's many requests back.
//
//   node bench/figures.mjs [--address http://localhost:5080] [--role team-leader] [--times 5] [--slowest 20] [--only TEXT]
//
// Only a server on this machine is ever asked, and one request at a time. Prints a Markdown table for each kind of page, and the slowest pages.
import { performance } from 'node:perf_hooks';

const options = { address: 'http://localhost:5080', role: 'team-leader', times: 5, slowest: 20, only: '' };
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, '');
  if (!(name in options)) throw new Error(`Ukendt: ${process.argv[i]}`);
  options[name] = typeof options[name] === 'number' ? Number(process.argv[i + 1]) : process.argv[i + 1];
}
if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(options.address).hostname)) throw new Error('Kun en server på denne maskine.');

const cookiesOf = (answer) => answer.headers.getSetCookie().map((c) => c.split(';')[0]);

async function signIn() {
  const answer = await fetch(`${options.address}/log-ind`);
  const html = [...(await answer.text()).matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form).find((form) => form.includes(`data-role="${options.role}"`));
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]);
  const button = [...html.matchAll(/<button([^>]*)>/g)].map(([, tag]) => tag).find((tag) => tag.includes(`data-role="${options.role}"`));
  const done = await fetch(`${options.address}/log-ind`, {
    method: 'POST', redirect: 'manual', headers: { cookie: cookiesOf(answer).join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([...fields, [button.match(/name="([^"]+)"/)[1], button.match(/value="([^"]+)"/)[1]]]),
  });
  if (done.status >= 400) throw new Error(`Log ind: ${done.status}`);
  return [...cookiesOf(answer), ...cookiesOf(done)].join('; ');
}

const cookie = await signIn();

async function ask(path) {
  const began = performance.now();
  const answer = await fetch(options.address + path, { headers: { cookie }, redirect: 'manual' });
  const html = await answer.text();
  return { ms: performance.now() - began, status: answer.status, html };
}

/** The first time is told by itself: it works the figure out, where the later ones may find it in memory. */
async function measure(kind, path) {
  const first = await ask(path);
  const times = [];
  for (let i = 0; i < options.times; i++) times.push((await ask(path)).ms);
  return { kind, path, first: first.ms, times, status: first.status, html: first.html };
}

const all = (await ask('/noegletal/alle')).html;
const figures = [...new Set([...all.matchAll(/href="(\/noegletal\/[a-z0-9.-]+\.[a-z0-9.-]+)"/g)].map(([, path]) => path))].filter((p) => p.includes(options.only));
const seen = [];
if (!options.only) for (const path of ['/noegletal', '/noegletal/alle', '/noegletal/politiske-maal', '/noegletal/benchmark']) seen.push(await measure('samlet side', path));
for (const path of figures) {
  const page = await measure('nøgletal', path);
  seen.push(page);
  const split = page.html.match(/<select[^>]*id="opdeling"[\s\S]*?<\/select>/)?.[0] ?? '';
  for (const [, dimension] of split.matchAll(/<option value="([^"]+)"/g)) {
    seen.push(await measure('nøgletal med opdeling', `${path}?opdeling=${dimension}`));
    seen.push(await measure('hvorfor', `${path}/hvorfor?opdeling=${dimension}`));
  }
  const groups = [...(page.html.match(/<select[^>]*id="gruppe"[\s\S]*?<\/select>/)?.[0] ?? '').matchAll(/<option value="([^"]+)"/g)].map(([, g]) => g).filter(Boolean);
  if (groups.length > 1) seen.push(await measure('sammenlign', `${path}/sammenlign?a=${encodeURIComponent(groups[0])}&b=${encodeURIComponent(groups[1])}`));
  if (page.html.includes(`${path}/sager`)) seen.push(await measure('sager', `${path}/sager`));
}

const at = (times, share) => { const sorted = [...times].sort((a, b) => a - b); return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0); };
console.log('| Side | Sider | Median, ms | p99, ms | Første gang: median, ms | Første gang: p99, ms | Ikke 200 |\n|---|---|---|---|---|---|---|');
for (const kind of [...new Set(seen.map((s) => s.kind))]) {
  const these = seen.filter((s) => s.kind === kind);
  const times = these.flatMap((s) => s.times);
  console.log(`| ${kind} | ${these.length} | ${at(times, 0.5)} | ${at(times, 0.99)} | ${at(these.map((s) => s.first), 0.5)} | ${at(these.map((s) => s.first), 0.99)} | ${these.filter((s) => s.status !== 200).length} |`);
}
console.log(`\nDe ${options.slowest} langsomste første gang:\n\n| Side | Første gang, ms | Median derefter, ms |\n|---|---|---|`);
for (const s of [...seen].sort((a, b) => b.first - a.first).slice(0, options.slowest)) console.log(`| ${s.path} | ${s.first.toFixed(0)} | ${at(s.times, 0.5)} |`);
