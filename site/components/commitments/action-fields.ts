import { CHANGE_GROUNDS } from '../../../api/domain/commitment.ts';
import { PPP_STAGES } from '../../../api/domain/commitment-kinds.ts';
import type { CommitmentAction } from '../../../api/domain/commitment-transitions.ts';

/** One control of an action on a commitment; labels are in site/text/commitment-desk.ts. */
export interface ActionControl {
  name: string;
  as: 'area' | 'line' | 'date' | 'choice';
  most?: number;
  options?: readonly string[];
  optional?: true;
}

const area = (name: string, most = 2000): ActionControl => ({ name, as: 'area', most });
const line = (name: string, most: number): ActionControl => ({ name, as: 'line', most });
const date = (name: string): ActionControl => ({ name, as: 'date' });
const maybe = (control: ActionControl): ActionControl => ({ ...control, optional: true });

/** What each action asks for; those with the whole facts (edit, correction) are a form of their own. */
export const ACTION_CONTROLS: Partial<Record<CommitmentAction, readonly ActionControl[]>> = {
  submit: [],
  publish: [],
  discard: [],
  return: [area('reason', 500)],
  report: [area('words'), date('doneOn'), maybe({ name: 'milestone', as: 'choice' })],
  charge: [line('department', 120), line('post', 120), area('reason', 500)],
  pay: [line('paid', 20), date('paidOn'), line('voucher', 80)],
  take_back: [{ name: 'payment', as: 'choice' }, area('reason', 500)],
  enter_stage: [
    { name: 'stage', as: 'choice', options: PPP_STAGES },
    date('enteredOn'),
    line('department', 120),
    line('post', 120),
    line('document', 200),
    maybe(area('words', 1000)),
  ],
  compensate: [line('paid', 20), date('paidOn')],
  refuse: [area('reason', 500)],
  confirm: [],
  dispute: [area('reason', 500)],
  propose_honoured: [area('words')],
  propose_partly: [area('words')],
  propose_changed: [
    line('documentNumber', 80),
    line('decidingBody', 120),
    date('decidedOn'),
    { name: 'ground', as: 'choice', options: CHANGE_GROUNDS },
    area('words'),
    area('procedure'),
    line('compensationOffered', 20),
    date('compensationOfferedOn'),
    maybe(area('text', 6000)),
    maybe(date('dueOn')),
    maybe(line('amount', 20)),
  ],
  propose_broken: [line('disclosure', 36), area('words')],
  propose_withdrawn: [area('words', 1000)],
  approve_honoured: [],
  approve_partly: [],
  approve_changed: [],
  approve_broken: [],
  approve_corrected: [],
  approve_withdrawn: [],
};

/** Offered at once; the others are folded. */
export const FIRST: readonly CommitmentAction[] = [
  'submit',
  'publish',
  'confirm',
  'report',
  'pay',
  'approve_honoured',
  'approve_partly',
  'approve_changed',
  'approve_broken',
  'approve_corrected',
  'approve_withdrawn',
];
