import type { AttachmentRow, CaseExtras } from '../../../../db/queries/case-extras.ts';
import { type PromiseState, promiseState } from '../../../domain/promise.ts';
import { proposalContext } from '../../complaints/answer.ts';
import type { AnswerWords } from '../../complaints/answer-words.ts';
import { performanceContext } from '../../complaints/report-performance.ts';

/** Opens a sealed value of the case; an erased one opens to nothing. */
export type Open = (sealed: Buffer, context: string) => unknown;
const words = (open: Open, base64: string | null, context: string): string | null =>
  base64 === null ? null : ((open(Buffer.from(base64, 'base64'), context) as { text?: string }).text ?? '');

export interface ProposalView {
  round: number;
  state: 'pending' | 'returned';
  answers: AnswerWords[];
  author: string | null;
  at: Date;
  /** Why it was sent back. */
  reason: string | null;
}

/** The answer that waits for its release, or that was sent back; null where it belongs to a body that passed the case on. */
export function proposalView(
  extras: CaseExtras,
  head: { id: string; handlerId: string | null; state: string },
  open: Open,
): ProposalView | null {
  const { proposal } = extras;
  if (!proposal || proposal.bodyId !== head.handlerId || !['accepted', 'waiting'].includes(head.state)) return null;
  const context = proposalContext(head.id, proposal.id);
  const opened = open(Buffer.from(proposal.sealed, 'base64'), context) as { answers?: AnswerWords[] };
  return {
    round: proposal.round,
    state: proposal.state,
    answers: opened.answers ?? [],
    author: proposal.name,
    at: new Date(proposal.at),
    reason: words(open, proposal.reason, `${context}/reason`),
  };
}

/** The words of a proposal as the fields of the editor. */
export function proposalFields(proposal: ProposalView, demands: readonly { id: string }[]): Record<string, string> {
  return Object.fromEntries(
    demands.flatMap((demand, i) => {
      const answer = proposal.answers.find((a) => a.demandId === demand.id);
      return (['outcome', 'text', 'legalGround', 'promisedOn'] as const)
        .filter((name) => answer?.[name])
        .map((name) => [`answers.${i}.${name}`, String(answer?.[name])]);
    }),
  );
}

export interface ReportView {
  id: string;
  text: string;
  body: string | null;
  at: Date;
  on: string;
  /** What the complainant says against it. */
  denial: string | null;
}
export interface PromiseView {
  answerId: string;
  promisedOn: string;
  state: PromiseState;
  /** Newest first. */
  reports: ReportView[];
}

/** What each answer with a date promised and what came of it, by the id of the answer. */
export function promiseViews(
  extras: CaseExtras,
  caseId: string,
  answers: readonly { id: string; demandId: string; round: number; promisedOn: string | null }[],
  today: string,
  open: Open,
  name: (id: string | null) => string | null,
): Map<string, PromiseView> {
  const views = new Map<string, PromiseView>();
  for (const { id, demandId, round, promisedOn } of answers) {
    if (!promisedOn) continue;
    const reports = extras.performances
      .filter((row) => row.answerId === id)
      .map((row): ReportView => {
        const context = performanceContext(caseId, row.id);
        return {
          id: row.id,
          text: words(open, row.sealed, context) ?? '',
          body: name(row.bodyId),
          at: new Date(row.at),
          on: row.on,
          denial: words(open, row.dispute, `${context}/denial`),
        };
      });
    const last = reports[0];
    const superseded = answers.some((other) => other.demandId === demandId && other.round > round);
    const facts = { promisedOn, reportedOn: last?.on ?? null, denied: last?.denial != null, superseded };
    views.set(id, { answerId: id, promisedOn, state: promiseState(facts, today), reports });
  }
  return views;
}

/** What a file of an official belongs to; null: it is the complainant's. */
export const attachmentOf = (extras: CaseExtras, evidenceId: string): AttachmentRow | null =>
  extras.attachments.find((row) => row.evidenceId === evidenceId) ?? null;

/** A file of officials that left the body: as sharedFiles (db/queries/answers.ts) has it, where it is opened. */
export function isShared(extras: CaseExtras, evidenceId: string): boolean {
  const row = attachmentOf(extras, evidenceId);
  if (!row?.sent) return false;
  return row.purpose !== 'explanation' || extras.explanations.some((e) => e.id === row.explanationId && e.shared);
}
