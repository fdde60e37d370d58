import { indexAgain, indexBatch, type SealedWords } from '../../../db/queries/case-search.ts';
import { bigrams, fold } from '../../domain/chinese-text.ts';
import type { Deps } from '../context.ts';

/**
 * Search in sealed words. The index holds keyed hashes of pairs of characters: it tells a thief of the database neither a
 * word nor where to look, and whoever searches opens what it found and looks.
 */
export function gramHash(keys: Deps['keys'], gram: string, version: number): string {
  return keys.mac('case-search', gram, version).readBigInt64BE(0).toString();
}

/** Everything of a case that can be searched: whom it is about, the story, the demands. Empty where it was erased. */
export function textOf(keys: Deps['keys'], row: SealedWords, respondent: string): string {
  if (!row.wrapped) return '';
  const key = keys.unwrap(row.keyId, row.wrapped, row.keyVersion);
  const open = (sealed: Buffer, context: string): Record<string, unknown> =>
    JSON.parse(keys.open(key, sealed, context).toString('utf8'));
  const narrative = row.narrative ? Object.values(open(row.narrative, `case/${row.id}/narrative`)) : [];
  const demands = row.demands.map(
    (d) => open(Buffer.from(d.sealed, 'base64'), `case/${row.id}/demand/${d.position}`).text,
  );
  return fold([respondent, ...narrative, ...demands].filter((part) => typeof part === 'string').join('\n'));
}

const BATCH = 50;

/** Indexes the words of cases that are new or changed, batch by batch, until nothing waits. @returns how many */
export async function indexWords(deps: Pick<Deps, 'sql' | 'keys' | 'directory'>, batch = BATCH): Promise<number> {
  const { bodies } = await deps.directory();
  const { keys } = deps;
  const grams = (row: SealedWords) =>
    [...bigrams(textOf(keys, row, bodies.get(row.respondentId)?.name ?? ''))].map((gram) =>
      gramHash(keys, gram, keys.version),
    );
  let all = 0;
  for (;;) {
    const taken = await indexBatch(deps.sql, batch, keys.version, grams);
    all += taken;
    if (taken < batch) return all;
  }
}

/** After the master key was changed, words are indexed under the new one. */
export const indexWordsAgain = (deps: Pick<Deps, 'sql' | 'keys'>): Promise<number> =>
  indexAgain(deps.sql, deps.keys.version);
