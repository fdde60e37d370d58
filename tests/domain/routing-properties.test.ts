import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASE_KINDS, type CaseKind } from '../../api/domain/case.ts';
import type { Body } from '../../api/domain/directory.ts';
import { ROUTING_STEP_CODES } from '../../api/domain/duty.ts';
import { MATTERS, type Matter } from '../../api/domain/matter.ts';
import { type Routing, route } from '../../api/domain/routing.ts';
import { existsOn } from '../../api/domain/routing-place.ts';
import { LOCALES } from '../../site/text/locale.ts';
import { routingSteps, stepText } from '../../site/text/routing.ts';
import { referenceDirectory } from '../support/directory.ts';

const ON = '2026-11-21';
const directory = referenceDirectory();
const bodies = [...directory.bodies.values()];

/** Whether `a` is at or below `b` in the order of places and governments. */
function below(a: Body, b: Body): boolean {
  if (a.id === b.id) return true;
  if (a.division.length > b.division.length) return a.division.startsWith(b.division);
  return b.kind === 'government' && a.division === b.division;
}

function problem(answer: Routing, kind: CaseKind, matter: Matter): string | null {
  const { respondentNow: now, handler, accepting, watching, steps, supporting } = answer;
  if (steps.length === 0) return 'unexplained';
  if (!existsOn(now, ON)) return 'the respondent of today does not exist';
  const top = now.kind === 'government' && now.division.length === 2;
  if (kind === 'service') {
    if (handler?.id !== now.id) return 'a bad rating goes to the serving body';
    return watching === null && !top ? 'nobody watches' : watching?.id === now.id ? 'watches itself' : null;
  }
  if (handler === null) return top && steps.some((s) => s.code === 'top_government') ? null : 'no handler';
  if (handler.id === now.id) return 'judges itself';
  if (below(handler, now)) return 'handled below';
  if (!existsOn(handler, ON)) return 'the handler does not exist';
  if (supporting.some((b) => b.id === now.id || b.id === handler.id || !existsOn(b, ON))) return 'wrong support';
  const arrears = kind === 'arrears' || matter === 'arrears';
  if (arrears !== (accepting !== null)) return 'accepting';
  if (accepting && (accepting.id === now.id || !existsOn(accepting, ON))) return 'accepted by the accused';
  if (answer.basis.length === 0) return 'no clause';
  return null;
}

test('for every body and every matter the handler is another, not below, exists today and is explained', () => {
  const wrong: string[] = [];
  for (const body of bodies)
    for (const matter of MATTERS) {
      const found = problem(
        route(directory, { respondentId: body.id, matter, kind: 'promise', on: ON }),
        'promise',
        matter,
      );
      if (found) wrong.push(`${body.name} · ${matter}: ${found}`);
    }
  expect(wrong).toEqual([]);
});

test('any kind with any matter holds the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...bodies),
      fc.constantFrom(...MATTERS),
      fc.constantFrom(...CASE_KINDS),
      (body, matter, kind) => {
        expect(problem(route(directory, { respondentId: body.id, matter, kind, on: ON }), kind, matter)).toBeNull();
      },
    ),
    { numRuns: 5000 },
  );
});

test('the kind changes nothing but service and who accepts', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bodies), fc.constantFrom(...MATTERS), (body, matter) => {
      const ask = (kind: CaseKind) => route(directory, { respondentId: body.id, matter, kind, on: ON }).handler?.id;
      const one = ask('promise');
      for (const kind of ['old_debt', 'arrears', 'tip_off', 'other'] as const) expect(ask(kind)).toBe(one);
    }),
    { numRuns: 1000 },
  );
});

test('every step has words in both languages, and no parameter stays open', () => {
  for (const locale of LOCALES)
    expect(Object.keys(routingSteps[locale]).sort()).toEqual([...ROUTING_STEP_CODES].sort());
  const used = new Set<string>();
  for (const body of bodies)
    for (const [matter, kind] of [
      ['arrears', 'arrears'],
      ['bidding', 'promise'],
      ['township', 'service'],
    ] as const)
      for (const step of route(directory, { respondentId: body.id, matter, kind, on: ON }).steps) {
        if (used.has(step.code)) continue;
        used.add(step.code);
        for (const locale of LOCALES) {
          const text = stepText(step, locale);
          expect(text).not.toMatch(/[{}]/);
          expect(text).not.toContain('“”');
        }
      }
  expect(used.size).toBeGreaterThan(15);
});
