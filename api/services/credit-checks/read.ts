import { type CheckHead, type CheckRow, endedOf, findCheck, listChecks } from '../../../db/queries/credit-checks.ts';
import type { CreditCheckDocument, CreditCheckFile } from '../../contracts/credit-check.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { bodiesOf, requireRole } from '../officials/authorise.ts';
import { CHECK_ROLES } from './roles.ts';

export type { CheckHead };

const PAGE = 30;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Checks that the official's bodies asked for, newest first. @throws DomainError auth.* | cursor.invalid */
export async function listCreditChecks(
  ctx: Ctx,
  input: { open?: boolean | undefined; cursor?: string | undefined },
): Promise<{ items: CheckHead[]; nextCursor: string | null }> {
  await requireRole(ctx, CHECK_ROLES, null);
  const open = input.open === true;
  const hash = hashQuery('credit-checks', { open });
  const after = input.cursor ? (readCursor(ctx, hash, input.cursor) as [string, string]) : null;
  const bodies = [...(await bodiesOf(ctx, CHECK_ROLES))];
  const rows = await listChecks(ctx.sql, { bodies, open, after, limit: PAGE + 1 });
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > PAGE && last ? signCursor(ctx, hash, [last.askedAt, last.id]) : null };
}

export interface ReadCheck {
  check: CheckRow;
  document: CreditCheckDocument;
  /** Records of the answer that are no longer public: it says how things stood then. */
  ended: Set<string>;
  file: CreditCheckFile;
}

/** One answer as it was given. @throws DomainError auth.required | auth.forbidden | resource.not_found | resource.gone */
export async function readCreditCheck(ctx: Ctx, id: string): Promise<ReadCheck> {
  await requireRole(ctx, CHECK_ROLES, null);
  const bodies = await bodiesOf(ctx, CHECK_ROLES);
  const check = UUID.test(id) ? await findCheck(ctx.sql, { id }) : null;
  if (!check || !bodies.has(check.bodyId)) throw new DomainError('resource.not_found');
  if (check.erased) throw new DomainError('resource.gone');
  const document = JSON.parse(check.document) as CreditCheckDocument;
  const ids = document.subjects.flatMap((one) => one.records.map((record) => record.id));
  return { check, document, ended: await endedOf(ctx.sql, ids), file: fileOf(ctx, check, document) };
}

function fileOf(ctx: Ctx, check: CheckRow, document: CreditCheckDocument): CreditCheckFile {
  const signature = check.signature.toString('base64url');
  return {
    document,
    proof: {
      sha256: check.sha256.toString('hex'),
      algorithm: 'Ed25519',
      publicKey: check.publicKey.toString('base64url'),
      signature,
      verify: `${ctx.publicUrl}/credit-checks/verify?number=${check.number}&proof=${signature}`,
    },
  };
}
