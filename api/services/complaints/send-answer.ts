import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { bindAnswerFiles, earlierPromises } from '../../../db/queries/answers.ts';
import { type Changed, insertAnswers } from '../../../db/queries/cases.ts';
import { endMerge } from '../../../db/queries/groups.ts';
import { cancelFollowUp, planFollowUp } from '../clocks/follow-up.ts';
import type { Ctx } from '../context.ts';
import type { AnswerWords } from './answer-words.ts';
import { type Act, commitment, conclude, seal } from './official-act.ts';

/**
 * The answer goes to the complainant: its rows, its files, the clocks that it ends, the event. Either at once, or by
 * the approver who released it; `author` wrote it in both cases.
 */
export async function sendAnswer(
  tx: Tx,
  ctx: Ctx,
  act: Act,
  changed: Changed,
  what: { round: number; words: readonly AnswerWords[]; author: string; proposal?: string },
): Promise<void> {
  const { id: caseId, handlerId } = act.head;
  const { round, words, author, proposal } = what;
  const rows = words.map(({ demandId, outcome, text, legalGround, promisedOn }) => {
    const id = randomUUID();
    return {
      id,
      caseId,
      demandId,
      round,
      outcome,
      sealed: seal(ctx, act.key, { text, ...(legalGround ? { legalGround } : {}) }, `case/${caseId}/answer/${id}`),
      promisedOn: promisedOn ?? null,
      answeredBy: author,
      bodyId: handlerId ?? '',
      answeredAt: changed.now,
    };
  });
  await insertAnswers(tx, rows);
  // A case that was dealt with together with another stands by itself once it is answered.
  if (act.head.state === 'merged') await endMerge(tx, { caseId, by: author, at: changed.now });
  const files = await bindAnswerFiles(tx, { caseId, round, userId: author, sent: true });
  // What an earlier answer promised, this one promises anew or takes back: it answers every demand.
  const { today } = changed;
  for (const subjectId of await earlierPromises(tx, caseId, round))
    await cancelFollowUp(tx, { kind: 'promised_date', subjectId, cancelledOn: today });
  await conclude(tx, ctx, act, changed, {
    event: 'answered',
    payload: {
      round,
      answers: rows.map((row) => row.id),
      outcomes: rows.map((row) => row.outcome),
      promised: rows.map((row) => row.promisedOn ?? ''),
      ...(files.length > 0 ? { files } : {}),
      ...(proposal ? { proposal } : {}),
      commitment: commitment(act.key, JSON.stringify(words)),
    },
  });
  // After the legal clocks: a date that was promised runs on beside them, also when the case is closed.
  for (const { id: subjectId, promisedOn } of rows) {
    if (!promisedOn) continue;
    await planFollowUp(tx, {
      caseId,
      kind: 'promised_date',
      subjectId,
      // Released after its own date: late from the first day.
      startedOn: [promisedOn, today].sort()[0] ?? today,
      dueOn: promisedOn,
      basis: '承办单位在答复中答应的日期',
      basisEn: 'The date that the body promised in its answer',
      certainty: 'local',
    });
  }
}
