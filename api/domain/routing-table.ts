import type { Body, BodyRole } from './directory.ts';
import { divisionChain } from './division-code.ts';
import type { Clause, Directory, NamedBody, Responsibility, RoutingStep } from './duty.ts';
import type { Matter } from './matter.ts';
import { existsOn, governmentOf, nextPlaceUp, successorOn } from './routing-place.ts';

/** Rules 3 and 4 of routing: the row for the matter, and the first body in it that can take a case. */

/** Courts, discipline commissions, party organs and whole governments stand as supporting, never as lead. */
const NEVER_LEAD = new Set<BodyRole>([
  'government',
  'court',
  'procuratorate',
  'discipline',
  'organisation',
  'publicity',
  'establishment',
]);

/** Fixed by law or by the province instead of by the order of a row. */
const FIXED: Partial<Record<Matter, { role: BodyRole; step: 'lead_fixed_arrears' | 'lead_fixed_judgment' }>> = {
  // 保障中小企业款项支付条例 (2025-06-01) art. 5
  arrears: { role: 'industry_it', step: 'lead_fixed_arrears' },
  // 苏政发〔2023〕55号 附件6
  unperformed_judgment: { role: 'development_reform', step: 'lead_fixed_judgment' },
  compensation: { role: 'development_reform', step: 'lead_fixed_judgment' },
};
/** The row whose clause fixes the lead, where it is not that of the matter itself. */
const ROW_OF: Partial<Record<Matter, Matter>> = { compensation: 'unperformed_judgment' };
/** National clauses for what no row of a place says (db/reference/policies). */
const ARREARS_CLAUSE = 'sme-payment/第五条';
const REFORM_CLAUSE = 'gf-2016-76/四（二）';
export const TOWNSHIP_CLAUSE = 'gf-2016-76/五（六）';

/** What stands in no row and is decided by a clause all the same, for the page of the document. */
export const FIXED_CLAUSES: readonly { clauseId: string; matter: Matter | null }[] = [
  { clauseId: ARREARS_CLAUSE, matter: 'arrears' },
  { clauseId: REFORM_CLAUSE, matter: null },
  { clauseId: TOWNSHIP_CLAUSE, matter: 'township' },
];

/** Rule 3: the row of the place's own document, without one that of the nearest place above. */
export function rowFor(directory: Directory, matter: Matter, place: string): Responsibility | null {
  for (const code of divisionChain(place)) {
    const row = directory.responsibilities(matter, code)[0];
    if (row) return row;
  }
  return null;
}

export interface Lead {
  body: Body | null;
  supporting: Body[];
  basis: Clause[];
  steps: RoutingStep[];
}

/** The lead for a matter in a place, by its table, with the bodies named beside it. */
export function leadAt(directory: Directory, matter: Matter, place: string, respondent: Body, on: string): Lead {
  const steps: RoutingStep[] = [];
  const basis: Clause[] = [];
  const cite = (id: string | undefined): Clause | null => {
    const clause = id === undefined ? undefined : directory.clauses.get(id);
    if (clause && !basis.includes(clause)) basis.push(clause);
    return clause ?? null;
  };
  const placeName = directory.divisions.get(place)?.name ?? place;
  const row = rowFor(directory, ROW_OF[matter] ?? matter, place);
  const fixed = FIXED[matter];
  if (matter === 'arrears') cite(ARREARS_CLAUSE);
  const clause = cite(row?.clauseId);
  if (ROW_OF[matter]) cite(rowFor(directory, matter, place)?.clauseId);
  if (row) {
    const own = row.division === place;
    steps.push({
      code: own ? 'table_own' : 'table_parent',
      params: {
        place: placeName,
        parent: directory.divisions.get(row.division)?.name ?? row.division,
        document: clause?.documentNumber ?? clause?.documentTitle ?? '',
        clause: clause?.place ?? '',
      },
    });
    if (clause && clause.status !== 'in_force') {
      steps.push({
        code: 'document_status',
        params: { document: clause.documentNumber ?? clause.documentTitle, status: clause.status },
      });
    }
  } else if (!fixed) steps.push({ code: 'table_none', params: { place: placeName } });

  let body: Body | null = null;
  if (fixed) {
    body = inPlace(directory, place, fixed.role, on);
    if (body) steps.push({ code: fixed.step, params: { name: body.name } });
  } else {
    for (const named of row?.bodies ?? []) {
      if (NEVER_LEAD.has(named.role)) {
        steps.push({ code: 'lead_passed_over', params: { named: named.named } });
        continue;
      }
      body = resolve(directory, row!, named, place, respondent, on, steps);
      if (!body) continue;
      const code = row!.division === place ? 'lead_first' : 'lead_by_role';
      steps.push({ code, params: { named: named.named, name: body.name } });
      break;
    }
  }
  if (!body) {
    body = inPlace(directory, place, 'development_reform', on);
    cite(REFORM_CLAUSE);
    if (body) steps.push({ code: 'lead_default', params: { name: body.name, place: placeName } });
    else steps.push({ code: 'lead_missing', params: { place: placeName } });
  }

  if (basis.length === 0) cite(REFORM_CLAUSE);

  const supporting: Body[] = [];
  for (const named of row?.bodies ?? []) {
    const other = resolve(directory, row!, named, place, respondent, on, []);
    const known = other && (other.id === body?.id || other.id === respondent.id || supporting.includes(other));
    if (other && !known) supporting.push(other);
  }
  return { body, supporting, basis, steps };
}

const inPlace = (directory: Directory, place: string, role: BodyRole, on: string): Body | null =>
  directory.bodiesIn(place).find((b) => b.role === role && b.kind !== 'zone_committee' && existsOn(b, on)) ?? null;

/** The body that a name of a row stands for in `place` on `on`. */
function resolve(
  directory: Directory,
  row: Responsibility,
  named: NamedBody,
  place: string,
  respondent: Body,
  on: string,
  steps: RoutingStep[],
): Body | null {
  if (named.role === 'government') return governmentBelow(directory, row, respondent);
  if (row.division === place) {
    const body = named.bodyId ? directory.bodies.get(named.bodyId) : null;
    if (body) {
      const now = successorOn(directory, body, on);
      if (now.id !== body.id) steps.push({ code: 'lead_succeeded', params: { named: named.named, name: now.name } });
      return existsOn(now, on) ? now : null;
    }
  }
  // 省商务厅 → 市商务局. A name without a role (省各有关部门) stands for no body.
  return named.role === 'other' ? null : inPlace(directory, place, named.role, on);
}

/** 各设区市人民政府, 各区政府: of these, the one in whose area the respondent is, unless it is the respondent. */
function governmentBelow(directory: Directory, row: Responsibility, respondent: Body): Body | null {
  const chain = divisionChain(respondent.division);
  const code = chain.find((c) => nextPlaceUp(directory, c) === row.division);
  const government = code === undefined ? null : governmentOf(directory, code);
  return government && government.id !== respondent.id ? government : null;
}
