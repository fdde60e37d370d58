import type { CaseKind } from './case.ts';
import type { Body, BodyRole } from './directory.ts';
import type { Clause, Directory, RoutingStep } from './duty.ts';
import { DomainError } from './errors.ts';
import type { Matter } from './matter.ts';
import { existsOn, nextPlaceUp, placeOfHandling, successorOn, superiorOf } from './routing-place.ts';
import { leadAt, rowFor, TOWNSHIP_CLAUSE } from './routing-table.ts';

export type { Clause, Directory, MatterEntry, NamedBody, Responsibility, RoutingStep } from './duty.ts';

export interface RoutingQuestion {
  respondentId: string;
  matter: Matter;
  kind: CaseKind;
  on: string; // legal date
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

/**
 * Who handles a case about `respondentId`: 属地管理、分级负责，谁主管谁负责, the seven rules of domain.md in their order.
 * Sources: 苏政发〔2023〕55号 附件, 宁政传〔2018〕96号, 锡信用办〔2023〕4号 (item 17), 保障中小企业款项支付条例 art. 5.
 * @throws DomainError routing.unknown_respondent
 */
export function route(directory: Directory, question: RoutingQuestion): Routing {
  const respondent = directory.bodies.get(question.respondentId);
  if (!respondent) throw new DomainError('routing.unknown_respondent');
  const steps: RoutingStep[] = [];
  const respondentNow = successorOn(directory, respondent, question.on, steps);
  const answer: Routing = {
    respondent,
    respondentNow,
    handler: null,
    accepting: null,
    watching: null,
    supporting: [],
    basis: [],
    steps,
  };
  if (question.kind === 'service') return service(directory, question, answer);
  handle(directory, question, answer);
  if (question.kind === 'arrears' || question.matter === 'arrears') accept(directory, question, answer);
  return answer;
}

/** Rules 2 to 6. */
function handle(directory: Directory, question: RoutingQuestion, answer: Routing): void {
  const { respondentNow: respondent, steps } = answer;
  const level = placeOfHandling(directory, respondent);
  if (level.step) steps.push(level.step);
  if (level.government) {
    answer.handler = level.government;
    const row = rowFor(directory, 'township', level.government.division);
    const clause = directory.clauses.get(row?.clauseId ?? TOWNSHIP_CLAUSE);
    if (clause) answer.basis.push(clause);
    return;
  }
  for (let place = level.place; place !== null; place = nextPlaceUp(directory, place)) {
    const lead = leadAt(directory, question.matter, place, respondent, question.on);
    steps.push(...lead.steps);
    const last = nextPlaceUp(directory, place) === null;
    if (lead.body && lead.body.id !== respondent.id) {
      answer.handler = lead.body;
      answer.supporting = lead.supporting;
      answer.basis.push(...lead.basis.filter((c) => !answer.basis.includes(c)));
      return;
    }
    // Rule 5: never the accused. Co-leads do not step in.
    if (lead.body && last) {
      top(directory, place, question.on, answer);
      answer.supporting = lead.supporting.filter((b) => b.id !== answer.handler?.id);
      answer.basis.push(...lead.basis);
      return;
    }
    if (lead.body) steps.push({ code: 'never_accused', params: { name: respondent.name } });
  }
  if (level.place !== null) steps.push({ code: 'no_body', params: { name: respondent.name } });
}

/** Rule 6: the lead of the highest place is the accused. */
function top(directory: Directory, place: string, on: string, answer: Routing): void {
  const inPlace = (role: BodyRole) => directory.bodiesIn(place).find((b) => b.role === role && existsOn(b, on)) ?? null;
  const reform = inPlace('development_reform');
  const isReform = answer.respondentNow.id === reform?.id;
  answer.handler = isReform ? inPlace('government_office') : reform;
  answer.steps.push({
    code: isReform ? 'top_development_reform' : 'top_department',
    params: { name: answer.respondentNow.name, handler: answer.handler?.name ?? '' },
  });
}

/** Rule 7: 谁办理、谁负责. The serving body puts its own service right, its superior watches. */
function service(directory: Directory, question: RoutingQuestion, answer: Routing): Routing {
  const serving = answer.respondentNow;
  answer.handler = serving;
  answer.steps.push({ code: 'service_self', params: { name: serving.name } });
  answer.watching = superiorOf(directory, serving, question.on);
  if (answer.watching) answer.steps.push({ code: 'service_watched', params: { name: answer.watching.name } });
  const row = rowFor(directory, 'government_services', serving.division);
  const clause = row && directory.clauses.get(row.clauseId);
  if (clause) answer.basis.push(clause);
  return answer;
}

/** 条例 art. 5: the industry and information technology body of the level takes arrears in, whoever handles them. */
function accept(directory: Directory, question: RoutingQuestion, answer: Routing): void {
  const { handler, respondentNow } = answer;
  if (!handler) return;
  const from = placeOfHandling(directory, respondentNow).place ?? handler.division;
  for (let place: string | null = from; place !== null; place = nextPlaceUp(directory, place)) {
    const body = directory.bodiesIn(place).find((b) => b.role === 'industry_it' && existsOn(b, question.on));
    if (!body || body.id === respondentNow.id) continue;
    answer.accepting = body;
    answer.steps.push({ code: 'arrears_accepting', params: { name: body.name } });
    return;
  }
  answer.accepting = handler;
  answer.steps.push({ code: 'arrears_accepting', params: { name: handler.name } });
}
