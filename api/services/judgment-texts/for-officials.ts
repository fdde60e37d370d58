import type { DisclosureRow } from '../../../db/queries/disclosures.ts';
import { findText } from '../../../db/queries/judgment-texts.ts';
import { isAuthor, READING_ROLES } from '../../domain/disclosure.ts';
import type { Ctx } from '../context.ts';
import { hasRole } from '../officials/authorise.ts';
import { DECIDERS } from './confirm.ts';
import { recordFor, takesText } from './record.ts';
import { keyOf, textOf } from './sealed.ts';

export interface TextForOfficials {
  record: DisclosureRow;
  text: {
    publicText: string;
    textSha256: string;
    putAt: Date;
    approvedAt: Date | null;
    /** The reader put it: another must approve. */
    own: boolean;
    /** The reader was shown it beside the original as it is now. */
    shown: boolean;
  } | null;
  may: { put: boolean; review: boolean; approve: boolean };
}

/** Where the text of a record stands; nothing of its original. @throws DomainError auth.required | resource.not_found */
export async function textForOfficials(ctx: Ctx, id: string): Promise<TextForOfficials> {
  const { official, record } = await recordFor(ctx, ctx.db, id, READING_ROLES);
  const row = await findText(ctx.db, id);
  const [puts, decides] = await Promise.all([
    hasRole(ctx, ['publisher'], record.publisherId),
    hasRole(ctx, DECIDERS, record.publisherId),
  ]);
  const own = row?.putBy === official.id;
  const open = takesText(record);
  const waits = row !== null && row.approvedAt === null;
  const author = record.state === 'in_review' && isAuthor(official.id, record);
  const approvable = record.state === 'published' || record.state === 'in_review';
  return {
    record,
    text: row && {
      publicText: textOf(ctx, await keyOf(ctx, ctx.db, row.keyId), row),
      textSha256: row.publicSha256.toString('hex'),
      putAt: row.putAt,
      approvedAt: row.approvedAt,
      own,
      shown: row.shownTo === official.id && row.shownSha256?.equals(row.publicSha256) === true,
    },
    may: {
      put: puts && open,
      review: decides && row !== null,
      approve: decides && waits && !own && !author && approvable,
    },
  };
}
