import { describe, expect, test } from 'vitest';
import type { ClockRule } from '../../api/domain/deadline.ts';
import {
  DISCLOSURE_KINDS,
  DISCLOSURE_STATES,
  type DisclosureStanding,
  ENDED_STATES,
  visibleTo,
} from '../../api/domain/disclosure.ts';
import { fieldsOf, KINDS } from '../../api/domain/disclosure-kinds.ts';
import { actionsFor, checkAction } from '../../api/domain/disclosure-life.ts';
import {
  DISCLOSURE_ACTIONS,
  DISCLOSURE_TRANSITIONS,
  disclosureTransition,
} from '../../api/domain/disclosure-transitions.ts';
import { flagsOf } from '../../api/domain/disclosure-view.ts';
import { DomainError } from '../../api/domain/errors.ts';
import type { Actor, OfficialRole } from '../../api/domain/official.ts';
import { publicationEnd, publicationWindow, repairableFrom } from '../../api/domain/publication.ts';
import { CLOCK_RULES } from '../../db/reference/clocks/rules.ts';
import gf from '../../db/reference/policies/gf-2016-76.json' with { type: 'json' };
import ning from '../../db/reference/policies/ning-2018-96.json' with { type: 'json' };
import sme from '../../db/reference/policies/sme-payment.json' with { type: 'json' };
import su from '../../db/reference/policies/su-2023-55.json' with { type: 'json' };
import xi from '../../db/reference/policies/xi-2023-4.json' with { type: 'json' };

const official = (id: string, role: OfficialRole, bodyId = 'P'): Actor => ({
  kind: 'official',
  id,
  name: id,
  grants: [{ role, bodyId }],
});
const record = (changes: Partial<DisclosureStanding> = {}): DisclosureStanding => ({
  state: 'published',
  publisherId: 'P',
  bodyId: 'B',
  createdBy: 'author',
  submittedBy: 'author',
  approvedBy: 'second',
  publishedAt: new Date('2026-01-01T00:00:00Z'),
  objectionFlag: 'none',
  rectification: 'none',
  repair: 'none',
  ...changes,
});
const code = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('the life of a record', () => {
  test('has one row for each action, and no action for a record that has ended', () => {
    expect(DISCLOSURE_TRANSITIONS.map((t) => t.action).sort()).toEqual([...DISCLOSURE_ACTIONS].sort());
    for (const t of DISCLOSURE_TRANSITIONS) expect(t.from.filter((s) => ENDED_STATES.includes(s))).toEqual([]);
  });

  test('reaches every state from a draft', () => {
    const reached = new Set(['draft']);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const t of DISCLOSURE_TRANSITIONS) {
        if (t.to !== 'same' && t.from.some((state) => reached.has(state))) reached.add(t.to);
      }
    }
    expect([...reached].sort()).toEqual([...DISCLOSURE_STATES].sort());
  });

  test('lets nobody decide about what they published, wrote, proposed or confirmed', () => {
    const objected = record({ objectionFlag: 'under_objection' });
    for (const action of ['uphold', 'decide_corrected', 'decide_withdrawn'] as const) {
      for (const id of ['author', 'second']) {
        expect(code(() => checkAction(official(id, 'publisher'), action, objected))).toBe(
          'disclosure.second_person_required',
        );
      }
      expect(code(() => checkAction(official('writer', 'publisher'), action, objected, { authors: ['writer'] }))).toBe(
        'disclosure.second_person_required',
      );
      expect(code(() => checkAction(official('third', 'publisher'), action, objected))).toBeNull();
    }
    const confirmed = record({ repair: 'confirmed' });
    const facts = { confirmer: 'third' };
    expect(code(() => checkAction(official('third', 'publisher'), 'repair', confirmed, facts))).toBe(
      'disclosure.second_person_required',
    );
    expect(checkAction(official('fourth', 'approver'), 'repair', confirmed, facts).state).toBe('repaired');
    expect(code(() => checkAction(official('third', 'publisher'), 'exempt', record(), { proposer: 'third' }))).toBe(
      'disclosure.second_person_required',
    );
  });

  test('hears the body itself where the body speaks, and no superior in its place', () => {
    const ordered = record({ rectification: 'ordered' });
    const facts = { subjects: ['B'], determiners: ['D'] };
    expect(checkAction(official('b', 'handler', 'B'), 'explain', ordered, facts).rectification).toBe('explained');
    expect(code(() => checkAction(official('p', 'publisher', 'P'), 'explain', ordered, facts, () => true))).toBe(
      'auth.forbidden',
    );
    const asked = record({ repair: 'asked' });
    expect(code(() => checkAction(official('p', 'publisher', 'P'), 'confirm_repair', asked, facts))).toBe(
      'auth.forbidden',
    );
    expect(checkAction(official('d', 'approver', 'D'), 'confirm_repair', asked, facts).repair).toBe('confirmed');
  });

  test('repairs only what was asked for and confirmed', () => {
    for (const repair of ['none', 'asked'] as const) {
      expect(code(() => checkAction(official('third', 'publisher'), 'repair', record({ repair })))).toBe(
        'disclosure.transition_refused',
      );
    }
  });

  test('offers the public nothing but filing, and the portal itself nothing but expiry', () => {
    expect(actionsFor({ kind: 'public' }, record())).toEqual(['object', 'ask_repair']);
    expect(actionsFor({ kind: 'system' }, record())).toContain('expire');
    expect(actionsFor({ kind: 'system' }, record())).not.toContain('approve');
    expect(actionsFor({ kind: 'public' }, record({ state: 'draft', publishedAt: null }))).toEqual([]);
  });

  test('gives every step of an official roles, and a reason to those that take something away', () => {
    for (const t of DISCLOSURE_TRANSITIONS) {
      expect(t.roles.length > 0, t.action).toBe(t.by !== 'filer' && t.by !== 'system');
    }
    for (const action of ['withdraw', 'uphold', 'refuse_repair', 'refuse_exemption', 'return'] as const) {
      expect(disclosureTransition(action).why, action).toBe(true);
    }
  });
});

