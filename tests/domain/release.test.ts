import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDuty, firstReleases, mayRead, RELEASE_FIELDS } from '../../api/domain/release.ts';
import type { SightHead } from '../../api/domain/sight.ts';

const head: SightHead = {
  handlerId: 'handler',
  acceptingId: 'accepting',
  watchingId: 'watching',
  assignments: [
    { bodyId: 'sender', role: 'lead' },
    { bodyId: 'handler', role: 'lead' },
    { bodyId: 'arbiter', role: 'arbiter' },
    { bodyId: 'support', role: 'supporting' },
    { bodyId: 'beside', role: 'supporting' },
  ],
  opinions: [{ bodyId: 'support' }],
};
const BODIES = ['handler', 'accepting', 'watching', 'sender', 'arbiter', 'support', 'beside', 'respondent', 'stranger'];

describe('who may read what of a case', () => {
  it('gives the story by duty to those who have a sight of the case, and nothing else to anybody', () => {
    const read = BODIES.flatMap((body) =>
      RELEASE_FIELDS.filter((f) => mayRead(f, body, [], head)).map((f) => `${body} ${f}`),
    );
    expect(read).toEqual(
      ['handler', 'accepting', 'watching', 'sender', 'arbiter', 'support'].map((body) => `${body} narrative`),
    );
  });

  it('gives exactly the field and the body that a release names', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BODIES),
        fc.constantFrom(...RELEASE_FIELDS),
        fc.constantFrom(...BODIES),
        fc.constantFrom(...RELEASE_FIELDS),
        (toBody, toField, body, field) => {
          const may = mayRead(field, body, [{ bodyId: toBody, field: toField }], head);
          expect(may).toBe(byDuty(field, body, head) || (toBody === body && toField === field));
        },
      ),
    );
  });

  it('has no field that a respondent reads by duty, whatever the case is', () => {
    for (const field of RELEASE_FIELDS) expect(mayRead(field, 'respondent', [], head)).toBe(false);
  });
});

describe('the releases that a case begins with', () => {
  const filing = {
    handlerId: 'h',
    acceptingId: null,
    respondentId: 'r',
    identityToHandler: false,
    identityToRespondent: false,
    has: { identity: true, contact: true },
  };

  it('give evidence to the bodies that deal with it, and nobody the person', () => {
    expect(firstReleases(filing)).toEqual([{ bodyId: 'h', field: 'evidence' }]);
    expect(firstReleases({ ...filing, acceptingId: 'a' })).toEqual([
      { bodyId: 'h', field: 'evidence' },
      { bodyId: 'a', field: 'evidence' },
    ]);
  });

  it('give the person to handler and accepting body where that was allowed', () => {
    const rows = firstReleases({ ...filing, acceptingId: 'a', identityToHandler: true });
    expect(rows.map((r) => `${r.bodyId} ${r.field}`)).toEqual([
      'h identity',
      'h contact',
      'h evidence',
      'a identity',
      'a contact',
      'a evidence',
    ]);
  });

  it('give the body complained of the name alone', () => {
    expect(firstReleases({ ...filing, identityToRespondent: true })).toContainEqual({ bodyId: 'r', field: 'identity' });
    expect(firstReleases({ ...filing, identityToRespondent: true, has: { identity: false, contact: true } })).toEqual([
      { bodyId: 'h', field: 'evidence' },
    ]);
  });
});
