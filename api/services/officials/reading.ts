import type { CaseHead } from '../../../db/queries/case-file.ts';
import type { OfficialRole } from '../../domain/official.ts';
import { mayRead, type ReleaseField } from '../../domain/release.ts';
import { CASE_READERS } from '../../domain/sight.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from './authorise.ts';

export type ReadableHead = Pick<
  CaseHead,
  'handlerId' | 'acceptingId' | 'watchingId' | 'assignments' | 'opinions' | 'released'
>;

/** Who asks is for those who deal with the case; what was filed is for everybody of the body who reads cases. */
const READERS: Readonly<Record<ReleaseField, readonly OfficialRole[]>> = {
  identity: ['intake', 'handler'],
  contact: ['intake', 'handler'],
  evidence: CASE_READERS,
  narrative: CASE_READERS,
};

/**
 * The body for which the signed-in official may read a field of the case, or null: the handling body first, then the others
 * that have to do with it. What that body was not given, no official of it reads.
 */
export async function readingBody(ctx: Ctx, head: ReadableHead, field: ReleaseField): Promise<string | null> {
  const acting = await bodiesOf(ctx, READERS[field]);
  const bodies = [
    head.handlerId,
    head.acceptingId,
    head.watchingId,
    ...head.assignments.map((row) => row.bodyId),
    ...head.released.map((release) => release.bodyId),
  ];
  return bodies.find((id) => id !== null && acting.has(id) && mayRead(field, id, head.released, head)) ?? null;
}
