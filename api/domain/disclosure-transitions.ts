import type { DisclosureState, ObjectionFlag, RectificationState, RepairState } from './disclosure.ts';
import type { OfficialRole } from './official.ts';

/**
 * The life of a record as ONE table: what is not here cannot happen. The state, the objection, the rectification and the
 * repair are four tracks; an action moves one of them and may end the first. disclosure-life.ts reads it.
 */
export const DISCLOSURE_ACTIONS = [
  'edit',
  'submit',
  'return',
  'approve',
  'propose_correction',
  'approve_correction',
  'reject_correction',
  'propose_exemption',
  'exempt',
  'refuse_exemption',
  'withdraw',
  'expire',
  'object',
  'mark_objection',
  'dismiss_request',
  'uphold',
  'decide_corrected',
  'decide_withdrawn',
  'order_rectification',
  'explain',
  'report_done',
  'verify_rectification',
  'reject_rectification',
  'ask_repair',
  'take_repair',
  'confirm_repair',
  'refuse_repair',
  'repair',
  'impose_measure',
  'mitigate_measure',
  'lift_measure',
] as const;
export type DisclosureAction = (typeof DISCLOSURE_ACTIONS)[number];

/**
 * Who acts: officials of the body in whose name it is published, of the body that it is about, of the body that determined
 * it; whoever files on the record's page; the portal by itself.
 */
export type Side = 'publisher' | 'subject' | 'determiner' | 'filer' | 'system';
/**
 * Whom it is closed to though the role fits. `authors`: who wrote it or handed it in; `participants`: also who approved it;
 * `proposer`: who proposed what is decided here; `confirmer`: who confirmed the performance.
 */
export type Closed = 'authors' | 'participants' | 'proposer' | 'confirmer';
export interface Tracks {
  objection: ObjectionFlag;
  rectification: RectificationState;
  repair: RepairState;
}

/** A move on one of the tracks beside the state. */
export type TrackMove = {
  [T in keyof Tracks]: { name: T; from: readonly Tracks[T][]; to: Tracks[T] | 'same' };
}[keyof Tracks];

export interface DisclosureTransition {
  action: DisclosureAction;
  from: readonly DisclosureState[];
  to: DisclosureState | 'same';
  by: Side;
  roles: readonly OfficialRole[];
  closedTo: readonly Closed[];
  track: TrackMove | null;
  /** A reason in words is written down with it. */
  why: boolean;
}

const PUBLISHERS: readonly OfficialRole[] = ['publisher'];
const DECIDERS: readonly OfficialRole[] = ['publisher', 'approver'];
const DESK: readonly OfficialRole[] = ['intake', 'handler', 'publisher', 'approver'];
const BEFORE: readonly DisclosureState[] = ['draft', 'in_review'];
const PUBLIC: readonly DisclosureState[] = ['published'];

type Rest = Partial<Pick<DisclosureTransition, 'by' | 'closedTo' | 'track' | 'why'>>;
const step = (
  action: DisclosureAction,
  from: readonly DisclosureState[],
  to: DisclosureState | 'same',
  roles: readonly OfficialRole[],
  rest: Rest = {},
): DisclosureTransition => ({
  action,
  from,
  to,
  by: 'publisher',
  roles,
  closedTo: [],
  track: null,
  why: false,
  ...rest,
});
const objection = (
  to: ObjectionFlag | 'same',
  from: readonly ObjectionFlag[] = ['none', 'under_objection'],
): TrackMove => ({
  name: 'objection',
  from,
  to,
});
const rectification = (from: readonly RectificationState[], to: RectificationState): TrackMove => ({
  name: 'rectification',
  from,
  to,
});
const repair = (from: readonly RepairState[], to: RepairState): TrackMove => ({ name: 'repair', from, to });

