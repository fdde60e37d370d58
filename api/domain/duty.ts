import type { Body, BodyNameKind, BodyRole, Division, Succession } from './directory.ts';
import type { Matter } from './matter.ts';

export interface Clause {
  id: string;
  documentId: string;
  documentNumber: string | null;
  documentTitle: string;
  documentTitleEn: string | null;
  place: string; // 三（四）, 附件12, 10
  heading: string;
  headingEn: string | null;
  digest: string;
  digestEn: string | null;
  /** Only where the operator loaded it and a second person checked it. */
  fullText: string | null;
  status: 'in_force' | 'draft' | 'period_ended' | 'basis_repealed' | 'repealed';
}

export interface NamedBody {
  part: 'lead' | 'supporting';
  named: string; // exactly as the clause names it
  role: BodyRole;
  bodyId: string | null; // where the name means one body
}

export interface Responsibility {
  id: string;
  matter: Matter | null;
  topic: string;
  division: string;
  clauseId: string;
  bodies: readonly NamedBody[]; // order of the text
}

/** A matter in everyday words, with the words that speak for it. */
export interface MatterEntry {
  code: Matter;
  name: string;
  nameEn: string;
  plain: string;
  plainEn: string;
  examples: readonly { zh: string; en: string }[];
  words: Readonly<Record<string, number>>;
}

/** The directory and the duties of all places, in memory and indexed. Built by services/directory/load.ts. */
export interface Directory {
  version: string;
  divisions: ReadonlyMap<string, Division>;
  childrenOf(division: string | null): readonly Division[];
  bodies: ReadonlyMap<string, Body>;
  bodiesIn(division: string): readonly Body[];
  namesOf(bodyId: string): readonly { name: string; kind: BodyNameKind }[];
  successionsFrom(bodyId: string): readonly Succession[];
  successionsTo(bodyId: string): readonly Succession[];
  clauses: ReadonlyMap<string, Clause>;
  matters: readonly MatterEntry[];
  responsibilities(matter: Matter, division: string): readonly Responsibility[];
  responsibilitiesOf(bodyId: string): readonly Responsibility[];
  /** All duties of all places. */
  duties: readonly Responsibility[];
  /** What a clause shares out. */
  dutyOf(clauseId: string): Responsibility | null;
}

/** One step of the reasoning: a code with parameters; the words are in site/text/routing.ts. */
export interface RoutingStep {
  code: RoutingStepCode;
  params: Record<string, string>;
}

export const ROUTING_STEP_CODES = [
  'successor', // rule 1
  'respondent_ended',
  'level_government', // rule 2
  'level_zone',
  'level_township',
  'level_own',
  'table_own', // rule 3
  'table_parent',
  'table_none',
  'document_status',
  'lead_first', // rule 4
  'lead_by_role',
  'lead_passed_over',
  'lead_succeeded',
  'lead_missing',
  'lead_fixed_arrears',
  'lead_fixed_judgment',
  'lead_default',
  'never_accused', // rule 5
  'top_department', // rule 6
  'top_development_reform',
  'top_government',
  'service_self', // rule 7
  'service_watched',
  'arrears_accepting',
  'no_body',
] as const;
export type RoutingStepCode = (typeof ROUTING_STEP_CODES)[number];
