import {
  type CaseEvent,
  caseFile,
  caseHead,
  type EvidenceHead,
  type SealedPart,
} from '../../../db/queries/case-file.ts';
import { casework } from '../../../site/text/casework.ts';
import type { OwnCaseView, OwnEntry } from '../../contracts/casework.ts';
import { addWorkingDays, legalDate } from '../../domain/calendar.ts';
import { allowedActions } from '../../domain/case-life.ts';
import { DomainError } from '../../domain/errors.ts';
import { INTERNAL_EVENTS } from '../../domain/event.ts';
import { ownClocks, ownFollowUps } from '../clocks/own-clocks.ts';
import { SCREENING_DAYS } from '../clocks/screening.ts';
import type { Ctx } from '../context.ts';
import { bodyName } from '../officials/inbox.ts';
import { evidenceName } from './add-evidence.ts';
import type { OwnCase } from './open-case.ts';
import { type OwnParts, ownAnswerFiles, ownDemands, ownExplanations } from './own-demands.ts';
import { ownResolution } from './own-resolution.ts';
import { factsOf } from './possible.ts';
import { summary } from './summary.ts';

/**
 * The case as its complainant may see it: every field is named here. Names of officials, notes among colleagues, who else
 * has it and why stay inside. Two statements.
 */
export async function lookup(ctx: Ctx, own: OwnCase): Promise<OwnCaseView> {
  const [head, { parts, events, files, clocks, extras }, directory, calendar] = await Promise.all([
    caseHead(ctx.sql, own.number, ''),
    caseFile(ctx.sql, own.caseId),
    ctx.directory(),
    ctx.calendar(),
  ]);
  if (!head) throw new DomainError('case.code_refused');
  const { locale } = ctx;
  const name = (id: string | null) => (id ? bodyName(directory, id, locale) : null);
  const named = (id: string | null) => (id ? { id, name: name(id) ?? '—' } : null);
  const open = (sealed: Buffer, context: string): Record<string, string> =>
    JSON.parse(ctx.keys.open(own.key, sealed, context).toString('utf8'));
  const facts = factsOf(head, false);
  const readings = ownClocks(clocks, { caseId: own.caseId, today: head.today, calendar, locale, open });
  const running = readings.find((clock) => !['not_started', 'met'].includes(clock.state)) ?? null;
  const refusal = head.refusalReason ? casework[locale].refusals[head.refusalReason] : null;
  const filedOn = legalDate(head.filedAt);

  const fileName = (file: EvidenceHead) => evidenceName(ctx, own.key, file);
  const part: OwnParts = { caseId: own.caseId, today: head.today, parts, extras, files, open, name, fileName };

  return {
    number: head.number,
    aliases: extras.aliases.map((alias) => alias.number),
    kind: head.kind,
    matter: head.matter,
    state: head.state,
    screening: head.screening,
    filedOn,
    summary: summary(
      {
        state: head.state,
        screening: head.screening,
        handler: name(head.handlerId),
        verdict: facts.verdict,
        clock: running,
        screenedBy: addWorkingDays(filedOn, SCREENING_DAYS, calendar).date,
      },
      locale,
    ),
    respondent: named(head.respondentNowId) ?? { id: head.respondentNowId, name: '—' },
    handler: named(head.handlerId),
    accepting: named(head.acceptingId),
    refusal: refusal ? { reason: refusal.reason, pointer: refusal.pointer } : null,
    verdict: head.verdict,
    instance: head.instance,
    resolution: await ownResolution(ctx, head, part),
    clocks: readings,
    followUps: ownFollowUps(extras.followUps, head.today, locale),
    story: narrative(parts, own, open),
    amount: head.amount,
    demands: ownDemands(part),
    answerFiles: ownAnswerFiles(part),
    explanations: ownExplanations(part),
    timeline: timeline(events, parts, own, open, name),
    evidence: files
      .filter((file) => file.uploadedBy === 'complainant')
      .map((file) => ({
        id: file.id,
        name: evidenceName(ctx, own.key, file),
        bytes: file.bytes,
        mediaType: file.mediaType,
        at: file.createdAt.toISOString(),
      })),
    actions: allowedActions(facts, { side: 'complainant' })
      .filter((possible) => possible.refusal === null)
      .map((possible) => possible.action),
  };
}

type Open = (sealed: Buffer, context: string) => Record<string, string>;
type Name = (id: string | null) => string | null;

const narrative = (parts: SealedPart[], own: OwnCase, open: Open): string => {
  const part = parts.find((p) => p.source === 'content');
  const words = part ? open(part.sealed, `case/${own.caseId}/narrative`) : {};
  return words.story ?? words.words ?? '';
};

/** Events with the words that belong to them, newest first. Notes among colleagues are no events and cannot appear. */
function timeline(events: CaseEvent[], parts: SealedPart[], own: OwnCase, open: Open, name: Name): OwnEntry[] {
  const messages = new Map(parts.filter((p) => p.source === 'message' && p.meta.kind !== 'note').map((p) => [p.id, p]));
  return events
    .filter(({ kind }) => !INTERNAL_EVENTS.includes(kind))
    .map((event): OwnEntry => {
      const payload = JSON.parse(event.payload) as Record<string, unknown>;
      const said = typeof payload.message === 'string' ? messages.get(payload.message) : undefined;
      const detail = payload.reason ?? payload.outcome ?? payload.verdict;
      return {
        at: event.at.toISOString(),
        kind: event.kind,
        by: event.actorKind === 'official' ? 'body' : event.actorKind === 'complainant' ? 'complainant' : 'system',
        body: event.actorKind === 'official' ? name(event.bodyId) : null,
        detail: typeof detail === 'string' ? detail : null,
        to: typeof payload.to === 'string' ? name(payload.to) : null,
        text: said ? (open(said.sealed, `case/${own.caseId}/message/${said.id}`).text ?? null) : null,
      };
    });
}
