import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { findKey, insertKey } from '../../../db/queries/disclosure-rights.ts';
import type { JudgmentTextRow } from '../../../db/queries/judgment-texts.ts';
import { DomainError } from '../../domain/errors.ts';
import { type AnonymiseOptions, anonymise, applyReplacements, type Replacement } from '../../domain/redaction.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';

/** What persons added to the rules: names that were missed, and words that are no names. */
export interface Lists {
  names: string[];
  keep: string[];
}
export interface Opened extends Lists {
  original: string;
  replacements: Replacement[];
}

type Keys = Pick<Ctx, 'keys'>;
const context = (id: string, part: 'original' | 'changes' | 'lists') => `judgment_text/${id}/${part}`;

/** A key of its own for each original that is put: with the text it goes. */
export async function newKey(ctx: Keys, tx: Tx): Promise<{ id: string; key: Buffer }> {
  const id = randomUUID();
  const { key, wrapped, version } = ctx.keys.createKey(id);
  await insertKey(tx, { id, wrapped, version });
  return { id, key };
}

/** @throws DomainError resource.gone where the key was erased */
export async function keyOf(ctx: Keys, tx: Tx | Ctx['db'], keyId: string): Promise<Buffer> {
  const found = await findKey(tx, keyId);
  if (!found?.wrapped) throw new DomainError('resource.gone');
  return ctx.keys.unwrap(keyId, found.wrapped, found.version);
}

/** What stands behind the text that the public would read, sealed; of the text itself only its hash. `text`: for the caller. */
export function sealText(ctx: Keys, id: string, key: Buffer, original: string, lists: Lists) {
  const options: AnonymiseOptions = { names: lists.names, keep: lists.keep };
  const { text, replacements } = anonymise(original, options);
  const set = {
    sealedChanges: ctx.keys.seal(key, JSON.stringify(replacements), context(id, 'changes')),
    sealedLists: ctx.keys.seal(key, JSON.stringify(lists), context(id, 'lists')),
    publicText: null,
    publicSha256: sha256(text),
  };
  return { set, text };
}

/** The text as the public reads it or would: as it was approved, else from what is sealed. */
export function textOf(ctx: Keys, key: Buffer, row: JudgmentTextRow): string {
  if (row.publicText !== null) return row.publicText;
  const { original, replacements } = openText(ctx, key, row);
  const text = applyReplacements(original, replacements);
  if (!sha256(text).equals(row.publicSha256))
    throw new Error(`the draft of ${row.disclosureId} is not what was hashed`);
  return text;
}

export const sealOriginal = (ctx: Keys, id: string, key: Buffer, original: string): Buffer =>
  ctx.keys.seal(key, original, context(id, 'original'));

export function openText(ctx: Keys, key: Buffer, row: JudgmentTextRow): Opened {
  const open = (sealed: Buffer, part: Parameters<typeof context>[1]) =>
    ctx.keys.open(key, sealed, context(row.disclosureId, part)).toString('utf8');
  return {
    original: open(row.sealedOriginal, 'original'),
    replacements: JSON.parse(open(row.sealedChanges, 'changes')) as Replacement[],
    ...openLists(ctx, key, row),
  };
}

export const openLists = (ctx: Keys, key: Buffer, row: JudgmentTextRow): Lists =>
  JSON.parse(ctx.keys.open(key, row.sealedLists, context(row.disclosureId, 'lists')).toString('utf8'));
