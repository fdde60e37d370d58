import { createHmac, randomUUID } from 'node:crypto';
import { eventRow } from '../../../db/queries/events.ts';
import type { Filing } from '../../../db/queries/filing.ts';
import type { OpenPoint } from '../../../db/queries/rating.ts';
import { fill } from '../../../site/text/locale.ts';
import { rateWords } from '../../../site/text/rate.ts';
import type { Rating, RatingDetails } from '../../contracts/rating.ts';
import { caseNumber } from '../../domain/case-number.ts';
import { queryCode } from '../../domain/query-code.ts';
import type { RatingLevel } from '../../domain/rating.ts';
import { firstReleases } from '../../domain/release.ts';
import { assignmentsOf, routingRecord } from '../complaints/filing-content.ts';
import { clockAnswer, planFiling } from '../complaints/plan-filing.ts';
import type { Ctx } from '../context.ts';

/** Whoever has the form's secret id has the code again after a retry. */
export const ratingQueryCode = (ctx: Pick<Ctx, 'keys'>, submissionId: string, version?: number): string =>
  queryCode(ctx.keys.mac('query-code', `rating/${submissionId}`, version));

/** What the case says of the rating: where, how, and the rater's words, or that there are none. */
export const narrativeOf = (
  ctx: Pick<Ctx, 'locale'>,
  point: Pick<OpenPoint, 'name' | 'placeName'>,
  rating: { level: RatingLevel } & Pick<RatingDetails, 'words' | 'indicators'>,
): { story: string } => {
  const t = rateWords[ctx.locale];
  const aspects = rating.indicators.map((name) => t.indicators[name]).join(t.comma);
  const lines = [
    fill(t.about, { place: point.placeName, point: point.name, level: t.levels[rating.level] }),
    ...(aspects ? [fill(t.aspects, { aspects })] : []),
    rating.words ?? t.silent,
  ];
  return { story: lines.join('\n') };
};

/**
 * The rows of the `service` case that a bad rating opens (rule 7: the serving body puts it right, its superior watches).
 * Source: 国办发〔2019〕51号, every bad rating is checked and put right, with or without a contact.
 */
export async function serviceCase(
  ctx: Pick<Ctx, 'directory' | 'clockRules' | 'calendar' | 'keys' | 'locale'>,
  r: {
    rating: Rating;
    ratingId: string;
    point: OpenPoint;
    now: Date;
    today: string;
    serial: bigint;
    submission: Filing['submission'];
  },
): Promise<{ filing: Filing; key: Buffer }> {
  const { rating, point } = r;
  const { routing, handler, clocks } = await planFiling(
    ctx,
    { kind: 'service', matter: 'government_services', respondentId: point.bodyId },
    r.today,
  );
  const id = randomUUID();
  const keyId = randomUUID();
  const made = ctx.keys.createKey(keyId);
  const seal = (context: string, value: unknown) => ctx.keys.seal(made.key, JSON.stringify(value), context);
  const narrative = narrativeOf(ctx, point, rating);
  const hasContact = Boolean(rating.contact?.phone || rating.contact?.email);
  const number = caseNumber(Number(r.today.slice(0, 4)), r.serial);
  const dues = clocks.map((clock) => clockAnswer(clock).due).filter((due) => due !== null);
  const filing: Filing = {
    case: {
      id,
      number,
      kind: 'service',
      matter: 'government_services',
      screening: 'passed',
      channel: 'code',
      locale: ctx.locale,
      respondent_id: routing.respondent.id,
      respondent_now_id: routing.respondentNow.id,
      handler_id: handler.id,
      accepting_id: routing.accepting?.id ?? null,
      watching_id: routing.watching?.id ?? null,
      division: routing.respondentNow.division,
      routing: routingRecord(routing),
      complainant_kind: 'anonymous',
      amount: null,
      identity_to_handler: hasContact && rating.contactToHandler,
      identity_to_respondent: false,
      publish_summary: false,
      due_on: dues.sort()[0] ?? null,
      filed_at: r.now,
      rating_id: r.ratingId,
    },
    submission: r.submission,
    key: { id: keyId, wrapped: made.wrapped, version: made.version },
    uploads: [],
    contents: [
      { part: 'narrative', sealed: seal(`case/${id}/narrative`, narrative) },
      ...(hasContact ? [{ part: 'contact', sealed: seal(`case/${id}/contact`, rating.contact) }] : []),
    ],
    demands: [
      { id: randomUUID(), position: 1, sealed: seal(`case/${id}/demand/1`, { text: rateWords[ctx.locale].demand }) },
    ],
    clocks: clocks.map((clock) => ({ ...clock, id: randomUUID() })),
    assignments: assignmentsOf(routing, handler.id).map((a) => ({ id: randomUUID(), ...a })),
    releases: firstReleases({
      handlerId: handler.id,
      acceptingId: null,
      respondentId: routing.respondentNow.id,
      identityToHandler: rating.contactToHandler,
      identityToRespondent: false,
      has: { identity: false, contact: hasContact },
    }).map((release) => ({ id: randomUUID(), ...release })),
    event: eventRow(
      {
        subjectKind: 'case',
        subjectId: id,
        kind: 'filed',
        actor: { kind: 'complainant', caseId: id },
        at: r.now,
        payload: {
          number,
          kind: 'service',
          matter: 'government_services',
          respondent: routing.respondent.id,
          respondentNow: routing.respondentNow.id,
          handler: handler.id,
          watching: routing.watching?.id ?? null,
          screening: 'passed',
          channel: 'code',
          rating: r.ratingId,
          level: rating.level,
          demands: 1,
          commitment: createHmac('sha256', made.key).update(JSON.stringify(narrative)).digest('hex'),
        },
      },
      null,
    ),
    task: { name: 'notice.case', payload: { caseId: id, template: 'case.filed' } },
  };
  return { filing, key: made.key };
}
