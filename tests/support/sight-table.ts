import type { OfficialRole } from '../../api/domain/official.ts';
import type { Mark, Marked, Relation } from './marked-case.ts';

/**
 * The rule of sight said once more, by hand and without the code: which status each address of the officials answers, and which
 * words of the marked case each official may find. Ids in the addresses are those of the case, or of things of its handler.
 */
export type Status = (relation: Relation, role: OfficialRole) => number;

const READERS: readonly OfficialRole[] = ['intake', 'handler', 'approver', 'supervisor', 'arbiter', 'auditor'];
const CONSULTED: readonly OfficialRole[] = ['intake', 'handler', 'approver', 'supervisor'];
const EXPLAINERS: readonly OfficialRole[] = ['intake', 'handler'];
const TEMPLATES: readonly OfficialRole[] = ['handler', 'approver', 'supervisor', 'administrator'];
const REPORTS: readonly OfficialRole[] = ['approver', 'supervisor', 'arbiter', 'auditor', 'administrator'];
const RECORDS: readonly OfficialRole[] = ['publisher', 'approver', 'supervisor', 'auditor', 'administrator'];
const SHARING: readonly OfficialRole[] = ['publisher', 'supervisor', 'administrator'];
const PROMISES: readonly OfficialRole[] = [
  'publisher',
  'approver',
  'handler',
  'supervisor',
  'auditor',
  'administrator',
];
const IMPORTERS: readonly OfficialRole[] = ['publisher', 'approver'];
const CHECKS: readonly OfficialRole[] = ['approver', 'supervisor', 'publisher', 'administrator'];
const POINTS: readonly OfficialRole[] = ['publisher', 'administrator', 'directory_editor', 'supervisor'];
/** Those who reach the handling body itself. */
const OWN: readonly Relation[] = ['handler', 'superior'];

const any = () => 200;
const away = () => 303;
const gone = () => 404;
const only =
  (...roles: readonly OfficialRole[]): Status =>
  (_, role) =>
    roles.includes(role) ? 200 : 403;
/** Of the role, and of one of the bodies; `other`: of the role elsewhere; `none`: without the role. */
const of =
  (roles: readonly OfficialRole[], relations: readonly Relation[], other = 404, none = 404): Status =>
  (relation, role) =>
    !roles.includes(role) ? none : relations.includes(relation) ? 200 : other;

const opens = (relation: Relation, role: OfficialRole): boolean =>
  relation === 'arbiter'
    ? role === 'arbiter'
    : READERS.includes(role) && ['handler', 'superior', 'accepting', 'watching', 'former'].includes(relation);
const file: Status = (relation, role) => (opens(relation, role) ? 200 : 404);
const opinion = of(CONSULTED, ['supporting', 'superior']);
/** A supporting body is led to what it was asked. */
const page: Status = (relation, role) =>
  opens(relation, role) ? 200 : relation === 'supporting' && CONSULTED.includes(role) ? 303 : 404;
const evidence: Status = (relation, role) =>
  !opens(relation, role) ? 404 : ['handler', 'superior', 'accepting'].includes(relation) ? 200 : 403;
const explanation = of(EXPLAINERS, ['respondent', 'superior']);
const report = of(['supervisor'], ['watching'], 404, 403);
const administrator = only('administrator');
/** The id in the address is that of no import. */
const noImport: Status = (_, role) => (IMPORTERS.includes(role) ? 404 : 403);

