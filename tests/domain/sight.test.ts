import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOnly, bodiesWith, dealingBodies, SIGHT_ROLES, SIGHTS, type SightHead } from '../../api/domain/sight.ts';

const BODIES = ['a', 'b', 'c', 'd', 'e'];
const body = fc.constantFrom(...BODIES);
const some = fc.option(body, { nil: null });
const role = fc.constantFrom('lead', 'supporting', 'accepting', 'watching', 'arbiter');
const heads: fc.Arbitrary<SightHead> = fc.record({
  handlerId: some,
  acceptingId: some,
  watchingId: some,
  assignments: fc.array(fc.record({ bodyId: body, role }), { maxLength: 4 }),
  opinions: fc.array(fc.record({ bodyId: body }), { maxLength: 2 }),
});

describe('the sight of a case', () => {
  it('is that of the bodies which have it, had it, decide about it or were asked, and of no other', () => {
    fc.assert(
      fc.property(heads, body, (head, id) => {
        const had = (wanted: string) => head.assignments.some((row) => row.role === wanted && row.bodyId === id);
        expect(SIGHTS.filter((sight) => bodiesWith(sight, head).includes(id))).toEqual([
          ...([head.handlerId, head.acceptingId, head.watchingId].includes(id) ? ['deals'] : []),
          ...(had('lead') ? ['passed_on'] : []),
          ...(had('arbiter') ? ['arbitrates'] : []),
          ...(head.opinions.some((row) => row.bodyId === id) ? ['asked'] : []),
        ]);
      }),
    );
  });

  it('is none for a body that routing put beside the case and nobody asked', () => {
    const head = { ...askedOnly('asked'), assignments: [{ bodyId: 'beside', role: 'supporting' }] };
    expect(SIGHTS.flatMap((sight) => bodiesWith(sight, head))).toEqual(['asked']);
    expect(dealingBodies(head)).toEqual([]);
  });

  it('of a dispute is the arbiters’ alone, and that of an opinion not the auditors’', () => {
    expect(SIGHT_ROLES.arbitrates).toEqual(['arbiter']);
    expect(SIGHT_ROLES.asked).toEqual(['intake', 'handler', 'approver', 'supervisor']);
  });
});
