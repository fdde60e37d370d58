/**
 * `npm run bench`: figures as ratios measured side by side in one run.
 * `-- --json` one JSON object a line; `--only NAME` one figure at full size; `--all` the long ones too.
 */
import { parseArgs } from 'node:util';
import type { Figure } from './figure.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    list: { type: 'boolean' },
  },
});

const areas: (() => Promise<{ figures: Figure[] }>)[] = [
  () => import('./page-cache.ts'),
  () => import('./filing.ts'),
  () => import('./page.ts'),
  () => import('./search.ts'),
  () => import('./workspace.ts'),
  () => import('./clocks.ts'),
  () => import('./import.ts'),
  () => import('./ratings.ts'),
  () => import('./rating-pages.ts'),
];

const figures = (await Promise.all(areas.map((load) => load()))).flatMap((m) => m.figures);
const chosen = figures.filter((f) => (values.only ? values.only.includes(f.name) : values.all || !f.long));
if (values.list) {
  for (const f of figures) console.log(`${f.name}\t${f.goalText}${f.long ? '\t(long)' : ''}`);
  process.exit(0);
}
if (chosen.length === 0) {
  console.error(`No figure of that name. There are: ${figures.map((f) => f.name).join(', ')}`);
  process.exit(2);
}

let missed = 0;
for (const figure of chosen) {
  if (!values.json) process.stderr.write(`${figure.name} … `);
  const value = await figure.run();
  const met = figure.met(value);
  if (!met) missed += 1;
  if (values.json) {
    console.log(JSON.stringify({ name: figure.name, value, unit: figure.unit, goal: figure.goal, met }));
  } else {
    console.log(
      `${figure.name.padEnd(30)} ${format(value)} ${figure.unit.padEnd(8)} goal ${figure.goalText}  ${met ? 'met' : 'MISSED'}`,
    );
  }
}
process.exit(missed === 0 ? 0 : 1);

function format(value: number): string {
  return (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)).padStart(8);
}