/** Pages by their file under site/pages, `GET` of each. */
export const PAGES: Record<string, Status> = {
  '/officials': any,
  '/officials/account': any,
  // The id in the address is that of no report.
  '/officials/arrears': only('publisher', 'approver', 'handler', 'supervisor', 'auditor', 'administrator'),
  '/officials/arrears/[id]': gone,
  '/officials/administration': administrator,
  '/officials/administration/answers': administrator,
  '/officials/administration/clocks': administrator,
  // Who runs the settings of the place: its government, and its lead credit authority.
  '/officials/administration/clocks/changes/[id]': of(['administrator'], ['superior', 'former'], 403, 403),
  '/officials/administration/clocks/holidays': administrator,
  '/officials/administration/clocks/ladder': administrator,
  '/officials/administration/clocks/rules/[id]': administrator,
  '/officials/administration/elections': administrator,
  '/officials/administration/integrity': administrator,
  '/officials/administration/invitations': administrator,
  '/officials/administration/invitations/[id]': of(['administrator'], OWN, 404, 403),
  '/officials/administration/mail': (_, role) => (role === 'administrator' ? 404 : 403), // no demonstration
  '/officials/administration/notices': administrator,
  '/officials/administration/officials/[id]': of(['administrator'], OWN, 404, 403),
  '/officials/administration/officials/[id]/confirm': of(['administrator'], OWN, 404, 403),
  '/officials/administration/policies': administrator,
  '/officials/administration/policies/[id]': (_, role) => (role === 'administrator' ? 404 : 403), // the id is that of no text
  '/officials/administration/push': administrator,
  '/officials/administration/webhooks': administrator,
  '/officials/administration/rating-reports': administrator,
  '/officials/administration/retention': administrator,
  '/officials/administration/sharing': administrator,
  '/officials/appraisals': only('publisher', 'approver'),
  // None was made.
  '/officials/appraisals/[id]': (_, role) => (['publisher', 'approver'].includes(role) ? 404 : 403),
  '/officials/audit': only('auditor'),
  '/officials/cases/[number]': page,
  '/officials/cases/[number]/evidence/[id]/open': evidence,
  '/officials/cases/[number]/files': away,
  '/officials/cases/[number]/group': file,
  // The marked case is no bad rating.
  '/officials/cases/[number]/rating': gone,
  '/officials/cases/[number]/identity': file,
  // Handlers find there what their body was ordered to put right, and no list of records.
  '/officials/disclosures': only(...RECORDS, 'handler', 'intake'),
  '/officials/commitments': only(...PROMISES),
  '/officials/commitments/[id]': gone, // none was made
  '/officials/commitments/[id]/comments': gone,
  '/officials/commitments/[id]/enterprise': gone,
  '/officials/commitments/[id]/files': away,
  '/officials/commitments/[id]/files/[file]/open': gone,
  '/officials/commitments/handovers': only(...PROMISES),
  '/officials/commitments/handovers/[id]': gone,
  '/officials/commitments/import': only('publisher'),
  '/officials/commitments/new': only('publisher'),
  '/officials/credit-checks': only(...CHECKS),
  '/officials/credit-checks/[id]': (_, role) => (CHECKS.includes(role) ? 404 : 403), // none was made
  '/officials/disclosures/[id]': of(RECORDS, OWN),
  '/officials/disclosures/[id]/text': of(RECORDS, OWN),
  '/officials/disclosures/[id]/files': away,
  '/officials/disclosures/[id]/requests/[request]/files/[file]/open': gone, // nobody asked anything
  '/officials/disclosures/from-case': only('publisher'),
  '/officials/disclosures/governance': any,
  '/officials/disclosures/measures': only('publisher', 'approver', 'administrator'),
  '/officials/disclosures/new': only('publisher'),
  '/officials/disputes': any,
  '/officials/enrol': away,
  '/officials/explanations': any,
  '/officials/explanations/[reference]': explanation,
  '/officials/explanations/[reference]/files': away,
  '/officials/help': any,
  '/officials/imports': only(...IMPORTERS),
  '/officials/imports/[id]': noImport,
  '/officials/imports/files': away,
  '/officials/intake': only('intake'),
  '/officials/intake/format': any,
  '/officials/invitation/[token]': gone,
  '/officials/notices': any,
  '/officials/notices/settings': any,
  '/officials/opinions': any,
  '/officials/opinions/[id]': opinion,
  '/officials/passed-on': any,
  '/officials/ratings': only('handler', 'approver', 'supervisor'),
  '/officials/reports': only(...REPORTS),
  '/officials/reports/monthly': only('supervisor', 'approver'),
  // None was made.
  '/officials/reports/monthly/[id]': (_, role) => (['supervisor', 'approver'].includes(role) ? 404 : 403),
  '/officials/reports-of-retaliation': only('supervisor'),
  '/officials/reports-of-retaliation/[id]': report,
  '/officials/sharing': only(...SHARING),
  '/officials/sharing/format': any,
  '/officials/service-points': only(...POINTS),
  '/officials/service-points/[id]': of(POINTS, OWN, 403, 403),
  '/officials/service-points/batches': only('publisher', 'administrator', 'directory_editor'),
  // The id in the address is that of no table of counters.
  '/officials/service-points/batches/[id]': (_, role) => (POINTS.includes(role) ? 404 : 403),
  '/officials/service-points/[id]/poster': of(POINTS, OWN, 403, 403),
  '/officials/service-points/[id]/revoke': of(POINTS, OWN, 303, 303),
  '/officials/sign-in': away,
  '/officials/sign-in-code': away,
  '/officials/sign-out': any,
  '/officials/supervision': only('supervisor'),
  // No card was raised.
  '/officials/warnings': only('supervisor'),
  '/officials/warnings/[id]': (_, role) => (role === 'supervisor' ? 404 : 403),
  '/officials/templates': any,
  '/officials/templates/[id]': of(TEMPLATES, OWN),
};

