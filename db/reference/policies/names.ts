import type { BodyRole } from '../../../api/domain/directory.ts';
import { buildBodies } from '../bodies/build.ts';

/** 各区政府, 各设区市人民政府, 地方各级政府: whole governments, none in particular. */
const GOVERNMENTS = /^(各.*(人民)?政府|地方各级政府)$/;
/** 省各有关部门, 有关成员单位: nobody in particular. */
const NOBODY = /(各有关部门|各相关部门|其他相关部门|有关成员单位|有关单位)$/;

let index: Map<string, { id: string; role: BodyRole; kind: string; ended: boolean }[]> | undefined;

function bodiesNamed(name: string, division: string) {
  if (!index) {
    const built = buildBodies();
    const bodies = new Map(built.bodies.map((b) => [b.id, b]));
    index = new Map();
    for (const n of built.names) {
      const body = bodies.get(n.body_id as string);
      if (!body || n.kind === 'former') continue;
      const key = `${body.division}|${n.name}`;
      const entry = {
        id: body.id as string,
        role: body.role as BodyRole,
        kind: body.kind as string,
        ended: body.valid_to !== null,
      };
      index.set(key, [...(index.get(key) ?? []), entry]);
    }
  }
  return index.get(`${division}|${name}`) ?? [];
}

/**
 * The role of a body that a clause names, and the body itself where the name means one: the one that bore the name on
 * the day of the document (市国土局 is 南京市国土资源局, not its successor).
 */
export function readName(named: string, division: string): { role: BodyRole; bodyId: string | null } {
  if (GOVERNMENTS.test(named)) return { role: 'government', bodyId: null };
  if (NOBODY.test(named)) return { role: 'other', bodyId: null };
  const candidates = bodiesNamed(named.replace(/（.*）$/, ''), division);
  const found = candidates.find((c) => c.ended) ?? candidates[0];
  if (!found) return { role: 'other', bodyId: null };
  // The committee of a zone stands among the whole governments: supporting, never lead (rule 4).
  return { role: found.kind === 'zone_committee' ? 'government' : found.role, bodyId: found.id };
}
