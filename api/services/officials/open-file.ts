import { type CaseHead, caseHead } from '../../../db/queries/case-file.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Sight } from '../../domain/sight.ts';
import type { Ctx } from '../context.ts';
import { type Official, requireOfficial } from './authorise.ts';
import { sightOf } from './sight.ts';

export interface OpenFile {
  official: Official;
  head: CaseHead;
  /** `asked` only where a supporting body may come in. */
  sight: Sight;
  /** Null where the person was erased: the ledger remains, the words are gone. */
  key: Buffer | null;
}

/**
 * The case, for whoever has a sight of it (domain/sight.ts). To anybody else it does not exist: the body complained of must not
 * learn from a number that there is a complaint. A supporting body reads no more than its opinion takes (read-opinion.ts) and
 * comes in with `supporting` alone, to give it.
 * @throws DomainError auth.required | resource.not_found
 */
export async function openFile(ctx: Ctx, number: string, options: { supporting?: boolean } = {}): Promise<OpenFile> {
  const official = requireOfficial(ctx);
  const head = await caseHead(ctx.sql, number, official.id);
  const sight = head && (await sightOf(ctx, head));
  if (!sight || (sight === 'asked' && !options.supporting)) throw new DomainError('resource.not_found');
  const key = head.wrapped ? ctx.keys.unwrap(head.keyId, head.wrapped, head.keyVersion) : null;
  return { official, head, sight, key };
}
