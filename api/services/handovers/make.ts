import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { handoverCases, insertHandover, owedCommitments } from '../../../db/queries/handover.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { MakeHandover } from '../../contracts/handover.ts';
import { parse } from '../../contracts/parse.ts';
import { readDue } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import type { HandoverLine } from '../../domain/handover.ts';
import { owedBy } from '../commitments/draft.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { nameOf } from '../disclosures/change.ts';
import { withPredecessors } from '../disclosures/lineage.ts';
import { requireRole } from '../officials/authorise.ts';
import { HANDING_OVER } from './roles.ts';

/** The list as it is kept: nothing of it changes later, and its hash stands on the paper. */
export interface HandoverDocument {
  format: 'jiannuo-handover-1';
  body: { id: string; name: string };
  incoming: { id: string; name: string };
  reason: string;
  outgoingPost: string;
  incomingPost: string;
  madeOn: string; // legal date
  lines: HandoverLine[];
}

/**
 * 移交清单: all that a body owes today (commitments, debts that it was told of, settlements not performed) and the cases that it
 * handles, kept as they are and handed to the successor or to the new post to be signed off line by line.
 * @throws DomainError auth.* | request.invalid
 */
export async function makeHandover(ctx: Ctx, input: unknown): Promise<{ id: string }> {
  const asked = parse(MakeHandover, input);
  const directory = await ctx.directory();
  const body = directory.bodies.get(asked.body);
  if (!body) throw new DomainError('request.invalid', { fields: [{ path: 'body', code: 'respondent_unknown' }] });
  await requireRole(ctx, HANDING_OVER, body.id);
  const { today } = await databaseTime(ctx.db);
  const heir = owedBy(directory, body.id, today);
  const incoming = directory.bodies.get(asked.incoming ?? (asked.reason === 'reorganisation' ? heir : body.id));
  if (!incoming || (asked.reason === 'reorganisation' && incoming.id === body.id)) {
    throw new DomainError('request.invalid', { fields: [{ path: 'incoming', code: 'respondent_unknown' }] });
  }
  const bodies = withPredecessors(directory, body.id);
  const id = randomUUID();
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const promises = await owedCommitments(tx, bodies);
    const lines: HandoverLine[] = [
      ...promises.map(
        (one): HandoverLine => ({
          kind: 'commitment',
          subjectId: one.id,
          reference: one.documentNumber ?? one.facts.contractNumber ?? '',
          title: one.title,
          state: one.state,
          matter: one.matter,
          amount: one.amount,
          dueOn: one.nextDueOn,
          overdue: readDue(one, today).reading === 'overdue',
        }),
      ),
      ...(await handoverCases(ctx.sql, bodies, today)),
    ];
    const { reason, outgoingPost, incomingPost } = asked;
    const content: HandoverDocument = {
      format: 'jiannuo-handover-1',
      body: { id: body.id, name: body.name },
      incoming: { id: incoming.id, name: incoming.name },
      reason,
      outgoingPost,
      incomingPost,
      madeOn: today,
      lines,
    };
    const document = canonicalize(content) ?? '';
    const hash = sha256(document);
    const by = { madeBy: nameOf(ctx.actor), madeAt: now };
    await insertHandover(
      tx,
      {
        id,
        bodyId: body.id,
        incomingId: incoming.id,
        reason,
        outgoingPost,
        incomingPost,
        document,
        sha256: hash,
        ...by,
      },
      lines.map(({ kind, subjectId }, position) => ({ handoverId: id, position, kind, subjectId })),
    );
    await appendEvent(tx, {
      subjectKind: 'handover',
      subjectId: id,
      kind: 'made',
      actor: ctx.actor,
      bodyId: body.id,
      at: now,
      payload: { body: body.id, incoming: incoming.id, reason, lines: lines.length, sha256: hash.toString('hex') },
    });
    await enqueue(tx, 'notice.body', { bodyId: incoming.id, template: 'handover.made' });
  });
  return { id };
}
