import type { Readable } from 'node:stream';
import type { UploadAnswer } from '../../contracts/complaint.ts';
import { DomainError } from '../../domain/errors.ts';
import { openSession } from '../complaints/open-case.ts';
import { addOwnEvidence } from '../complaints/own-evidence.ts';
import type { Ctx } from '../context.ts';
import { givenRating } from './add-details.ts';

const PICTURE = /\.(jpe?g|png|webp|heic|heif)$/i;

/**
 * A photo for the bad rating that the form has given: evidence of its case like any other, its kind read from its bytes, sealed,
 * shown to officials as a copy without metadata. Whoever holds the form's secret id may add it.
 * @throws DomainError resource.not_found where no case hangs on the rating | upload.* | case.transition_refused
 */
export async function addPhoto(
  ctx: Ctx,
  said: { code: string; submissionId: string },
  file: { name: string; source: Readable },
): Promise<UploadAnswer> {
  const refuse = (error: DomainError) => {
    file.source.resume();
    return error;
  };
  if (!PICTURE.test(file.name.trim())) throw refuse(new DomainError('upload.type_refused'));
  const given = await givenRating(ctx, said);
  const own = given?.caseId ? await openSession(ctx, given.caseId) : null;
  if (!own) throw refuse(new DomainError('resource.not_found'));
  return addOwnEvidence(ctx, own, file);
}
