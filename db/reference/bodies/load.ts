import type { ReferenceSet } from '../set.ts';
import { type Built, buildBodies } from './build.ts';

/** A set of bodies with their names and successions. */
export const bodySet = (name: string, build: () => Built): ReferenceSet => ({
  name,
  tables: () => {
    const built = build();
    // A superior must be there before the bodies that name it.
    const ordered = [...built.bodies].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
    return [
      {
        table: 'body',
        key: ['id'],
        columns: [
          'id',
          'name',
          'name_en',
          'short_name',
          'kind',
          'role',
          'division',
          'parent',
          'valid_from',
          'valid_to',
        ],
        hashed: true,
        unlessTaken: ['name', 'division'],
        rows: ordered,
      },
      {
        table: 'body_name',
        key: ['body_id', 'name'],
        columns: ['body_id', 'name', 'kind'],
        hashed: false,
        owner: { table: 'body', column: 'body_id', key: 'id' },
        rows: built.names,
      },
      {
        table: 'succession',
        key: ['predecessor', 'successor'],
        columns: ['predecessor', 'successor', 'kind', 'effective_on', 'certainty', 'basis'],
        hashed: false,
        owner: { table: 'body', column: 'successor', key: 'id' },
        rows: built.successions,
      },
    ];
  },
});

export const bodies: ReferenceSet = bodySet('bodies', buildBodies);
