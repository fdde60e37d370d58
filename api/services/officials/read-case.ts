import type { AttachmentRow, CaseExtras } from '../../../db/queries/case-extras.ts';
import { type CaseEvent, type CaseHead, caseFile, type SealedPart } from '../../../db/queries/case-file.ts';
import { casework } from '../../../site/text/casework.ts';
import type { PossibleAction } from '../../domain/case-life.ts';
import { INTERNAL_EVENTS } from '../../domain/event.ts';
import type { ScanState } from '../../domain/evidence-scan.ts';
import { officialActions } from '../complaints/possible.ts';
import type { Ctx } from '../context.ts';
import { subordinate as inherits } from './authorise.ts';
import { type Change, withChanges } from './changes.ts';
import {
  attachmentOf,
  isShared,
  type PromiseView,
  type ProposalView,
  promiseViews,
  proposalView,
} from './extras/answers.ts';
import { answerChoices } from './extras/choices.ts';
import { type ClockView, clockViews, type FollowUpView, followUpViews } from './extras/clocks.ts';
import { type ExplanationsView, explanationViews, type OpinionsView, opinionViews } from './extras/consulted.ts';
import { instalmentChoices, type ResolutionView, resolutionView } from './extras/resolution.ts';
import { bodyName } from './inbox.ts';
import { openFile } from './open-file.ts';
import { identityReleased } from './read-identity.ts';
import { readingBody } from './reading.ts';
import { seeingFor } from './sight.ts';

export interface CaseAnswerView {
  id: string;
  round: number;
  outcome: string;
  text: string;
  legalGround: string | null;
  promisedOn: string | null;
  body: string | null;
  at: Date | null;
  /** Where it promised something by a date. */
  promise: PromiseView | null;
}
export interface CaseDemandView {
  id: string;
  position: number;
  text: string;
  answers: CaseAnswerView[];
}
export interface CaseMessageView {
  id: string;
  author: string;
  kind: string;
  text: string;
  body: string | null;
  at: Date | null;
}
export interface CaseEventView extends Omit<CaseEvent, 'payload' | 'bodyId' | 'desk'> {
  body: string | null;
  payload: Record<string, unknown>;
  /** Old and new values, where something changed. */
  changes: Change[];
}

/** What an official sees on the page of a case. Identity and contact are not in it: they are read with a reason. */
export interface CaseView {
  head: Omit<CaseHead, 'wrapped' | 'draft' | 'keyId' | 'keyVersion' | 'assignments'>;
  erased: boolean;
  respondent: string;
  handler: string | null;
  accepting: string | null;
  watching: string | null;
  supporting: string[];
  narrative: Record<string, string>;
  demands: CaseDemandView[];
  messages: CaseMessageView[];
  evidence: {
    id: string;
    name: string;
    bytes: number;
    mediaType: string;
    uploadedBy: string;
    at: Date;
    attachment: AttachmentRow | null;
    scan: ScanState;
  }[];
  /** An answer that waits for its release, or was sent back. */
  proposal: ProposalView | null;
  opinions: OpinionsView;
  explanations: ExplanationsView[];
  clocks: ClockView[];
  /** The clock by which the case stands in lists. */
  running: ClockView | null;
  followUps: FollowUpView[];
  events: CaseEventView[];
  draft: { at: Date; values: Record<string, string> } | null;
  /** Every action of officials, possible or with the reason why not. */
  actions: PossibleAction[];
  /** Templates of answers that the handling body may use. */
  templates: { id: string; title: string }[];
  /** Options of forms that come with the case, by `ACTION.FIELD`. */
  choices: Record<string, { value: string; label: string; hint?: string }[]>;
  extras: CaseExtras;
  resolution: ResolutionView;
  /** Whether the complainant let the official's body know who asks. */
  identityReleased: boolean;
  /** Whether the files of the complainant are released to it. */
  evidenceReleased: boolean;
}

