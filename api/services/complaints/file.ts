import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import { eventRow } from '../../../db/queries/events.ts';
import { type Filing, filedCase, insertFiling, type Opened, openSubmission } from '../../../db/queries/filing.ts';
import { giveBackLimit, takeLimit } from '../../../db/queries/limits.ts';
import { Complaint, type FiledAnswer } from '../../contracts/complaint.ts';
import { parse } from '../../contracts/parse.ts';
import { caseNumber } from '../../domain/case-number.ts';
import { DomainError } from '../../domain/errors.ts';
import { groupCode, queryCode } from '../../domain/query-code.ts';
import { firstReleases } from '../../domain/release.ts';
import { commitmentBehind } from '../commitments/complain.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { assignmentsOf, contentOf, inOrder, routingRecord } from './filing-content.ts';
import { clockAnswer, planFiling } from './plan-filing.ts';
import { isTwin, onConnection } from './unavailable.ts';

const WINDOW = 3600; // seconds of the limit per source
export const limitOf = (ctx: Ctx) => ({ key: `filing/${ctx.source}`, windowSeconds: WINDOW });

/** The name under which a submission is known: the id itself is a bearer secret and is never stored. */
export const submissionHash = (submissionId: string): Buffer => sha256(submissionId);

export interface FileOptions {
  channel?: 'portal' | 'api' | 'hotline' | 'petition';
  /** Entered by an official for somebody else: no human check, no limit per source; the number there is an alias here. */
  intake?: { externalNumber: string; bodyId: string };
  /** The input has come through the contract already (the route's validator). */
  parsed?: boolean;
}

/**
 * Files a complaint: exactly once per submission id, however often it is sent. `created` is false for a retry.
 * @throws DomainError request.invalid | submission.payload_differs | routing.unknown_respondent | case.not_acceptable |
 *   request.rate_limited | service.unavailable
 */
export async function file(ctx: Ctx, input: unknown, options: FileOptions = {}): Promise<Filed> {
  const { humanCheck, ...complaint } = options.parsed ? (input as Complaint) : parse(Complaint, input);
  const payload = canonicalize(complaint) ?? '';
  const hash = submissionHash(complaint.submissionId);
  // The deadline is inside: a connection that never answers must not shut its form out for ever.
  return alone(hash.toString('hex'), () =>
    onConnection(() => attempt(ctx, { complaint, humanCheck, payload, hash, options }, 2)),
  );
}

interface Filed {
  created: boolean;
  caseId: string;
  answer: FiledAnswer;
}

interface Asked {
  complaint: Omit<Complaint, 'humanCheck'>;
  humanCheck: string | undefined;
  payload: string;
  hash: Buffer;
  options: FileOptions;
}

async function attempt(ctx: Ctx, asked: Asked, left: number): Promise<Filed> {
  const { complaint, hash, payload } = asked;
  const limit = limitOf(ctx);
  const opened = await openSubmission(ctx.sql, hash, limit);
  if (opened.known) return retry(ctx, opened.known, complaint.submissionId, payload);
  const { intake } = asked.options;
  if (!intake && opened.used >= ctx.limits.filings)
    throw new DomainError('request.rate_limited', { params: { retryAfter: opened.rest } });

  const plan = await planFiling(ctx, complaint, opened.today, asked.options.channel);
  const uploads = adopted(complaint.evidence, opened.uploads);
  const check = intake ? 'passed' : await ctx.humanCheck.verify(asked.humanCheck, hash.toString('hex'));
  const screening = check === 'passed' ? 'passed' : 'held';
  const commitment = complaint.commitmentId ? await commitmentBehind(ctx, complaint) : null;
  const filing = prepare(ctx, { ...asked, opened, plan, uploads, screening, commitment });

  if (!intake) await takeLimit(ctx.sql, limit.key, ctx.limits.filings, limit.windowSeconds);
  try {
    await insertFiling(ctx.sql, filing.row);
  } catch (error) {
    // Only what was filed counts.
    if (!intake) await giveBackLimit(ctx.sql, limit.key, limit.windowSeconds).catch(() => {});
    // Another process filed this form, or made its key for an upload, in the meantime: look again.
    if (isTwin(error) && left > 0) return attempt(ctx, asked, left - 1);
    throw error;
  }
  return { created: true, caseId: filing.row.case.id, answer: filing.answer };
}

const running = new Map<string, Promise<void>>();

/** One at a time per form in this process: of fifty equal posts one files and is counted, the others find its case. */
async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  while (running.has(name)) await running.get(name);
  const { promise, resolve } = Promise.withResolvers<void>();
  running.set(name, promise);
  try {
    return await work();
  } finally {
    running.delete(name);
    resolve();
  }
}

async function retry(
  ctx: Ctx,
  known: NonNullable<Opened['known']>,
  submissionId: string,
  payload: string,
): Promise<Filed> {
  // The key behind it was retired: nobody retries a form after so long (services/keys/status.ts).
  if (!ctx.keys.versions.includes(known.keyVersion)) throw new DomainError('resource.gone');
  const fingerprint = ctx.keys.mac('submission-fingerprint', payload, known.keyVersion);
  if (!timingSafeEqual(fingerprint, known.fingerprint)) throw new DomainError('submission.payload_differs');
  const row = await filedCase(ctx.sql, known.caseId);
  const handler = row?.handlerId ? (await ctx.directory()).bodies.get(row.handlerId) : undefined;
  if (!row || !handler) throw new DomainError('service.internal');
  return {
    created: false,
    caseId: known.caseId,
    answer: {
      number: row.number,
      queryCode: groupCode(queryCode(ctx.keys.mac('query-code', submissionId, known.keyVersion))),
      handler: { id: handler.id, name: handler.name, division: handler.division },
      clocks: inOrder(row.clocks),
      screening: row.screening,
    },
  };
}

