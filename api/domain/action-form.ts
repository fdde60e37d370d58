import { type CaseAction, REFUSAL_REASONS, VERDICTS } from './case.ts';
import { COURT_OUTCOMES, COURT_STAGES } from './court-link.ts';
import { LINK_KINDS } from './group.ts';
import { CHANGE_REASONS, FINDINGS } from './old-debt.ts';
import { ERASURE_REASONS } from './retention.ts';

/** One field of the form of an action. Its words are in site/text/case-actions.ts under `ACTION.NAME`. */
export interface FormField {
  name: string;
  /**
   * text: some lines; line: one line; body: one government body by name; bodies: several, one name a line;
   * confirm: a box that must be ticked; checks: any of the options.
   */
  kind:
    | 'text'
    | 'line'
    | 'date'
    | 'number'
    | 'money'
    | 'select'
    | 'radio'
    | 'checks'
    | 'body'
    | 'bodies'
    | 'file'
    | 'confirm';
  optional?: boolean;
  /** Left out: the options come with the case (`view.choices['ACTION.NAME']`). */
  options?: readonly string[];
}

const TEXT: FormField = { name: 'text', kind: 'text' };
const REMARK: FormField = { ...TEXT, optional: true };

/**
 * What each action of an official asks for. An action that is not listed has a form of its own (the answer stands under
 * the demands) or none (the complainant does it).
 */
export const ACTION_FORMS: Partial<Record<CaseAction, readonly FormField[]>> = {
  screen: [{ name: 'outcome', kind: 'radio', options: ['passed', 'rejected'] }, REMARK],
  accept: [REMARK],
  refuse: [{ name: 'reason', kind: 'select', options: REFUSAL_REASONS }, TEXT],
  ask: [TEXT],
  transfer: [{ name: 'toBodyId', kind: 'body' }, TEXT],
  return: [TEXT],
  dispute: [TEXT],
  designate: [{ name: 'toBodyId', kind: 'body' }, TEXT],
  ask_extension: [{ name: 'step', kind: 'select' }, { name: 'days', kind: 'number' }, TEXT],
  decide_extension: [{ name: 'outcome', kind: 'radio', options: ['approved', 'refused'] }, REMARK],
  merge: [{ name: 'into', kind: 'line' }],
  split: [],
  link: [
    { name: 'other', kind: 'line' },
    { name: 'kind', kind: 'radio', options: LINK_KINDS },
  ],
  release_answer: [],
  return_answer: [TEXT],
  report_performance: [{ name: 'answerId', kind: 'select' }, TEXT],
  ask_opinion: [
    { name: 'bodyIds', kind: 'checks', optional: true },
    { name: 'otherBodyId', kind: 'body', optional: true },
    { name: 'dueOn', kind: 'date' },
    TEXT,
  ],
  ask_explanation: [TEXT, { name: 'dueOn', kind: 'date' }, { name: 'release', kind: 'checks', optional: true }],
  share_explanation: [{ name: 'explanationId', kind: 'select' }],
  decide_erasure: [{ name: 'reason', kind: 'select', options: ERASURE_REASONS }, TEXT],
  close: [{ name: 'bodySays', kind: 'radio', options: VERDICTS }, REMARK],
  note: [TEXT],
  message: [TEXT],
  order: [TEXT, { name: 'dueOn', kind: 'date' }, { name: 'shown', kind: 'confirm', optional: true }],
  press: [{ name: 'dueOn', kind: 'date' }, REMARK],
  report: [TEXT],
  close_order: [REMARK],
  criticise: [{ name: 'title', kind: 'line' }, TEXT, { name: 'others', kind: 'text', optional: true }],
  mediate: [{ name: 'heldOn', kind: 'date' }, { name: 'parties', kind: 'line' }, TEXT],
  settle: [
    { name: 'parties', kind: 'line' },
    TEXT,
    { name: 'signedOn', kind: 'date' },
    { name: 'instalments', kind: 'text', optional: true },
  ],
  pay: [
    { name: 'instalmentId', kind: 'select' },
    { name: 'paidOn', kind: 'date' },
  ],
  court: [
    { name: 'stage', kind: 'radio', options: COURT_STAGES },
    { name: 'outcome', kind: 'select', options: COURT_OUTCOMES },
    { name: 'onDate', kind: 'date' },
    { name: 'number', kind: 'line', optional: true },
    REMARK,
  ],
  establish: [
    { name: 'fact', kind: 'text' },
    { name: 'change', kind: 'radio', options: CHANGE_REASONS },
    { name: 'changedOn', kind: 'date', optional: true },
    { name: 'changeText', kind: 'text', optional: true },
    { name: 'successorId', kind: 'body', optional: true },
    { name: 'successorText', kind: 'text' },
  ],
  determine: [
    { name: 'finding', kind: 'radio', options: FINDINGS },
    { name: 'documentNumber', kind: 'line' },
    { name: 'determinedOn', kind: 'date' },
    TEXT,
  ],
  decide_determination: [{ name: 'decision', kind: 'radio', options: ['approved', 'returned'] }, REMARK],
  perform: [{ name: 'doneOn', kind: 'date' }, TEXT],
};

/** Words beside the matter conflict with nothing: they carry no version. */
export const VERSIONLESS: ReadonlySet<CaseAction> = new Set<CaseAction>([
  'link',
  'unlink',
  'reply_group',
  'note',
  'message',
  'give_opinion',
]);

/** Name of a control: several forms stand on one page, and an id must be unique. */
export const controlName = (action: string, field: string): string => `${field}-${action}`;

/** Back to the name of the field, with what the control adds to it (`toBodyId-transferText` → `toBodyIdText`). */
export const fieldName = (action: string, control: string): string => {
  const mark = `-${action}`;
  const at = control.indexOf(mark);
  const rest = control.slice(at + mark.length);
  return at > 0 && (rest === '' || rest === 'Text') ? control.slice(0, at) + rest : control;
};