/** Two statements. @throws DomainError auth.required | resource.not_found */
export async function readCase(ctx: Ctx, number: string): Promise<CaseView> {
  const { head: row, key, sight } = await openFile(ctx, number);
  const [{ parts, files, events, clocks, extras }, directory, calendar, released] = await Promise.all([
    caseFile(ctx.sql, row.id),
    ctx.directory(),
    ctx.calendar(),
    identityReleased(ctx, row),
  ]);
  const name = (id: string | null) => (id ? bodyName(directory, id, ctx.locale) : null);
  const opened = (sealed: Buffer, context: string): Record<string, string> =>
    key ? JSON.parse(ctx.keys.open(key, sealed, context).toString('utf8')) : {};
  const of = (source: SealedPart['source']) => parts.filter((part) => part.source === source);

  const promises = promiseViews(extras, row.id, of('answer').map(promised), row.today, opened, name);
  const answers = of('answer').map((part) => ({
    demandId: part.meta.demandId,
    view: {
      ...answerView(part, opened(part.sealed, `case/${row.id}/answer/${part.id}`), name(part.bodyId)),
      promise: promises.get(part.id) ?? null,
    },
  }));
  const demands = of('demand')
    .map((part) => {
      const position = Number(part.meta.position);
      return {
        id: part.id,
        position,
        text: opened(part.sealed, `case/${row.id}/demand/${position}`).text ?? '',
        answers: answers
          .filter((answer) => answer.demandId === part.id)
          .map((answer) => answer.view)
          .sort((a, b) => b.round - a.round),
      };
    })
    .sort((a, b) => a.position - b.position);
  // A note is read where it was written and above: not by another body that has the same case in sight.
  const reached = await seeingFor(ctx, 'deals');
  // What a body argued in a dispute of competence is for every body that has the case in sight, the arbiter first.
  const argued = new Set(events.filter((e) => e.kind === 'disputed').map((e) => JSON.parse(e.payload).message));
  const readable = (part: SealedPart) => argued.has(part.id) || (part.bodyId !== null && reached.has(part.bodyId));
  // Nor does a body that passed the case on read what the present one still works at: only what it worked at itself.
  const inside = sight === 'deals';
  const theirs = ({ bodyId }: { bodyId: string | null }) => inside || (bodyId !== null && reached.has(bodyId));
  const messages = of('message')
    .filter((part) => part.meta.kind !== 'note' || readable(part))
    .map((part) => ({
      id: part.id,
      author: String(part.meta.author),
      kind: String(part.meta.kind),
      text: opened(part.sealed, `case/${row.id}/message/${part.id}`).text ?? '',
      body: name(part.bodyId),
      at: part.at,
    }))
    .sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0));
  const explanations = inside ? explanationViews(extras, row.id, row.today, opened, name) : [];
  const { mediations, determinations } = extras.resolution;
  const settled = {
    ...extras.resolution,
    mediations: mediations.filter(theirs),
    determinations: determinations.filter((one) => one.approved === true || theirs(one)),
  };
  const resolution = resolutionView(row, settled, opened, name);
  const narrative = of('content')[0];
  const views = clockViews(clocks, { caseId: row.id, today: row.today, calendar, locale: ctx.locale, open: opened });
  const { wrapped: _w, draft, keyId: _k, keyVersion: _v, assignments, ...head } = row;

  return {
    head,
    erased: key === null,
    respondent: name(row.respondentNowId) ?? '—',
    handler: name(row.handlerId),
    accepting: name(row.acceptingId),
    watching: name(row.watchingId),
    supporting: assignments.filter((a) => a.role === 'supporting' && !a.to).map((a) => name(a.bodyId) ?? '—'),
    narrative: narrative ? opened(narrative.sealed, `case/${row.id}/narrative`) : {},
    demands,
    messages,
    evidence: files
      .filter((file) => inside || file.uploadedBy === 'complainant' || isShared(extras, file.id))
      .map((file) => ({
        id: file.id,
        name: opened(file.sealedName, `evidence/${file.id}/name`).name ?? '—',
        bytes: file.bytes,
        mediaType: file.mediaType,
        uploadedBy: file.uploadedBy,
        at: file.createdAt,
        attachment: attachmentOf(extras, file.id),
        scan: file.scan,
      })),
    proposal: inside ? proposalView(extras, row, opened) : null,
    opinions: inside ? opinionViews(extras, row.id, row.today, opened, name) : [],
    explanations,
    clocks: views,
    running: views.find((clock) => clock.days !== null) ?? null,
    followUps: followUpViews(extras.followUps, row.today, name),
    events: withChanges(
      events.filter((event) => !INTERNAL_EVENTS.includes(event.kind) || theirs(event)),
      name,
    ),
    draft: draft && row.draftAt ? { at: row.draftAt, values: opened(draft, draftContext(row.id)) } : null,
    actions: await officialActions(ctx, row),
    templates: extras.templates
      .filter(
        (m) =>
          (m.kind === null || m.kind === row.kind) && row.handlerId && inherits(directory, m.bodyId, row.handlerId),
      )
      .map(({ id, title }) => ({ id, title })),
    choices: {
      ...instalmentChoices(resolution, ctx.locale),
      'ask_extension.step': views
        .filter((clock) => clock.extendable > 0)
        .map((clock) => ({ value: clock.step, label: casework[ctx.locale].clockSteps[clock.step] ?? clock.step })),
      ...answerChoices(
        row,
        {
          promises: [...promises.values()],
          explanations,
          demandOf: (id) => demands.find((demand) => demand.answers.some((answer) => answer.id === id))?.text ?? '',
        },
        ctx.locale,
        name,
      ),
    },
    extras,
    resolution,
    identityReleased: released,
    evidenceReleased: (await readingBody(ctx, row, 'evidence')) !== null,
  };
}

/** Bound to the case, so that a draft can be opened nowhere else. */
export const draftContext = (caseId: string): string => `case/${caseId}/draft`;

/** What a promise is read from; also on the complainant's page. */
export const promised = (part: SealedPart) => ({
  id: part.id,
  demandId: String(part.meta.demandId),
  round: Number(part.meta.round),
  promisedOn: part.meta.promisedOn === null ? null : String(part.meta.promisedOn),
});

function answerView(
  part: SealedPart,
  words: Record<string, string>,
  body: string | null,
): Omit<CaseAnswerView, 'promise'> {
  return {
    id: part.id,
    round: Number(part.meta.round),
    outcome: String(part.meta.outcome),
    text: words.text ?? '',
    legalGround: words.legalGround ?? null,
    promisedOn: part.meta.promisedOn === null ? null : String(part.meta.promisedOn),
    body,
    at: part.at,
  };
}
