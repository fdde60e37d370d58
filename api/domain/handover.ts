/** 移交清单: what a body owes on a day, handed over when it is reorganised or its officials change. */
export const HANDOVER_REASONS = ['reorganisation', 'officials_changed'] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];
/** `debt`: a case about old debt or arrears; `settlement`: an agreement not yet performed; `case`: any other open case. */
export const HANDOVER_ITEM_KINDS = ['commitment', 'debt', 'settlement', 'case'] as const;
export type HandoverItemKind = (typeof HANDOVER_ITEM_KINDS)[number];
export const HANDOVER_ITEM_STATES = ['open', 'confirmed', 'contested'] as const;
export type HandoverItemState = (typeof HANDOVER_ITEM_STATES)[number];

/** One line of the list as it was on the day. Nothing in it tells who complained. */
export interface HandoverLine {
  kind: HandoverItemKind;
  /** Id of the commitment, the case or the settlement. */
  subjectId: string;
  /** Number of the case, document number of the commitment. */
  reference: string;
  title: string;
  state: string;
  matter: string;
  amount: string | null;
  dueOn: string | null; // legal date
  overdue: boolean;
}
