import type { CaseKind } from './case.ts';
import type { Body, BodyNameKind, BodyRole, Division, Succession } from './directory.ts';
import type { Matter } from './matter.ts';

export interface Clause {
  id: string;
  documentId: string;
  documentNumber: string | null;
  documentTitle: string;
  place: string; // 三（四）, 附件12, 10
  digest: string;
  digestEn: string | null;
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
  responsibilities(matter: Matter, division: string): readonly Responsibility[];
  responsibilitiesOf(bodyId: string): readonly Responsibility[];
}

export interface RoutingQuestion {
  respondentId: string;
  matter: Matter;
  kind: CaseKind;
  on: string; // legal date
}

/** One step of the reasoning: a code with parameters; the words are in site/text/routing.ts. */
export interface RoutingStep {
  code: string;
  params: Record<string, string>;
}

export interface Routing {
  respondent: Body; // as asked
  respondentNow: Body; // its successor on the date
  handler: Body | null;
  accepting: Body | null; // arrears
  watching: Body | null; // service
  supporting: Body[];
  basis: Clause[];
  steps: RoutingStep[];
}
