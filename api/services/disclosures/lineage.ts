import { foldPlain as fold } from '../../domain/chinese-text.ts';
import type { Directory } from '../../domain/routing.ts';

/** A body and all its predecessors: records pass on to the successor (优化营商环境条例 art. 31: no excuse by reorganisation). */
export function withPredecessors(directory: Directory, bodyId: string): string[] {
  const found = new Set([bodyId]);
  for (const id of found) for (const s of directory.successionsTo(id)) found.add(s.predecessor);
  return [...found];
}

const MOST_BODIES = 60;
interface NameIndex {
  name: string;
  ids: string[];
}
// A directory is never changed in place, so the index lives with it.
const indexes = new WeakMap<Directory, NameIndex[]>();

function indexOf(directory: Directory): NameIndex[] {
  let index = indexes.get(directory);
  if (!index) {
    index = [];
    for (const body of directory.bodies.values()) {
      const names = new Set(directory.namesOf(body.id).map((n) => fold(n.name)));
      names.add(fold(body.name));
      if (body.shortName) names.add(fold(body.shortName));
      // A record of a predecessor is found by the successor's name and the other way round.
      const ids = [
        ...withPredecessors(directory, body.id),
        ...directory.successionsFrom(body.id).map((s) => s.successor),
      ];
      for (const name of names) index.push({ name, ids });
    }
    indexes.set(directory, index);
  }
  return index;
}

/** Bodies known by a name that holds `folded` (official, short, former, alias); none where the word is too general. */
export function bodiesNamed(directory: Directory, folded: string): string[] {
  if ([...folded].length < 2) return [];
  const found = new Set<string>();
  for (const { name, ids } of indexOf(directory)) {
    if (!name.includes(folded)) continue;
    for (const id of ids) found.add(id);
    if (found.size > MOST_BODIES) return [];
  }
  return [...found];
}