describe('who sees a record', () => {
  test.each(DISCLOSURE_STATES)('as the public: %s', (state) => {
    const published = visibleTo({ kind: 'public' }, record({ state }));
    const never = visibleTo({ kind: 'public' }, record({ state, publishedAt: null }));
    const expected = state === 'published' ? 'public' : ENDED_STATES.includes(state) ? 'tombstone' : 'none';
    expect(published).toBe(expected);
    // An ended record that was never public leaves no tombstone.
    if (state !== 'published') expect(never).toBe('none');
  });

  test('with the flags in one order', () => {
    expect(flagsOf({ objection: 'under_objection', rectification: 'done' })).toEqual(['under_objection', 'rectifying']);
    expect(flagsOf({ objection: 'none', rectification: 'verified' })).toEqual([]);
  });
});

describe('the table of kinds', () => {
  test.each(DISCLOSURE_KINDS)('shows what it needs, and tells on what it rests: %s', (kind) => {
    const rule = KINDS[kind];
    expect(rule.needs.filter((field) => !rule.shows.includes(field))).toEqual([]);
    expect(fieldsOf(kind)).toHaveLength(rule.shows.length);
    expect(rule.basis.length).toBeGreaterThan(0);
    expect(rule.classed).toBe(rule.shows.includes('publicationClass'));
  });

  test('names clauses that are in the documents', () => {
    const clauses = new Map(
      [gf, ning, sme, su, xi].map((policy) => [policy.id, new Set(policy.clauses.map((clause) => String(clause[0])))]),
    );
    const unknown = DISCLOSURE_KINDS.flatMap((kind) =>
      KINDS[kind].basis
        .filter((basis) => basis.policy && !clauses.get(basis.policy)?.has(basis.clause))
        .map((basis) => `${kind}: ${basis.document} ${basis.clause}`),
    );
    expect(unknown).toEqual([]);
  });

  test('limits publication of dishonesty records and unperformed judgments only', () => {
    expect(DISCLOSURE_KINDS.filter((kind) => KINDS[kind].classed)).toEqual([
      'unperformed_judgment',
      'dishonesty_record',
    ]);
  });
});

describe('the classes of publication', () => {
  test.each([
    ['minor', '2026-01-31', '2026-04-30'],
    ['ordinary', '2026-04-30', '2027-01-31'],
    ['serious', '2027-01-31', '2029-01-31'],
  ] as const)('have their limits from the clock table: %s', (name, first, second) => {
    const window = publicationWindow(name, '2026-01-31', CLOCK_RULES);
    expect(window).toEqual(
      name === 'minor' ? { earliest: '2026-01-31', latest: second } : { earliest: first, latest: second },
    );
  });

  test('end as asked within the class, else at its limit', () => {
    const end = (asked: string | null) =>
      publicationEnd('dishonesty_record', 'ordinary', '2026-01-31', asked, CLOCK_RULES);
    expect(end(null)).toBe('2027-01-31');
    expect(end('2026-06-01')).toBe('2026-06-01');
    expect(end('2030-01-01')).toBe('2027-01-31');
    expect(end('2026-02-01')).toBe('2026-04-30');
    expect(publicationEnd('lost_judgment', 'none', '2026-01-31', null, CLOCK_RULES)).toBeNull();
    expect(repairableFrom('lost_judgment', 'none', '2026-01-31', CLOCK_RULES)).toBeNull();
  });

  test('follow a rule that the place has changed', () => {
    const longest = CLOCK_RULES.find((rule) => rule.step === 'publication_minor_longest') as ClockRule;
    const changed = { ...longest, id: 'x', division: '9901', length: 2, validFrom: '2026-01-01' };
    const end = publicationEnd('dishonesty_record', 'minor', '2026-01-31', null, [...CLOCK_RULES, changed], ['9901']);
    expect(end).toBe('2026-03-31');
  });
});
