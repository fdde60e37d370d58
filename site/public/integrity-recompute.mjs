#!/usr/bin/env node
// Recomputes every score of the integrity monitor from the open data set "integrity" and compares it with the published one.
//
//   curl -O https://PORTAL/open-data/latest/integrity.ndjson.gz
//   node integrity-recompute.mjs integrity.ndjson.gz          # says how many agree; ends with 1 where one does not
//   node integrity-recompute.mjs integrity.ndjson --json      # every recomputed row, one a line
//
// Needs Node 18 or newer and nothing else; reads .ndjson, .csv, and either packed with gzip. Formula, version 1:
//   share    p = part / total of each component with total >= 10 and weight > 0 (the others are left out)
//   interval of p: Wilson, z = 1.96
//   score    S = sum(w p) / sum(w), only where sum(w) >= 50
//   interval of S: S - sqrt(sum((w/W (p - low))^2)), S + sqrt(sum((w/W (high - p))^2)), kept within 0 and 1 (MOVER)
//   ranked   where there is a score and the totals of the components together are 30 or more
//   all three are given in points of 100 with two decimals
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const COMPONENTS = ['timeliness', 'solved', 'commitments', 'records', 'arrears', 'ratings'];
const Z = 1.96;
const points = (share) => Math.round(share * 10000) / 100;

function interval(part, total) {
  const z2 = Z ** 2;
  const p = part / total;
  const centre = (p + z2 / (2 * total)) / (1 + z2 / total);
  const half = (Z * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total * total))) / (1 + z2 / total);
  return { p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function recompute(row) {
  if (row.version !== '1')
    throw new Error(`${row.id}: version ${row.version} of the formula is not known to this script`);
  const used = COMPONENTS.map((name) => ({
    part: row[`${name}Part`],
    total: row[`${name}Total`],
    weight: row[`${name}Weight`],
  })).filter(({ total, weight }) => total !== null && total >= 10 && weight > 0);
  const weights = used.reduce((sum, one) => sum + one.weight, 0);
  if (weights < 50) return { score: null, low: null, high: null, ranked: false };
  let mean = 0;
  let below = 0;
  let above = 0;
  for (const { part, total, weight } of used) {
    const { p, low, high } = interval(part, total);
    const w = weight / weights;
    mean += w * p;
    below += (w * (p - low)) ** 2;
    above += (w * (high - p)) ** 2;
  }
  return {
    score: points(mean),
    low: points(Math.max(0, mean - Math.sqrt(below))),
    high: points(Math.min(1, mean + Math.sqrt(above))),
    ranked: used.reduce((sum, one) => sum + one.total, 0) >= 30,
  };
}

/** Cells of a CSV file as RFC 4180 writes it. */
function csvRows(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      rows.at(-1).push(cell.replace(/\r$/, ''));
      cell = '';
      if (c === '\n') rows.push([]);
    } else cell += c;
  }
  const [head, ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, typed(name, row[i])])));
}
const typed = (name, value) =>
  name === 'ranked'
    ? value === 'true'
    : value === ''
      ? null
      : /(Part|Total|Weight)$|^(score|low|high)$/.test(name)
        ? Number(value)
        : value;

const [file, option] = process.argv.slice(2);
if (!file) {
  console.error('usage: node integrity-recompute.mjs integrity.ndjson[.gz] | integrity.csv[.gz] [--json]');
  process.exit(2);
}
const bytes = readFileSync(file);
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
const rows = /\.csv(\.gz)?$/.test(file)
  ? csvRows(text)
  : text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
let wrong = 0;
for (const row of rows) {
  const made = recompute(row);
  const same = ['score', 'low', 'high', 'ranked'].every((name) => made[name] === row[name]);
  if (!same) {
    wrong += 1;
    console.error(
      `${row.id}: published ${row.score} (${row.low} to ${row.high}), recomputed ${made.score} (${made.low} to ${made.high})`,
    );
  }
  if (option === '--json') console.log(JSON.stringify({ id: row.id, ...made }));
}
if (option !== '--json') console.log(`${rows.length} figures, ${rows.length - wrong} agree, ${wrong} do not`);
process.exitCode = wrong === 0 && rows.length > 0 ? 0 : 1;
