import { divisionChain } from './division-code.ts';
import type { Directory } from './routing.ts';

/**
 * The bodies above one, nearest first: whoever watches the case, the superiors that it names, then the governments of its
 * place and of the places above (条块: a department reports to the government of its place; never to itself).
 */
export function superiorsOf(directory: Directory, bodyId: string, watchingId: string | null = null): string[] {
  const above = new Set<string>(watchingId && watchingId !== bodyId ? [watchingId] : []);
  const body = directory.bodies.get(bodyId);
  let here = body?.parent ?? null;
  for (let depth = 0; here !== null && depth < 8; depth++) {
    above.add(here);
    here = directory.bodies.get(here)?.parent ?? null;
  }
  for (const division of body ? divisionChain(body.division) : []) {
    for (const other of directory.bodiesIn(division)) if (other.kind === 'government') above.add(other.id);
  }
  above.delete(bodyId);
  return [...above];
}