/** What answers beside pages; those that only take a POST are posted to. */
export const ENDPOINTS: Record<string, Status> = {
  // Asked for without a day.
  'GET /officials/administration/rating-reports/export': (_, role) => (role === 'administrator' ? 400 : 403),
  'POST /officials/audit/export': only('auditor'),
  'POST /officials/cases/[number]/draft': file,
  'GET /officials/cases/[number]/evidence/[id]': evidence,
  'POST /officials/cases/[number]/presence': file,
  'GET /officials/cases/[number]/templates/[id]': of(['handler', 'approver', 'supervisor'], OWN),
  'GET /officials/commitments/[id]/files/[file]': gone,
  'GET /officials/commitments/handovers/[id]/document.json': gone,
  'GET /officials/commitments/template.csv': any,
  'GET /officials/disclosures/[id]/files/[file]': gone, // no such file
  'GET /officials/disclosures/[id]/requests/[request]/files/[file]': gone,
  'GET /officials/disclosures/governance/list.csv': any,
  'GET /officials/credit-checks/[id]/answer': (_, role) => (CHECKS.includes(role) ? 404 : 403),
  'GET /officials/explanations/[reference]/files/[id]': explanation,
  'GET /officials/imports/[id]/progress': noImport,
  'GET /officials/imports/[id]/report.csv': noImport,
  'GET /officials/imports/templates/[file]': gone,
  'GET /officials/intake/results': only('intake'),
  'GET /officials/reports/report.csv': only(...REPORTS),
  'GET /officials/service-points/batches/template.csv': any,
  'GET /officials/sharing/batches/[id]': (_, role) => (SHARING.includes(role) ? 404 : 403), // no batch of the case
  'GET /officials/sso': gone,
  'GET /officials/sso/callback': gone,
};

