import type { CaseExtras } from '../../../db/queries/case-extras.ts';
import type { EvidenceHead, SealedPart } from '../../../db/queries/case-file.ts';
import type { OwnCaseView, OwnExplanation } from '../../contracts/casework.ts';
import type { OwnFile } from '../../contracts/everyday.ts';
import { promiseViews } from '../officials/extras/answers.ts';
import { explanationViews } from '../officials/extras/consulted.ts';
import { promised } from '../officials/read-case.ts';

/** What the complainant's parts are read from. */
export interface OwnParts {
  caseId: string;
  today: string;
  parts: SealedPart[];
  extras: CaseExtras;
  files: EvidenceHead[];
  open(sealed: Buffer, context: string): Record<string, string>;
  name(id: string | null): string | null;
  fileName(file: EvidenceHead): string;
}

/** The demands with what was answered to each, newest first. What waits for its release is not among the answers. */
export function ownDemands(own: OwnParts): OwnCaseView['demands'] {
  const { parts, caseId, open, name, extras } = own;
  const answers = parts.filter((part) => part.source === 'answer');
  const promises = promiseViews(extras, caseId, answers.map(promised), own.today, open, name);
  return parts
    .filter((part) => part.source === 'demand')
    .map((part) => {
      const position = Number(part.meta.position);
      return {
        position,
        text: open(part.sealed, `case/${caseId}/demand/${position}`).text ?? '',
        answers: answers
          .filter((answer) => answer.meta.demandId === part.id)
          .sort((a, b) => Number(b.meta.round) - Number(a.meta.round))
          .map((answer) => {
            const words = open(answer.sealed, `case/${caseId}/answer/${answer.id}`);
            const promise = promises.get(answer.id);
            return {
              id: answer.id,
              round: Number(answer.meta.round),
              outcome: String(answer.meta.outcome),
              text: words.text ?? '',
              legalGround: words.legalGround ?? null,
              promisedOn: answer.meta.promisedOn === null ? null : String(answer.meta.promisedOn),
              promise: promise
                ? {
                    state: promise.state,
                    reports: promise.reports.map(({ id, text, body, on, denial }) => ({
                      text,
                      body,
                      on,
                      denial,
                      files: filesOf(own, (row) => row.performanceId === id),
                    })),
                  }
                : null,
              body: name(answer.bodyId),
              at: (answer.at ?? new Date(0)).toISOString(),
            };
          }),
      };
    })
    .sort((a, b) => a.position - b.position);
}

/** Files that came with the answers, by their round. */
export const ownAnswerFiles = (own: OwnParts): OwnCaseView['answerFiles'] =>
  [...new Set(own.extras.attachments.map((row) => row.round).filter((round) => round !== null))]
    .sort((a, b) => b - a)
    .map((round) => ({ round, files: filesOf(own, (row) => row.purpose === 'answer' && row.round === round) }))
    .filter(({ files }) => files.length > 0);

/** That an explanation was asked, by when, and whether it was given; its words only where the handler shared them. */
export function ownExplanations(own: OwnParts): OwnExplanation[] {
  const { extras, caseId, today, open, name } = own;
  return explanationViews(extras, caseId, today, open, name).map((view) => ({
    body: view.body,
    dueOn: view.dueOn,
    givenOn: view.givenOn,
    state: view.state,
    released: view.released,
    text: view.shared ? view.text : null,
    files: view.shared ? filesOf(own, (row) => row.explanationId === view.id) : [],
  }));
}

/** Files of a settlement or a determination. */
export const ownSubjectFiles = (own: OwnParts, subjectId: string): OwnFile[] =>
  filesOf(own, (row) => row.subjectId === subjectId);

/** Only what was sent: neither a draft's files nor those of an answer that waits. */
function filesOf(own: OwnParts, which: (row: CaseExtras['attachments'][number]) => boolean): OwnFile[] {
  const ids = new Set(own.extras.attachments.filter((row) => row.sent && which(row)).map((row) => row.evidenceId));
  return own.files
    .filter((file) => ids.has(file.id))
    .map((file) => ({
      id: file.id,
      name: own.fileName(file),
      bytes: file.bytes,
      mediaType: file.mediaType,
      at: file.createdAt.toISOString(),
    }));
}
