import { describe, expect, it } from 'vitest';
import { MATTERS } from '../../api/domain/matter.ts';
import { nextInstance, reviewerOf } from '../../api/domain/review.ts';
import { route } from '../../api/domain/routing.ts';
import { bodyNamed, referenceDirectory } from '../support/directory.ts';

const directory = referenceDirectory();
const on = '2026-11-21';

describe('who looks at it again', () => {
  it('comes once as review and once as recheck', () => {
    expect([nextInstance('first'), nextInstance('review'), nextInstance('recheck')]).toEqual([
      'review',
      'recheck',
      null,
    ]);
  });

  it('is the lead of the next place up by that place’s table', () => {
    const respondent = bodyNamed('无锡市财政局');
    const kind = 'promise';
    const first = bodyNamed('无锡市商务局');
    const question = {
      respondentId: respondent.id,
      watchingId: null,
      kind,
      matter: 'investment_promotion',
      on,
    } as const;
    const reviewer = reviewerOf(directory, { handlerId: first.id, ...question });
    expect(reviewer?.name).toBe('江苏省发展和改革委员会');
    expect(reviewerOf(directory, { handlerId: reviewer?.id ?? '', ...question })).toBeNull();
  });

  it('is the watching body for a rated service, and then its superior', () => {
    const serving = bodyNamed('无锡市商务局');
    const routed = route(directory, { respondentId: serving.id, matter: 'government_services', kind: 'service', on });
    const question = {
      respondentId: serving.id,
      watchingId: routed.watching?.id ?? null,
      kind: 'service',
      matter: 'government_services',
      on,
    } as const;
    expect(reviewerOf(directory, { handlerId: serving.id, ...question })?.id).toBe(routed.watching?.id);
  });

  it('is never the body complained of nor the one that answered, for any body and matter', () => {
    for (const respondent of [...directory.bodies.values()].filter((_, i) => i % 7 === 0)) {
      for (const matter of MATTERS) {
        const routed = route(directory, { respondentId: respondent.id, matter, kind: 'promise', on });
        let handler = routed.handler;
        for (let step = 0; handler && step < 4; step++) {
          const question = {
            respondentId: routed.respondentNow.id,
            watchingId: null,
            kind: 'promise',
            matter,
            on,
          } as const;
          const next = reviewerOf(directory, { handlerId: handler.id, ...question });
          expect(next?.id).not.toBe(handler.id);
          if (next) expect(next.id).not.toBe(routed.respondentNow.id);
          if (next) expect(next.division.length).toBeLessThan(handler.division.length);
          handler = next;
        }
      }
    }
  });
});
