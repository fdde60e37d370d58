import { describe, expect, it } from 'vitest';
import { needsRelease, orderedRules } from '../../api/domain/answer-release.ts';
import { releasable } from '../../api/domain/explanation.ts';
import { promiseState } from '../../api/domain/promise.ts';

describe('whether an answer needs an approver', () => {
  it('is asked of kind and outcome, and nothing named means nobody', () => {
    expect(needsRelease([], 'arrears', ['not'])).toBe(false);
    expect(needsRelease([{ kind: null, outcome: 'not' }], 'promise', ['accepted', 'not'])).toBe(true);
    expect(needsRelease([{ kind: null, outcome: 'not' }], 'promise', ['accepted', 'partly'])).toBe(false);
    expect(needsRelease([{ kind: 'arrears', outcome: null }], 'arrears', ['accepted'])).toBe(true);
    expect(needsRelease([{ kind: 'arrears', outcome: 'partly' }], 'promise', ['partly'])).toBe(false);
    expect(needsRelease([{ kind: null, outcome: null }], 'other', ['accepted'])).toBe(true);
  });

  it('keeps each rule once and in one order', () => {
    const rules = [
      { kind: 'promise' as const, outcome: 'not' as const },
      { kind: null, outcome: 'not' as const },
      { kind: 'promise' as const, outcome: 'not' as const },
    ];
    expect(orderedRules(rules)).toEqual([rules[1], rules[0]]);
    expect(orderedRules(rules.toReversed())).toEqual(orderedRules(rules));
  });
});

describe('what was promised by a date', () => {
  const promise = { promisedOn: '2026-11-20', reportedOn: null, denied: false, superseded: false };
  it('is overdue from the day after, whatever anybody says', () => {
    expect(promiseState(promise, '2026-11-20')).toBe('open');
    expect(promiseState(promise, '2026-11-21')).toBe('overdue');
  });
  it('is reported in time or late, and denied stays denied', () => {
    expect(promiseState({ ...promise, reportedOn: '2026-11-20' }, '2027-01-01')).toBe('reported');
    expect(promiseState({ ...promise, reportedOn: '2026-11-21' }, '2027-01-01')).toBe('reported_late');
    expect(promiseState({ ...promise, reportedOn: '2026-11-20', denied: true }, '2026-11-20')).toBe('denied');
  });
  it('gives way to a later answer', () => {
    expect(promiseState({ ...promise, superseded: true }, '2027-01-01')).toBe('superseded');
  });
});

describe('what goes to the body complained of', () => {
  const accused = ['a', 'b'];
  it('is nothing but the handler’s own words unless the complainant released more to that very body', () => {
    expect(releasable(accused, [])).toEqual([]);
    expect(releasable(accused, [{ bodyId: 'handler', field: 'identity' }])).toEqual([]);
    expect(
      releasable(accused, [
        { bodyId: 'a', field: 'contact' },
        { bodyId: 'b', field: 'evidence' },
      ]),
    ).toEqual([]);
    expect(releasable(accused, [{ bodyId: 'b', field: 'identity' }])).toEqual(['demands', 'narrative']);
    expect(releasable(accused, [{ bodyId: 'a', field: 'narrative' }])).toEqual(['demands', 'narrative']);
  });
});
