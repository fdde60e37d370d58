import type { DemoStep } from '../../../../db/reference/demo/cases.ts';
import * as words from '../../../../db/reference/demo/full/cases.ts';
import type { FiledKind } from '../../../contracts/complaint.ts';
import type { OfficialRole } from '../../../domain/official.ts';
import { legalDay } from './acts.ts';
import type { About } from './case-filing.ts';
import { type Draw, fill } from './draw.ts';

/** A step of a case: how many days after the filing, by which role, and what it says. */
export interface CaseStep {
  after: number;
  as?: OfficialRole;
  do: 'official' | 'merge' | 'withdraw' | 'supply';
  make(about: About, at: Date): DemoStep;
  /** Not every case has a clock that can be made longer: then nothing is asked. */
  ifPossible?: true;
}

const official = (
  after: number,
  step: (about: About, at: Date) => Omit<DemoStep, 'ago'>,
  as?: OfficialRole,
): CaseStep => ({
  after,
  do: 'official',
  ...(as ? { as } : {}),
  make: (about, at) => ({ ago: 0, ...step(about, at) }) as DemoStep,
});
const own = (after: number, what: 'withdraw' | 'supply'): CaseStep => ({
  after,
  do: what,
  make: () => ({ ago: 0, do: 'note' }),
});
const days = (at: Date, n: number): string => legalDay(new Date(at.getTime() + n * 86_400_000));

/** How cases go, in parts of a hundred. What is too young for its next step stands where it is. */
const LIVES = {
  solved: 34,
  partly: 11,
  not_solved: 8,
  silent: 9,
  slow: 9,
  asked: 6,
  refused: 7,
  withdrawn: 4,
  extended: 5,
  settled: 3,
  determined: 4,
};
type Life = keyof typeof LIVES;

/** Merged into the case before it. */
export const TWIN: { held: boolean; steps: readonly CaseStep[] } = {
  held: false,
  steps: [official(1, () => ({ do: 'accept' })), { after: 3, do: 'merge', make: () => ({ ago: 0, do: 'merge' }) }],
};

/** @param open it stays open for months: another is merged into it */
export function life(d: Draw, kind: FiledKind, ago: number, open = false): { held: boolean; steps: CaseStep[] } {
  if (ago <= 4) {
    const held = d.chance(0.25);
    return { held, steps: !held && d.chance(0.3) ? [accept(d, 1)] : [] };
  }
  const which = open ? 'slow' : d.weighted(LIVES);
  const steps = which === 'refused' ? refused(d) : [accept(d, open ? 1 : d.int(1, 4)), ...lifeOf(d, which, kind, open)];
  return { held: false, steps };
}

const accept = (d: Draw, after: number): CaseStep => {
  const text = d.pick(words.ACCEPTED);
  return official(after, () => ({ do: 'accept', text }));
};
const answer = (d: Draw, after: number, outcome: 'accepted' | 'partly' | 'not'): CaseStep => {
  const text = d.pick(words.ANSWERS[outcome]);
  const other = d.pick(words.ANSWERS[outcome]);
  const promised = outcome === 'accepted' && d.chance(0.3) ? d.int(5, 40) : 0;
  return official(after, ({ body }) => ({
    do: 'answer',
    outcome,
    texts: [fill(text, { body }), fill(other, { body })],
    ...(promised > 0 ? { promisedIn: promised } : {}),
  }));
};
const close = (d: Draw, after: number, bodySays: 'solved' | 'partly' | 'not_solved'): CaseStep => {
  const text = d.pick(words.CLOSINGS);
  return official(after, () => ({ do: 'close', text, input: { bodySays } }));
};
const verdict = (d: Draw, after: number, says: 'solved' | 'partly' | 'not_solved'): CaseStep => {
  const text = d.pick(words.VERDICT_WORDS[says]);
  return official(after, () => ({ do: 'verdict', verdict: says, text }));
};

function refused(d: Draw): CaseStep[] {
  const reason = d.pick(Object.keys(words.REFUSALS) as (keyof typeof words.REFUSALS)[]);
  return [official(d.int(1, 5), () => ({ do: 'refuse', text: words.REFUSALS[reason], input: { reason } }))];
}

