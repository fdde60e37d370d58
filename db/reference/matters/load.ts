import { readFileSync } from 'node:fs';
import type { ReferenceSet } from '../set.ts';

interface Entry {
  code: string;
  name: string;
  nameEn: string;
  plain: string;
  plainEn: string;
  examples: { zh: string; en: string }[];
  /** Everyday words and how strongly each speaks for the matter. */
  words: Record<string, number>;
}

export const matters: ReferenceSet = {
  name: 'matters',
  tables: () => {
    const entries: Entry[] = JSON.parse(readFileSync(new URL('./matters.json', import.meta.url), 'utf8'));
    return [
      {
        table: 'matter',
        key: ['code'],
        columns: ['code', 'position', 'name', 'name_en', 'plain', 'plain_en', 'examples', 'words'],
        hashed: true,
        rows: entries.map((e, i) => ({
          code: e.code,
          position: i + 1,
          name: e.name,
          name_en: e.nameEn,
          plain: e.plain,
          plain_en: e.plainEn,
          examples: e.examples,
          words: e.words,
        })),
      },
    ];
  },
};
