import { fill, type Locale, type Text } from './locale.ts';

type StepCode =
  | 'successor'
  | 'respondent_ended'
  | 'level_government'
  | 'level_zone'
  | 'level_township'
  | 'level_own'
  | 'table_own'
  | 'table_parent'
  | 'table_none'
  | 'document_status'
  | 'lead_first'
  | 'lead_by_role'
  | 'lead_passed_over'
  | 'lead_succeeded'
  | 'lead_missing'
  | 'lead_fixed_arrears'
  | 'lead_fixed_judgment'
  | 'lead_default'
  | 'never_accused'
  | 'top_department'
  | 'top_development_reform'
  | 'top_government'
  | 'service_self'
  | 'service_watched'
  | 'arrears_accepting'
  | 'no_body';

/** One sentence per step of the routing (api/domain/routing.ts). */
export const routingSteps: Text<Record<StepCode, string>> = {
  'zh-CN': {
    successor: '{former}已经改组，从{on}起由{name}承接它的职责和旧账（{certainty}）。',
    respondent_ended: '{name}已于{on}撤销，目录里还没有登记由谁承接。',
    level_government: '{name}是一级政府，由上一级——{place}——来办，不能自己办自己。',
    level_zone: '{name}是开发区管委会，由上一级——{place}——来办。',
    level_township: '{name}属于基层单位，不论什么事，都由{county}来办。',
    level_own: '{name}是{place}的单位，在{place}办理。',
    table_own: '{place}有自己的分工文件：{document}，{clause}。',
    table_parent: '{place}没有自己的分工文件，按{parent}的文件对应办理：{document}，{clause}。',
    table_none: '{place}和它的上级都没有为这类事定分工。',
    document_status: '说明：{document}现在的状态是“{status}”。在有新文件之前，仍按它找人。',
    lead_first: '文件第一个点名的是“{named}”，就是{name}。',
    lead_by_role: '文件点名的是“{named}”，在本地对应的是{name}。',
    lead_passed_over: '“{named}”是一级政府、法院或党委部门，只配合，不承办。',
    lead_succeeded: '文件里的“{named}”，现在是{name}。',
    lead_missing: '{place}的目录里还没有能承办的单位，往上一级找。',
    lead_fixed_arrears: '拖欠账款由工业和信息化部门负责，即{name}。',
    lead_fixed_judgment: '不履行判决和补偿救济，由发展改革部门牵头，即{name}，法院配合。',
    lead_default: '没有点名的，由{place}的信用牵头单位{name}来办。',
    never_accused: '被反映的正是{name}自己，不能自己查自己，交上一级。',
    top_department: '{name}已是省里的牵头单位，改由{handler}来办。',
    top_development_reform: '{name}是省里的信用牵头单位，反映它的由{handler}来办。',
    top_government: '{name}之上，本平台没有能办的单位。可以到国务院“互联网＋督查”平台反映。',
    service_self: '评价服务的，谁办理、谁负责：先由{name}自己整改。',
    service_watched: '{name}盯着它改好。',
    arrears_accepting: '拖欠账款的投诉由{name}受理，再转给承办单位。',
    no_body: '目录里还没有能承办反映{name}的单位。您仍然可以提交，由平台人工分派。',
  },
  en: {
    successor: '{former} was reorganised; since {on} its duties and old debts are with {name} ({certainty}).',
    respondent_ended: '{name} ended on {on}, and the directory does not yet say who took over.',
    level_government: '{name} is a government: the level above, {place}, handles it. Nobody judges himself.',
    level_zone: '{name} is a zone committee: the level above, {place}, handles it.',
    level_township: '{name} is a local body: whatever the matter, {county} handles it.',
    level_own: '{name} belongs to {place} and is handled there.',
    table_own: '{place} has a document of its own that shares out the duties: {document}, {clause}.',
    table_parent: '{place} has no such document; that of {parent} is read for it: {document}, {clause}.',
    table_none: 'Neither {place} nor those above it have shared out this matter.',
    document_status: 'Note: {document} is now “{status}”. Until a newer one is entered it still tells who answers.',
    lead_first: 'The first that the document names is “{named}”: {name}.',
    lead_by_role: 'The document names “{named}”; here that is {name}.',
    lead_passed_over: '“{named}” is a whole government, a court or a party organ: it supports and does not handle.',
    lead_succeeded: 'The “{named}” of the document is {name} today.',
    lead_missing: 'The directory has no body in {place} that could handle this: one level up.',
    lead_fixed_arrears: 'Arrears are the duty of industry and information technology: {name}.',
    lead_fixed_judgment: 'Judgments not obeyed and compensation: development and reform leads, {name}; courts support.',
    lead_default: 'Where nobody is named, the credit authority of {place} handles it: {name}.',
    never_accused: 'It is {name} itself that is complained of: one level up.',
    top_department: '{name} is itself the lead of the province: {handler} handles it.',
    top_development_reform: '{name} is the credit authority of the province: {handler} handles complaints about it.',
    top_government:
      'Above {name} this portal knows no body. You can turn to the State Council’s “Internet + Inspection”.',
    service_self: 'A rating goes to whoever gave the service: {name} puts it right first.',
    service_watched: '{name} watches that it does.',
    arrears_accepting: 'Complaints of arrears are taken in by {name} and passed to the handler.',
    no_body: 'The directory has no body that could handle {name}. You can still send it: it is assigned by hand.',
  },
};

export const certaintyText: Text<Record<'law' | 'report' | 'local', string>> = {
  'zh-CN': { law: '据法规原文', report: '据公开报道', local: '本地设定，待核实' },
  en: { law: 'read in the law', report: 'from reports', local: 'set locally, to be confirmed' },
};

export const statusText: Text<Record<'in_force' | 'draft' | 'period_ended' | 'basis_repealed' | 'repealed', string>> = {
  'zh-CN': {
    in_force: '现行有效',
    draft: '征求意见稿',
    period_ended: '期间已过',
    basis_repealed: '依据已废止',
    repealed: '已废止',
  },
  en: {
    in_force: 'in force',
    draft: 'consultation draft',
    period_ended: 'period ended',
    basis_repealed: 'basis repealed',
    repealed: 'repealed',
  },
};

/** A step in words. */
export function stepText(step: { code: string; params: Record<string, string> }, locale: Locale): string {
  const { certainty, status } = step.params;
  return fill(routingSteps[locale][step.code as StepCode] ?? step.code, {
    ...step.params,
    ...(certainty ? { certainty: certaintyText[locale][certainty as 'law'] ?? certainty } : {}),
    ...(status ? { status: statusText[locale][status as 'draft'] ?? status } : {}),
  });
}
