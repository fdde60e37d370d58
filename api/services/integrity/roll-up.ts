import {
  type FigureRow,
  integrityCounted,
  integrityMonths,
  replaceMonth,
  weightsRows,
} from '../../../db/queries/integrity.ts';
import {
  type BodyInput,
  caseInputs,
  commitmentInputs,
  ratingInputs,
  recordInputs,
} from '../../../db/queries/integrity-inputs.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { divisionChain } from '../../domain/division-code.ts';
import {
  COMPONENT_SAMPLE,
  COMPONENTS,
  type Component,
  DEFAULT_WEIGHTS,
  FORMULA_VERSION,
  type Input,
  type Inputs,
  score,
} from '../../domain/integrity.ts';
import { ABOUT_PEOPLE, type Cell, hiddenCells } from '../../domain/integrity-small.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Deps } from '../context.ts';

type Counts = Partial<Record<Component, Input>>;
/** A body, or a place with all below it. */
interface Subject {
  kind: FigureRow['kind'];
  subject: string;
  division: string;
  counts: Counts;
}

/**
 * Counts the running month anew: from the cases, records and promises of the last year to the score of every body and place
 * that has anything to count. Doing it twice gives the same. Months before stay as they were, with their weights.
 */
export async function rollUpIntegrity(
  deps: Pick<Deps, 'sql' | 'db' | 'directory'>,
): Promise<{ month: string; figures: number }> {
  const { sql } = deps;
  const [{ month, since }, [weights], directory] = await Promise.all([
    integrityMonths(sql),
    weightsRows(sql),
    deps.directory(),
  ]);
  const found = await Promise.all([
    caseInputs(sql, since),
    commitmentInputs(sql, since),
    recordInputs(sql),
    ratingInputs(sql, since),
  ]);
  const inputs = found.flat();
  const subjects = gather(directory, inputs);
  const hidden = hiddenInputs(subjects);
  const rows = subjects.map(({ kind, subject, division, counts }): FigureRow => {
    const told = Object.fromEntries(
      COMPONENTS.map((component) => [
        component,
        hidden.has(key(component, subject)) ? null : (counts[component] ?? { part: 0, total: 0 }),
      ]),
    ) as Inputs;
    const made = score(told, weights?.weights ?? DEFAULT_WEIGHTS);
    return {
      kind,
      subject,
      division,
      month,
      version: FORMULA_VERSION,
      weightsId: weights?.id ?? 1,
      inputs: Object.fromEntries(
        COMPONENTS.map((component) => [component, told[component] && [told[component].part, told[component].total]]),
      ) as FigureRow['inputs'],
      score: made.score,
      low: made.low,
      high: made.high,
      ranked: made.ranked,
    };
  });
  await replaceMonth(sql, month, rows);
  await deps.db.transaction((tx) => invalidate(tx, ['integrity']));
  return { month, figures: rows.length };
}

/** The first count after an installation or an upgrade, so that nobody waits for the night. */
export async function rollUpIntegrityOnce(deps: Pick<Deps, 'sql' | 'db' | 'directory'>): Promise<void> {
  if (!(await integrityCounted(deps.sql))) await rollUpIntegrity(deps);
}

/** Whoever was merged is counted with the body that took over, today. */
function successor(directory: Directory, id: string): string {
  let here = id;
  for (let steps = 0; steps < 10; steps++) {
    const next = directory.successionsFrom(here).at(-1)?.successor;
    if (!next || next === here) break;
    here = next;
  }
  return here;
}

function gather(directory: Directory, inputs: readonly BodyInput[]): Subject[] {
  const found = new Map<string, Subject>();
  const at = (kind: Subject['kind'], subject: string, division: string): Counts => {
    const known = found.get(subject) ?? { kind, subject, division, counts: {} };
    found.set(subject, known);
    return known.counts;
  };
  const add = (counts: Counts, component: Component, part: number, total: number) => {
    const before = counts[component] ?? { part: 0, total: 0 };
    counts[component] = { part: before.part + part, total: before.total + total };
  };
  for (const { bodyId, component, part, total, repaired } of inputs) {
    const body = directory.bodies.get(successor(directory, bodyId));
    if (!body) continue;
    add(at('body', body.id, body.division), component, part, total);
    for (const code of divisionChain(body.division))
      add(at('place', code, code), component, part + repaired, total + repaired);
  }
  return [...found.values()];
}

const key = (component: Component, subject: string) => `${component}/${subject}`;

/** Inputs that would show too few people, or from which others of that kind could be told (domain/integrity-small.ts). */
function hiddenInputs(subjects: readonly Subject[]): Set<string> {
  const hidden = new Set<string>();
  for (const component of ABOUT_PEOPLE) {
    const cells = subjects.map(({ kind, subject, division, counts }): Cell => {
      const above = divisionChain(division);
      const parent = kind === 'body' ? division : (above.find((code) => code.length < division.length) ?? null);
      const total = counts[component]?.total ?? 0;
      // Arrears are a part of the closed cases: told, they would tell how many are none.
      const others = (counts.solved?.total ?? 0) - total;
      const secret = component === 'arrears' && others > 0 && others < COMPONENT_SAMPLE;
      return { id: subject, parent, total, secret };
    });
    for (const id of hiddenCells(cells)) hidden.add(key(component, id));
  }
  return hidden;
}
