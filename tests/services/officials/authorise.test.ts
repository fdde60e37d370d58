import { describe, expect, it } from 'vitest';
import type { Body, BodyKind } from '../../../api/domain/directory.ts';
import type { Actor, Grant } from '../../../api/domain/official.ts';
import type { Directory } from '../../../api/domain/routing.ts';
import { bodiesOf, requireRole, subordinate } from '../../../api/services/officials/authorise.ts';

const body = (id: string, kind: BodyKind, division: string, parent: string | null = null): Body => ({
  id,
  name: id,
  nameEn: null,
  shortName: null,
  kind,
  role: 'other',
  division,
  parent,
  uscc: null,
  validFrom: null,
  validTo: null,
});
const bodies = new Map(
  [
    body('province', 'government', '99'),
    body('city', 'government', '9901'),
    body('other city', 'government', '9902'),
    body('commerce', 'department', '9901'),
    body('finance', 'department', '9901'),
    body('bureau institute', 'public_institution', '9901', 'commerce'),
    body('court', 'court', '9901'),
    body('discipline', 'party_organ', '9901'),
    body('county', 'government', '990101'),
    body('county commerce', 'department', '990101'),
    body('township', 'township_government', '990101001'),
    body('village', 'grassroots', '990101001'),
  ].map((b) => [b.id, b]),
);
const directory = { bodies } as unknown as Directory;
const ctx = (grants: Grant[] | null) => ({
  actor: (grants ? { kind: 'official', id: 'u', name: 'U', grants } : { kind: 'public' }) as Actor,
  directory: async () => directory,
});
const handler = (bodyId: string): Grant => ({ role: 'handler', bodyId });

describe('what a grant reaches', () => {
  const cases: [string, string, boolean][] = [
    ['commerce', 'commerce', true],
    ['commerce', 'finance', false],
    ['commerce', 'county commerce', false], // the line guides, the place leads
    ['commerce', 'bureau institute', true],
    ['finance', 'bureau institute', false],
    ['city', 'commerce', true],
    ['city', 'bureau institute', true],
    ['city', 'county', true],
    ['city', 'county commerce', true],
    ['city', 'village', true],
    ['city', 'other city', false],
    ['city', 'province', false],
    ['city', 'court', false],
    ['city', 'discipline', false],
    ['county', 'city', false],
    ['county', 'commerce', false],
    ['county', 'township', true],
    ['township', 'village', true],
    ['township', 'county commerce', false],
    ['province', 'other city', true],
    ['unknown', 'commerce', false],
    ['commerce', 'unknown', false],
  ];
  for (const [above, below, expected] of cases) {
    it(`${above} ${expected ? 'reaches' : 'does not reach'} ${below}`, () => {
      expect(subordinate(directory, above, below)).toBe(expected);
    });
  }

  it('comes out the same one by one and as a list', async () => {
    for (const above of bodies.keys()) {
      const listed = await bodiesOf(ctx([handler(above)]), ['handler']);
      expect([...listed].sort()).toEqual([...bodies.keys()].filter((b) => subordinate(directory, above, b)).sort());
    }
  });
});

describe('a role', () => {
  it('is asked for by name and by body', async () => {
    const official = ctx([handler('commerce'), { role: 'supervisor', bodyId: 'city' }]);
    await expect(requireRole(official, ['handler'], 'commerce')).resolves.toMatchObject({ id: 'u' });
    await expect(requireRole(official, ['handler'], 'finance')).rejects.toThrow('auth.forbidden');
    await expect(requireRole(official, ['handler', 'supervisor'], 'finance')).resolves.toBeDefined();
    await expect(requireRole(official, ['approver'], 'commerce')).rejects.toThrow('auth.forbidden');
    await expect(requireRole(official, ['approver'], null)).rejects.toThrow('auth.forbidden');
    await expect(requireRole(official, ['handler'], null)).resolves.toBeDefined();
  });

  it('is not held by the public, nor by an official without grants', async () => {
    await expect(requireRole(ctx(null), ['handler'], 'commerce')).rejects.toThrow('auth.required');
    await expect(requireRole(ctx([]), ['handler'], 'commerce')).rejects.toThrow('auth.forbidden');
    expect((await bodiesOf(ctx([]), ['handler'])).size).toBe(0);
  });
});
