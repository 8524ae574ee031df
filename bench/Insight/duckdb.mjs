// DuckDB as one of those that are measured: loads the register into a database and a Parquet file among the temporary files, then answers one question for each line
// that it reads ("q1_events parquet") with one line of JSON: milliseconds, rows, sum, check.
//
//   node duckdb.mjs MODULES SPELLS.CSV SQL-FOLDER WORK-FOLDER THREADS
//
// MODULES is a folder where "npm install @duckdb/node-api" has been run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const [modules, csv, sql, work, threads] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(resolve(modules), 'from.js'))('@duckdb/node-api');
const parquet = join(work, 'spells.parquet');
const connection = await (await DuckDBInstance.create(join(work, 'duck.db'), { threads })).connect();
const read = (name) => readFileSync(join(sql, `${name}.sql`), 'utf8').replaceAll('$CSV', csv);
const run = async (text) => { for (const statement of text.split(/;\s*$/m)) if (statement.trim()) await connection.run(statement); };
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

await run(read('load'));
await run(`copy spells to '${parquet}' (format parquet, compression zstd)`);
say({ version: String((await connection.runAndReadAll('select version()')).getRows()[0][0]) });
for await (const line of createInterface({ input: process.stdin })) {
  const [name, source] = line.split(' ');
  await run(`create or replace temp view spell as select * from ${source === 'table' ? 'spells' : `read_parquet('${parquet}')`}`);
  const text = read(name);
  const started = performance.now();
  const row = (await connection.runAndReadAll(text)).getRows()[0];
  say({ ms: performance.now() - started, rows: String(row[0]), sum: String(row[1]), check: String(row[2]) });
}