function lifeOf(d: Draw, which: Life, kind: FiledKind, open: boolean): CaseStep[] {
  const first = d.int(8, 40);
  const later = first + d.int(2, 12);
  const last = later + d.int(1, 9);
  const order = d.pick(words.ORDERS);
  switch (which) {
    case 'solved':
      return [answer(d, first, 'accepted'), close(d, later, 'solved'), verdict(d, last, 'solved')];
    case 'partly':
      return [answer(d, first, 'partly'), close(d, later, 'partly'), verdict(d, last, 'partly')];
    case 'not_solved':
      return [answer(d, first, 'not'), close(d, later, 'not_solved'), verdict(d, last, 'not_solved')];
    case 'silent':
      return [answer(d, first, d.pick(['accepted', 'partly'] as const)), close(d, later, 'solved')];
    case 'slow': {
      // Late, ordered by the superior, reported; most of them are answered in the end.
      const ordered = d.int(66, 90);
      const report = d.pick(words.REPORTS);
      return [
        official(
          ordered,
          (_, at) => ({ do: 'order', text: order, input: { shown: 'yes', dueOn: days(at, 7) } }),
          'supervisor',
        ),
        ...(!open && d.chance(0.7)
          ? [
              official(ordered + 6, () => ({ do: 'report', text: report })),
              official(ordered + 8, () => ({ do: 'close_order' }), 'supervisor'),
              answer(d, ordered + 12, 'accepted'),
              close(d, ordered + 20, 'solved'),
            ]
          : []),
      ];
    }
    case 'asked': {
      const text = d.pick(words.ASKED);
      const ask = official(d.int(5, 8), () => ({ do: 'ask', text }));
      return d.chance(0.6)
        ? [ask, own(12, 'supply'), answer(d, first + 12, 'accepted'), close(d, later + 12, 'solved')]
        : [ask];
    }
    case 'withdrawn':
      return [own(d.int(6, 25), 'withdraw')];
    case 'extended': {
      const text = d.pick(words.EXTENSIONS);
      const more = d.int(5, 10);
      const ask = () => ({ do: 'ask_extension', text, input: { days: more, step: 'result' } }) as const;
      const decide = () => ({ do: 'decide_extension', input: { outcome: 'approved' } }) as const;
      return [
        { ...official(d.int(6, 9), ask), ifPossible: true },
        { ...official(d.int(10, 12), decide, 'approver'), ifPossible: true },
        answer(d, first + 15, 'accepted'),
        close(d, later + 15, 'solved'),
        verdict(d, last + 15, d.pick(['solved', 'partly'] as const)),
      ];
    }
    case 'settled': {
      const text = d.pick(words.SETTLEMENTS);
      return [
        answer(d, first, 'partly'),
        official(later, ({ body, yuan }, at) => ({
          do: 'settle',
          text,
          input: {
            parties: `${body}、反映人`,
            signedOn: days(at, 0),
            instalments: [1, 2].map((n) => ({ dueOn: days(at, n * 30), amount: String(Number(yuan) / 2) })),
          },
        })),
      ];
    }
    default:
      return kind === 'old_debt' || kind === 'promise'
        ? determined(d, first)
        : [answer(d, first, 'accepted'), close(d, later, 'solved')];
  }
}

/** The fact, whose duty it is, the finding and its approval by another, then the answer. */
function determined(d: Draw, first: number): CaseStep[] {
  const fact = d.pick(words.FACTS);
  const finding = d.chance(0.8) ? 'established' : 'not_established';
  return [
    official(first, ({ wan }) => ({
      do: 'establish',
      input: {
        fact: fill(fact, { wan }),
        change: 'office',
        changeText: '称原负责人已经调离。',
        successorText: '人员调整不影响已有约定，由现单位承接。',
      },
    })),
    official(first + 4, ({ serial }, at) => ({
      do: 'determine',
      text: finding === 'established' ? '约定成立，没有按期履行。' : '现有材料不足以认定。',
      input: { finding, documentNumber: `示信认〔示例〕${5_000 + serial}号`, determinedOn: days(at, 0) },
    })),
    official(first + 6, () => ({ do: 'decide_determination', input: { decision: 'approved' } }), 'approver'),
    answer(d, first + 12, 'accepted'),
    close(d, first + 24, 'solved'),
  ];
}
