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
interface Names {
  /** All of them, a line each: most words stand in none, and one look tells. */
  text: string;
  each: NameIndex[];
}
// A directory is never changed in place, so the index lives with it.
const indexes = new WeakMap<Directory, Names>();

function indexOf(directory: Directory): Names {
  let names = indexes.get(directory);
  if (!names) {
    const index: NameIndex[] = [];
    for (const body of directory.bodies.values()) {
      const own = new Set(directory.namesOf(body.id).map((n) => fold(n.name)));
      own.add(fold(body.name));
      if (body.shortName) own.add(fold(body.shortName));
      // A record of a predecessor is found by the successor's name and the other way round.
      const ids = [
        ...withPredecessors(directory, body.id),
        ...directory.successionsFrom(body.id).map((s) => s.successor),
      ];
      for (const name of own) index.push({ name, ids });
    }
    names = { text: index.map(({ name }) => name).join('\n'), each: index };
    indexes.set(directory, names);
  }
  return names;
}

/** Bodies known by a name that holds `folded` (official, short, former, alias); none where the word is too general. */
export function bodiesNamed(directory: Directory, folded: string): string[] {
  if ([...folded].length < 2) return [];
  const found = new Set<string>();
  const { text, each } = indexOf(directory);
  if (!text.includes(folded)) return [];
  for (const { name, ids } of each) {
    if (!name.includes(folded)) continue;
    for (const id of ids) found.add(id);
    if (found.size > MOST_BODIES) return [];
  }
  return [...found];
}