export const DISCLOSURE_TRANSITIONS: readonly DisclosureTransition[] = [
  step('edit', ['draft'], 'draft', PUBLISHERS),
  step('submit', ['draft'], 'in_review', PUBLISHERS),
  step('return', ['in_review'], 'draft', DECIDERS, { why: true }),
  // Four eyes: a determination becomes public by a second person only (domain.md "Two ledgers that never mix").
  step('approve', ['in_review'], 'published', DECIDERS, { closedTo: ['authors'] }),
  step('propose_correction', PUBLIC, 'same', PUBLISHERS, { why: true }),
  step('approve_correction', PUBLIC, 'same', DECIDERS, { closedTo: ['proposer'] }),
  step('reject_correction', PUBLIC, 'same', DECIDERS),
  // 容错纠错 (苏政发〔2023〕55号 二（二）: 容错的除外): a decision of its own, by a second person, and it is not public.
  step('propose_exemption', [...BEFORE, 'published'], 'same', PUBLISHERS, { why: true }),
  step('exempt', [...BEFORE, 'published'], 'exempted', DECIDERS, { closedTo: ['proposer'] }),
  step('refuse_exemption', [...BEFORE, 'published'], 'same', DECIDERS, { why: true }),
  // At once and by one person: a wrong record harms while it stands.
  step('withdraw', [...BEFORE, 'published'], 'withdrawn', DECIDERS, { why: true }),
  step('expire', PUBLIC, 'expired', [], { by: 'system' }),

  // 异议申诉. Who passed the human check, or speaks for the body with a session, flags the record at once; another filing is
  // held until an official has looked at it. Others decide than those who published it.
  step('object', PUBLIC, 'same', [], { by: 'filer', track: objection('under_objection') }),
  step('mark_objection', PUBLIC, 'same', DECIDERS, { track: objection('under_objection') }),
  step('dismiss_request', PUBLIC, 'same', DECIDERS, {
    closedTo: ['participants'],
    track: objection('same'),
    why: true,
  }),
  step('uphold', PUBLIC, 'same', DECIDERS, {
    closedTo: ['participants'],
    track: objection('none', ['under_objection']),
    why: true,
  }),
  step('decide_corrected', PUBLIC, 'same', DECIDERS, {
    closedTo: ['participants'],
    track: objection('none', ['under_objection']),
    why: true,
  }),
  step('decide_withdrawn', PUBLIC, 'withdrawn', DECIDERS, {
    closedTo: ['participants'],
    track: objection('none', ['under_objection']),
    why: true,
  }),

  // 限期整改 (国发〔2016〕76号 四（三）: 书面说明情况, 限期整改).
  step('order_rectification', PUBLIC, 'same', DECIDERS, {
    track: rectification(['none', 'verified'], 'ordered'),
    why: true,
  }),
  step('explain', PUBLIC, 'same', DESK, { by: 'subject', track: rectification(['ordered'], 'explained'), why: true }),
  step('report_done', PUBLIC, 'same', DESK, { by: 'subject', track: rectification(['explained'], 'done'), why: true }),
  step('verify_rectification', PUBLIC, 'same', DECIDERS, { track: rectification(['done'], 'verified') }),
  step('reject_rectification', PUBLIC, 'same', DECIDERS, { track: rectification(['done'], 'explained'), why: true }),

  // 信用修复: asked by the body, confirmed by the body that determined it, decided by somebody else than both and than those
  // who published it; only after the minimum of the class (信用修复管理办法 [report]).
  step('ask_repair', PUBLIC, 'same', [], { by: 'filer', track: repair(['none'], 'asked') }),
  step('take_repair', PUBLIC, 'same', DECIDERS, { track: repair(['none'], 'asked') }),
  step('confirm_repair', PUBLIC, 'same', DESK, { by: 'determiner', track: repair(['asked'], 'confirmed'), why: true }),
  step('refuse_repair', PUBLIC, 'same', DECIDERS, {
    closedTo: ['participants'],
    track: repair(['asked', 'confirmed'], 'none'),
    why: true,
  }),
  step('repair', PUBLIC, 'repaired', DECIDERS, {
    closedTo: ['participants', 'confirmer'],
    track: repair(['confirmed'], 'none'),
    why: true,
  }),

  step('impose_measure', PUBLIC, 'same', DECIDERS),
  // 主动挽回损失的，可以从轻 (国发〔2016〕76号 四（四）): never without a reason.
  step('mitigate_measure', PUBLIC, 'same', DECIDERS, { why: true }),
  step('lift_measure', PUBLIC, 'same', DECIDERS, { why: true }),
];

const BY_ACTION = new Map(DISCLOSURE_TRANSITIONS.map((t) => [t.action, t]));

export function disclosureTransition(action: DisclosureAction): DisclosureTransition {
  const found = BY_ACTION.get(action);
  if (!found) throw new Error(`no transition for ${action}`);
  return found;
}