/** Uploads that the case takes over: those named, or all. @throws DomainError where one is not of this submission */
function adopted(named: string[] | undefined, present: string[]): string[] {
  if (!named) return present;
  const fields = named.flatMap((id, i) =>
    present.includes(id.toLowerCase()) ? [] : [{ path: `evidence.${i}`, code: 'evidence_unknown' }],
  );
  if (fields.length > 0) throw new DomainError('request.invalid', { fields });
  return [...new Set(named.map((id) => id.toLowerCase()))];
}

function prepare(
  ctx: Ctx,
  f: {
    complaint: Omit<Complaint, 'humanCheck'>;
    payload: string;
    hash: Buffer;
    opened: Opened;
    plan: Awaited<ReturnType<typeof planFiling>>;
    uploads: string[];
    screening: 'passed' | 'held';
    commitment: string | null;
    options: FileOptions;
  },
): { row: Filing; answer: FiledAnswer } {
  const { complaint, opened, plan } = f;
  const { routing, handler, clocks } = plan;
  const id = randomUUID();
  const keyId = opened.key?.id ?? randomUUID();
  const made = opened.key
    ? {
        key: ctx.keys.unwrap(keyId, opened.key.wrapped, opened.key.version),
        wrapped: opened.key.wrapped,
        version: opened.key.version,
      }
    : ctx.keys.createKey(keyId);
  const version = ctx.keys.version;
  const number = caseNumber(Number(opened.today.slice(0, 4)), BigInt(opened.serial ?? 0));
  const code = queryCode(ctx.keys.mac('query-code', complaint.submissionId, version));
  const seal = (context: string, value: unknown) => ctx.keys.seal(made.key, JSON.stringify(value), context);

  const { narrative, identity, contact } = contentOf(complaint);
  const contents = Object.entries({ narrative, identity, contact })
    .filter(([, value]) => Object.keys(value).length > 0)
    .map(([part, value]) => ({ part, sealed: seal(`case/${id}/${part}`, value) }));
  const released = firstReleases({
    handlerId: handler.id,
    acceptingId: routing.accepting?.id ?? null,
    respondentId: routing.respondentNow.id,
    identityToHandler: complaint.identityToHandler,
    identityToRespondent: complaint.identityToRespondent,
    has: { identity: contents.some((c) => c.part === 'identity'), contact: contents.some((c) => c.part === 'contact') },
  });

  const due = inOrder(clocks.map(clockAnswer))[0]?.due ?? null;

  const row: Filing = {
    case: {
      id,
      number,
      kind: complaint.kind,
      matter: complaint.matter,
      screening: f.screening,
      channel: f.options.channel ?? 'portal',
      locale: ctx.locale,
      respondent_id: routing.respondent.id,
      respondent_now_id: routing.respondentNow.id,
      handler_id: handler.id,
      accepting_id: routing.accepting?.id ?? null,
      watching_id: routing.watching?.id ?? null,
      division: routing.respondentNow.division,
      routing: routingRecord(routing),
      complainant_kind: complaint.complainant.kind,
      amount: complaint.amount ?? null,
      identity_to_handler: complaint.identityToHandler,
      identity_to_respondent: complaint.identityToRespondent,
      publish_summary: complaint.publishSummary,
      ...(f.commitment ? { commitment_id: f.commitment } : {}),
      due_on: due,
      filed_at: opened.now,
    },
    submission: {
      hash: f.hash,
      keyVersion: version,
      fingerprint: ctx.keys.mac('submission-fingerprint', f.payload, version),
      codeHash: sha256(code),
    },
    key: { id: keyId, wrapped: made.wrapped, version: made.version },
    uploads: f.uploads,
    contents,
    demands: complaint.demands.map((text, i) => ({
      id: randomUUID(),
      position: i + 1,
      sealed: seal(`case/${id}/demand/${i + 1}`, { text }),
    })),
    clocks: clocks.map((clock) => ({ ...clock, id: randomUUID() })),
    assignments: assignmentsOf(routing, handler.id).map((a) => ({ id: randomUUID(), ...a })),
    releases: released.map((release) => ({ id: randomUUID(), ...release })),
    event: eventRow(
      {
        subjectKind: 'case',
        subjectId: id,
        kind: 'filed',
        actor: ctx.actor.kind === 'official' ? ctx.actor : { kind: 'complainant', caseId: id },
        at: opened.now,
        payload: {
          number,
          kind: complaint.kind,
          matter: complaint.matter,
          respondent: routing.respondent.id,
          respondentNow: routing.respondentNow.id,
          handler: handler.id,
          accepting: routing.accepting?.id ?? null,
          due,
          screening: f.screening,
          channel: f.options.channel ?? 'portal',
          demands: complaint.demands.length,
          evidence: f.uploads,
          // Proves the words to whoever has the key of the case; once that is erased, it proves nothing to anybody.
          commitment: createHmac('sha256', made.key).update(f.payload).digest('hex'),
        },
      },
      null,
    ),
    ...(f.options.intake && (f.options.channel === 'hotline' || f.options.channel === 'petition')
      ? {
          intake: {
            ...f.options.intake,
            channel: f.options.channel,
            enteredBy: ctx.actor.kind === 'official' ? ctx.actor.id : null,
          },
        }
      : {}),
    task: {
      name: 'notice.case',
      payload: { caseId: id, template: f.screening === 'held' ? 'case.held' : 'case.filed' },
    },
  };
  return {
    row,
    answer: {
      number,
      queryCode: groupCode(code),
      handler: { id: handler.id, name: handler.name, division: handler.division },
      clocks: inOrder(clocks.map(clockAnswer)),
      screening: f.screening,
    },
  };
}
