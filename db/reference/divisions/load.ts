import { readFileSync } from 'node:fs';
import type { DivisionLevel } from '../../../api/domain/directory.ts';
import { levelOf, parentOf } from '../../../api/domain/division-code.ts';
import type { ReferenceSet } from '../set.ts';

interface File {
  names: Record<string, string>;
  english?: Record<string, string>;
}
const read = (name: string): File => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));

export interface Place {
  code: string;
  name: string;
  nameEn: string | null;
  level: DivisionLevel;
}

let places: Place[] | undefined;
/** All divisions, parents before children. Sources and dates stand in the files. */
export function allPlaces(): Place[] {
  places ??= ['china', 'jiangsu', 'demo']
    .map(read)
    .flatMap((file) =>
      Object.entries(file.names).map(([code, name]) => ({
        code,
        name,
        nameEn: file.english?.[code] ?? null,
        level: levelOf(code),
      })),
    )
    .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
  return places;
}

/** A set of divisions, parents before children. */
export const divisionSet = (name: string, list: () => readonly Place[]): ReferenceSet => ({
  name,
  tables: () => [
    {
      table: 'division',
      key: ['code'],
      columns: ['code', 'name', 'name_en', 'level', 'parent'],
      hashed: true,
      rows: list().map((p) => ({
        code: p.code,
        name: p.name,
        name_en: p.nameEn,
        level: p.level,
        parent: parentOf(p.code),
      })),
    },
  ],
});

export const divisions: ReferenceSet = divisionSet('divisions', allPlaces);
