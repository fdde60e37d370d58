import type { OfficialRole } from '../../api/domain/official.ts';
import type { Db, Tx } from '../client.ts';
import { cacheInvalidation, outbox } from '../schema/events.ts';

/** Tasks of the queue (api/jobs.ts) with their payloads: ids and codes only. */
export interface Tasks {
  'notice.mail': { noticeId: string };
  'notice.sms': { noticeId: string };
  /** Fans out to the officials who must know of a case: template "case.filed", "case.held" and so on. */
  'notice.case': {
    caseId: string;
    template: string;
    to?: { bodyId: string | null; roles: OfficialRole[]; superior: boolean };
  };
  /** Tells the desk of another body: of a request that has an address of its own, never of the case. */
  'notice.body': { bodyId: string; template: string; to?: { roles: OfficialRole[]; superior: boolean } };
  /** Tells whoever filed an objection or a repair, by the way that was left. */
  'notice.request': { requestId: string; template: string };
  /** The mail of an invitation; a later sending makes an earlier one void. */
  'invitation.mail': { invitationId: string; sending: number };
  /** The question or a digest of a subscription. */
  'subscription.mail': { mailId: string };
  /** Counts the running month of the integrity monitor. */
  'integrity.count': Record<string, never>;
  /** The link of a panelist, or its reminder. */
  'appraisal.mail': { panelistId: string; reminder: boolean };
  'evidence.sweep': Record<string, never>;
  /** Writes what was erased into the list that restores replay. */
  'erasure.list': Record<string, never>;
  /** Looks at unscanned evidence. */
  'evidence.scan': Record<string, never>;
  /** Counts what a change of settings moves, or carries a confirmed one out. */
  'clocks.plan': { changeId: string };
  'clocks.apply': { changeId: string };
  /** Looks through an uploaded file, or imports it from where it stands. */
  'import.check': { batchId: string };
  'import.apply': { batchId: string };
  /** Publishes a whole batch on the word of an official; looks for near-equal rows of a long file. */
  'import.publish': { batchId: string };
  'import.compare': { batchId: string };
}

/** Asks for a task after commit; rolled back with the transaction. */
export async function enqueue<K extends keyof Tasks>(tx: Tx | Db, task: K, payload: Tasks[K]): Promise<void> {
  await tx.insert(outbox).values({ task, payload });
}

/**
 * Drops cached pages by tag in every process within a second of the commit.
 * Tags: "disclosures", "disclosure:ID", "body:ID", "directory", "ratings", "point:ID", "home", "policies", "open-data".
 */
export async function invalidate(tx: Tx | Db, tags: string[]): Promise<void> {
  await tx.insert(cacheInvalidation).values({ tags });
}
