import { createHmac } from 'node:crypto';
import { eventRow } from '../../../db/queries/events.ts';
import type { OpenPoint } from '../../../db/queries/rating.ts';
import type { NewRating } from '../../../db/queries/rating-insert.ts';
import { isBadRating } from '../../domain/rating.ts';
import type { Deps } from '../context.ts';
import { sha256 } from '../digest.ts';
import { orderedId } from '../ordered-id.ts';
import type { PendingRating } from './pending.ts';
import { newKey, sealDetails } from './rating-answer.ts';
import { ratingQueryCode, serviceCase } from './service-case.ts';

export interface Moment {
  now: Date;
  today: string; // legal date
}

/** The rows of an admitted rating; a bad one opens a case, which needs a serial. */
export async function ratingRow(
  deps: Deps,
  pending: PendingRating,
  { point, at, serial }: { point: OpenPoint; at: Moment; serial: bigint | null },
): Promise<NewRating> {
  const { rating, submissionHash } = pending;
  const { keys } = deps;
  const id = orderedId(at.now);
  const indicators = [...new Set(rating.indicators)];
  const fingerprint = keys.mac('rating-fingerprint', pending.payload);
  const submission = { hash: submissionHash, keyVersion: keys.version, fingerprint };
  const opens =
    serial !== null && isBadRating(rating.level)
      ? await serviceCase(
          { ...deps, locale: pending.locale },
          {
            rating,
            ratingId: id,
            point,
            now: at.now,
            today: at.today,
            serial,
            submission: { ...submission, codeHash: sha256(ratingQueryCode(deps, rating.submissionId)) },
          },
        )
      : null;
  const says = rating.words !== undefined || rating.contact !== undefined;
  const own = says && !opens ? newKey(deps) : null;
  const key = opens?.key ?? own?.key ?? null;
  return {
    id,
    pointId: point.id,
    bodyId: point.bodyId,
    level: rating.level,
    indicators,
    sealed: says && key ? sealDetails(deps, key, id, rating) : null,
    hasContact: Boolean(rating.contact?.phone || rating.contact?.email),
    locale: pending.locale,
    submission,
    transactionHash: pending.transactionHash,
    // One day long, and only within one point: it marks repetition and follows nobody.
    deviceHash: keys.mac('rating-device', `${pending.source}/${pending.device}/${at.today}`),
    key: own,
    event: eventRow(
      {
        id: orderedId(at.now),
        subjectKind: 'rating',
        subjectId: id,
        kind: 'given',
        actor: { kind: 'public' },
        bodyId: point.bodyId,
        at: at.now,
        payload: {
          point: point.id,
          level: rating.level,
          indicators,
          case: opens?.filing.case.id ?? null,
          commitment: key ? createHmac('sha256', key).update(pending.payload).digest('hex') : null,
        },
      },
      null,
    ),
    filing: opens?.filing ?? null,
  };
}
