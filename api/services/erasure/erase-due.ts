import type { Tx } from '../../../db/client.ts';
import { holdCase } from '../../../db/queries/cases.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { removeFiles } from '../../../db/queries/erasure.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { registrationsPast } from '../../../db/queries/registration-erasure.ts';
import { checksPast, requestsPast } from '../../../db/queries/request-erasure.ts';
import { casesPast, retentionRules, withdrawnFiles } from '../../../db/queries/retention.ts';
import { roundsPast } from '../../../db/queries/review-comments.ts';
import { CASE_KINDS } from '../../domain/case.ts';
import { ENDED, type RetentionRule, ruleOn } from '../../domain/retention.ts';
import { legalDay } from '../complaints/today.ts';
import type { Deps } from '../context.ts';
import { eraseCase, removeStored } from './erase-case.ts';
import { eraseComments, eraseRegistration } from './erase-registration.ts';
import { type ErasingOther, eraseCheck, eraseRequest } from './erase-request.ts';

const BATCH = 100;
const SYSTEM = { kind: 'system' } as const;

/**
 * Erases the persons of cases that are past their retention, and the files of cases that were withdrawn, each case in a
 * transaction of its own, so that a stop loses nothing. Run by api/jobs.ts every night.
 */
export async function eraseDue(
  deps: Deps,
): Promise<{ cases: number; withdrawn: number; requests: number; checks: number; promises: number; comments: number }> {
  const rules = await retentionRules(deps.sql);
  const today = await legalDay(deps);
  let cases = 0;
  for (const kind of CASE_KINDS) {
    const rule = ruleOn(rules, 'case', kind, today);
    if (!rule) continue; // no rule, no erasure
    for (;;) {
      const due = await casesPast(deps.sql, kind, rule, BATCH);
      let progress = 0;
      for (const { id } of due) {
        const files = await deps.db.transaction(async (tx) => {
          const held = await holdCase(tx, id);
          const over = held && (ENDED.includes(held.state) || held.screening === 'rejected');
          return over
            ? eraseCase(tx, { caseId: id, reason: 'retention', code: rule.id, actor: SYSTEM, at: held.now })
            : null;
        });
        if (files === null) continue; // taken up again meanwhile
        await removeStored(deps, files);
        progress += 1;
      }
      cases += progress;
      if (due.length < BATCH || progress === 0) break;
    }
  }
  const withdrawn = await dropWithdrawn(deps, ruleOn(rules, 'withdrawn_evidence', 'other', today));
  const requests = await eraseSealed(deps, ruleOn(rules, 'disclosure_request', 'other', today), {
    past: requestsPast,
    erase: eraseRequest,
  });
  const promises = await eraseSealed(deps, ruleOn(rules, 'registered_promise', 'other', today), {
    past: registrationsPast,
    erase: eraseRegistration,
  });
  const comments = await eraseSealed(deps, ruleOn(rules, 'review_comment', 'other', today), {
    past: roundsPast,
    erase: eraseComments,
  });
  const checks = await eraseChecks(deps, ruleOn(rules, 'credit_check', 'other', today));
  const done = { cases, withdrawn, requests, checks, promises, comments };
  if (cases + withdrawn + requests + checks + promises + comments > 0)
    deps.log.info(done, 'what was past its time was erased');
  return done;
}

interface Sealed {
  past: (sql: Deps['sql'], rule: RetentionRule, limit: number) => Promise<{ id: string }[]>;
  erase: (tx: Tx, erasing: ErasingOther) => Promise<string[] | null | 'unknown'>;
}

/** What was sealed with a key of its own and whose time is over: each in a transaction of its own, its files after it. */
async function eraseSealed(deps: Deps, rule: RetentionRule | null, { past, erase }: Sealed): Promise<number> {
  if (!rule) return 0;
  let done = 0;
  for (;;) {
    const due = await past(deps.sql, rule, BATCH);
    let progress = 0;
    for (const { id } of due) {
      const files = await deps.db.transaction(async (tx) => {
        const { now } = await databaseTime(tx);
        return erase(tx, { id, code: rule.id, at: now });
      });
      if (files === null || files === 'unknown') continue;
      await removeStored(deps, files);
      progress += 1;
    }
    done += progress;
    if (due.length < BATCH || progress === 0) return done;
  }
}

/** What officials asked about bodies so long ago. */
async function eraseChecks(deps: Deps, rule: RetentionRule | null): Promise<number> {
  if (!rule) return 0;
  let done = 0;
  for (;;) {
    const due = await checksPast(deps.sql, rule, BATCH);
    let progress = 0;
    for (const { id } of due) {
      const gone = await deps.db.transaction(async (tx) => {
        const { now } = await databaseTime(tx);
        return eraseCheck(tx, { id, code: rule.id, at: now });
      });
      if (gone === true) progress += 1;
    }
    done += progress;
    if (due.length < BATCH || progress === 0) return done;
  }
}

async function dropWithdrawn(deps: Deps, rule: ReturnType<typeof ruleOn>): Promise<number> {
  if (!rule) return 0;
  const days = rule.unit === 'day' ? rule.length : rule.length * 31;
  let done = 0;
  for (;;) {
    const due = await withdrawnFiles(deps.sql, days, BATCH);
    for (const { id } of due) {
      const files = await deps.db.transaction(async (tx) => {
        const held = await holdCase(tx, id);
        if (held?.state !== 'withdrawn') return [];
        const names = await removeFiles(tx, id);
        const payload = { reason: rule.id, files: names.length };
        await appendEvent(tx, {
          subjectKind: 'case',
          subjectId: id,
          kind: 'evidence_removed',
          actor: SYSTEM,
          at: held.now,
          payload,
        });
        return names;
      });
      await removeStored(deps, files);
      done += 1;
    }
    if (due.length < BATCH) return done;
  }
}
