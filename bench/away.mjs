// A thousand pages while the database is restarted: what is answered, how long the longest takes, and whether all is well afterwards.
// Start the server with Virker__BudgetFactor=1000, or it holds one person's many requests back.
//
//   node bench/away.mjs --restart 'COMMAND' [--address http://localhost:5080] [--at-once 10] [--requests 1000]
//
// COMMAND stops and starts the database and is run once, when a quarter of the pages have been asked for. Only a server on this machine is ever asked.
import { exec } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const options = { address: 'http://localhost:5080', atOnce: 10, requests: 1000, restart: '' };
for (let i = 2; i < process.argv.length; i += 2) {
  const [name, value] = [process.argv[i], process.argv[i + 1]];
  if (name === '--address') options.address = value;
  else if (name === '--at-once') options.atOnce = Number(value);
  else if (name === '--requests') options.requests = Number(value);
  else if (name === '--restart') options.restart = value;
  else throw new Error(`Ukendt: ${name}`);
}
if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(options.address).hostname)) throw new Error('Kun en server på denne maskine.');
if (options.restart === '') throw new Error('Skriv kommandoen, der genstarter databasen, efter --restart.');

const pages = ['/', '/i-dag', '/borgere', '/plan', '/regler', '/noegletal', '/henvendelser', '/beskeder', '/konto', '/politik'];

const cookiesOf = (answer) => answer.headers.getSetCookie().map((c) => c.split(';')[0]);

async function signIn() {
  const answer = await fetch(`${options.address}/log-ind`);
  const form = (await answer.text()).match(/<form[^>]*>(?:(?!<\/form>)[\s\S])*?<button[^>]*type="submit"[^>]*name="([^"]+)"[\s\S]*?<\/form>/)[0];
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]);
  const [, name, value] = form.match(/<button[^>]*name="([^"]+)"[^>]*value="([^"]+)"/);
  const cookies = cookiesOf(answer);
  const done = await fetch(`${options.address}/log-ind`, {
    method: 'POST', redirect: 'manual', headers: { cookie: cookies.join('; '), 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams([...hidden, [name, value]]),
  });
  if (done.status >= 400) throw new Error(`Kan ikke logge ind: ${done.status}`);
  return [...cookies, ...cookiesOf(done)].join('; ');
}

async function ask(cookie, path) {
  const began = performance.now();
  const answer = await fetch(options.address + path, { headers: { cookie }, redirect: 'manual', signal: AbortSignal.timeout(60_000) }).catch((problem) => ({ status: String(problem.name), text: () => '' }));
  const text = await answer.text();
  return { status: answer.status === 503 && !text.includes('kan ikke nå kommunens database') ? '503 uden besked' : answer.status, took: performance.now() - began };
}

const told = (answers) => {
  const counts = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  const times = answers.map((a) => a.took).sort((a, b) => a - b);
  return `${Object.entries(counts).map(([status, count]) => `${status}: ${count}`).join(', ')}; median ${times[Math.floor(times.length / 2)].toFixed(0)} ms, længst ${times.at(-1).toFixed(0)} ms`;
};

const cookie = await signIn();
for (const page of pages) await ask(cookie, page);
const answers = [];
let asked = 0;
let restarted;
const worker = async () => {
  while (asked++ < options.requests) {
    if (asked >= options.requests / 4 && !restarted) restarted = new Promise((done) => exec(options.restart, (problem) => done(problem ? `fejlede: ${problem.message}` : 'genstartet')));
    answers.push(await ask(cookie, pages[asked % pages.length]));
  }
};
await Promise.all(Array.from({ length: options.atOnce }, worker));
console.log(`databasen er ${await restarted}`);
console.log(`imens: ${told(answers)}`);
const after = [];
for (let i = 0; i < 20; i++) after.push(...await Promise.all(pages.map((page) => ask(cookie, page))));
console.log(`bagefter: ${told(after)}`);
