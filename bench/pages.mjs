// Page times of a running Virker: for the first person of each role at the demo sign-in, the start page and the pages given, at a number of
// requests at once. Start the server with Virker__BudgetFactor=1000, or it holds one person's many requests back.
//
//   node bench/pages.mjs [--address http://localhost:5080] [--at-once 20] [--requests 400] [--path /plan …]
//
// Only a server on this machine is ever asked. Prints a Markdown table: median and 99th percentile in milliseconds, answers that were not 200.
import { performance } from 'node:perf_hooks';

const options = { address: 'http://localhost:5080', atOnce: 20, requests: 400, paths: [] };
for (let i = 2; i < process.argv.length; i += 2) {
  const [name, value] = [process.argv[i], process.argv[i + 1]];
  if (name === '--address') options.address = value;
  else if (name === '--at-once') options.atOnce = Number(value);
  else if (name === '--requests') options.requests = Number(value);
  else if (name === '--path') options.paths.push(value);
  else throw new Error(`Ukendt: ${name}`);
}
if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(options.address).hostname)) throw new Error('Kun en server på denne maskine.');

const hidden = (html) => [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]);

const plain = (html) => html.replace(/<[^>]+>/g, ' ').replace(/&#x([0-9A-F]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/\s+/g, ' ').trim();

const cookiesOf = (answer) => answer.headers.getSetCookie().map((c) => c.split(';')[0]);

async function signInForm() {
  const answer = await fetch(`${options.address}/log-ind`);
  const html = await answer.text();
  const form = html.match(/<form[^>]*>(?:(?!<\/form>)[\s\S])*?<button[^>]*type="submit"[^>]*name="([^"]+)"[\s\S]*?<\/form>/);
  if (!form) throw new Error('Siden /log-ind har ingen demo-indgang.');
  const people = [...form[0].matchAll(/<button([^>]*)>([\s\S]*?)<\/button>/g)]
    .map(([, tag, text]) => ({ name: tag.match(/name="([^"]+)"/)?.[1], value: tag.match(/value="([^"]+)"/)?.[1], role: tag.match(/data-role="([^"]+)"/)?.[1], text: plain(text) }))
    .filter((p, i, all) => p.name && p.value && all.findIndex((other) => other.role === p.role) === i);
  return { fields: hidden(form[0]), people, cookies: cookiesOf(answer) };
}

async function signIn(index) {
  const { fields, people, cookies } = await signInForm();
  const person = people[index];
  const answer = await fetch(`${options.address}/log-ind`, {
    method: 'POST', redirect: 'manual', headers: { cookie: cookies.join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([...fields, [person.name, person.value]]),
  });
  if (answer.status >= 400) throw new Error(`${person.text}: ${answer.status}`);
  return { who: person.text, cookie: [...cookies, ...cookiesOf(answer)].join('; ') };
}

async function measure(cookie, path) {
  const times = [];
  let asked = 0;
  let other = 0;
  const worker = async () => {
    while (asked++ < options.requests) {
      const began = performance.now();
      const answer = await fetch(options.address + path, { headers: { cookie }, redirect: 'manual' });
      await answer.arrayBuffer();
      times.push(performance.now() - began);
      if (answer.status !== 200) other++;
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  return { median: at(0.5), p99: at(0.99), other };
}

console.log(`| Hvem | Side | Median, ms | p99, ms | Ikke 200 |\n|---|---|---|---|---|`);
const { people } = await signInForm();
for (let i = 0; i < people.length; i++) {
  const { who, cookie } = await signIn(i);
  for (const path of ['/', ...options.paths]) {
    await fetch(options.address + path, { headers: { cookie } }).then((a) => a.arrayBuffer());
    const { median, p99, other } = await measure(cookie, path);
    console.log(`| ${who} | ${path} | ${median} | ${p99} | ${other} |`);
  }
}
