import { WITHDRAW_REASONS } from '../../../api/domain/disclosure.ts';
import type { DisclosureAction } from '../../../api/domain/disclosure-transitions.ts';

/** One control of an official's action on a record; labels are in site/text/publishing-actions.ts. */
export interface ActionField {
  name: string;
  as: 'area' | 'line' | 'date' | 'choice';
  most?: number;
  options?: readonly string[];
}

const area = (name: string, most = 2000): ActionField => ({ name, as: 'area', most });
const line = (name: string, most: number): ActionField => ({ name, as: 'line', most });
const date = (name: string): ActionField => ({ name, as: 'date' });

/** What each action asks for; those of drafts and corrections are a form of their own, with the facts. */
export const ACTION_FIELDS: Partial<Record<DisclosureAction, readonly ActionField[]>> = {
  submit: [],
  approve: [],
  approve_correction: [],
  reject_correction: [],
  exempt: [],
  verify_rectification: [],
  return: [area('reason', 500)],
  refuse_exemption: [area('reason')],
  order_rectification: [area('required'), date('dueOn')],
  explain: [area('explanation', 4000)],
  report_done: [area('done', 4000), date('doneOn')],
  reject_rectification: [area('reason')],
  confirm_repair: [area('performed', 1000), date('performedOn')],
  repair: [area('publicWords')],
  refuse_repair: [area('publicWords')],
  propose_exemption: [
    line('documentNumber', 80),
    line('decidingBody', 120),
    date('decidedOn'),
    line('clause', 200),
    area('reason'),
  ],
  impose_measure: [{ name: 'measure', as: 'choice' }, date('imposedOn')],
  mitigate_measure: [{ name: 'measure', as: 'choice' }, area('reason')],
  lift_measure: [{ name: 'measure', as: 'choice' }, area('reason')],
  withdraw: [{ name: 'reasonClass', as: 'choice', options: WITHDRAW_REASONS }, area('reason', 500)],
};

/** Done with one button, without a fold: what is waited for. */
export const PLAIN: readonly DisclosureAction[] = [
  'submit',
  'approve',
  'approve_correction',
  'exempt',
  'verify_rectification',
];

/** Actions on one request (objection or repair); they stand beside it and carry its id. */
export const REQUEST_FIELDS: Partial<Record<DisclosureAction, readonly ActionField[]>> = {
  mark_objection: [],
  take_repair: [],
  dismiss_request: [area('publicWords')],
  uphold: [area('publicWords')],
  decide_corrected: [area('publicWords')],
  decide_withdrawn: [{ name: 'reasonClass', as: 'choice', options: WITHDRAW_REASONS }, area('publicWords')],
};