/** Every GET of the interface that officials may call. */
export const API: Record<string, Status> = {
  '/api/v1/officials/answer-rules': administrator,
  '/api/v1/officials/audit': only('auditor'),
  '/api/v1/officials/cases': any,
  '/api/v1/officials/cases/{number}': file,
  '/api/v1/officials/cases/{number}/files/{id}': evidence,
  '/api/v1/officials/cases/{number}/group': file,
  '/api/v1/officials/disclosures': only(...RECORDS),
  '/api/v1/officials/disclosures/{id}': of(RECORDS, OWN),
  '/api/v1/officials/disclosures/{id}/requests': of(RECORDS, OWN),
  '/api/v1/officials/disclosures/{id}/text': of(RECORDS, OWN),
  '/api/v1/officials/disclosures/{id}/requests/{request}/files/{file}': gone,
  '/api/v1/officials/credit-checks': only(...CHECKS),
  '/api/v1/officials/credit-checks/{id}': (_, role) => (CHECKS.includes(role) ? 404 : 403),
  '/api/v1/officials/explanations': any,
  '/api/v1/officials/explanations/{reference}': explanation,
  '/api/v1/officials/explanations/{reference}/files/{id}': explanation,
  '/api/v1/officials/intake/results': only('intake'),
  '/api/v1/officials/notice-settings': any,
  '/api/v1/officials/opinions': any,
  '/api/v1/officials/opinions/{id}': opinion,
  '/api/v1/officials/reports': only(...REPORTS),
  '/api/v1/officials/retaliation-reports': only('supervisor'),
  '/api/v1/officials/retaliation-reports/{id}': report,
  '/api/v1/officials/sharing': only(...SHARING),
  '/api/v1/officials/sharing/batches/{id}': (_, role) => (SHARING.includes(role) ? 404 : 403),
  '/api/v1/officials/templates': any,
};

/** The address with the real ids in it. `official`: one of the handling body. */
export function addressOf(pattern: string, marked: Marked, official: string): string {
  const id = /\/rules\//.test(pattern)
    ? 'promise.accept'
    : /explanations\//.test(pattern)
      ? marked.explanationFile
      : /changes\//.test(pattern)
        ? marked.change
        : /invitations\//.test(pattern)
          ? marked.invitation
          : /administration\/officials\//.test(pattern)
            ? official
            : /evidence\/|\/files\//.test(pattern)
              ? marked.evidence
              : /disclosures\//.test(pattern)
                ? marked.disclosure
                : /opinions\//.test(pattern)
                  ? marked.opinion
                  : /retaliation/.test(pattern)
                    ? marked.report
                    : /service-points\//.test(pattern)
                      ? marked.point
                      : marked.template;
  const path = pattern
    .replace(/[[{]number[\]}]/, marked.number)
    .replace(/[[{]reference[\]}]/, marked.explanation)
    .replace(/[[{]id[\]}]/, id)
    .replace('[token]', 'no-such-token');
  return path.endsWith('/confirm')
    ? `${path}?act=disable`
    : path.endsWith('results')
      ? `${path}?channel=hotline`
      : path;
}

const WORDS: readonly Mark[] = ['story', 'demand', 'message', 'answer', 'file', 'number'];
const EXPLAINED: readonly Mark[] = ['asked', 'explanation', 'explanationFile'];
const WORKED_AT: readonly Mark[] = ['question', 'opinion', ...EXPLAINED, 'mediation', 'determination', 'document'];

/** What an official may find of the case wherever it turns up. Who filed it is on no page: it is read with a reason. */
export function allowedMarks(relation: Relation, role: OfficialRole): Set<Mark> {
  if (relation === 'supporting')
    return new Set(CONSULTED.includes(role) ? ['story', 'demand', 'number', 'question', 'opinion'] : []);
  if (relation === 'respondent') return new Set(EXPLAINERS.includes(role) ? EXPLAINED : []);
  if (!opens(relation, role)) return new Set();
  if (relation === 'former' || relation === 'arbiter') return new Set(WORDS);
  return new Set([...WORDS, ...WORKED_AT, ...(OWN.includes(relation) ? (['note'] as const) : [])]);
}

/** … and what beside that on one page alone. */
export function allowedThere(pattern: string, relation: Relation, role: OfficialRole): readonly Mark[] {
  // Which clocks a changed rule moves, and of which case.
  if (/clocks\/changes\//.test(pattern) && role === 'administrator') return ['number'];
  // Told to the superior of the handler.
  if (/retaliation.*[\]}]$/.test(pattern) && relation === 'watching' && role === 'supervisor') return ['report'];
  return [];
}
