/** How the acts of officials are put together on the page of a case: what moves it on stands open, the rest is folded. */
export const ACTION_GROUPS = ['desk', 'together', 'clock', 'resolution', 'supervision', 'order'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

const MEMBERS: Record<Exclude<ActionGroup, 'desk'>, readonly string[]> = {
  together: ['ask_opinion', 'give_opinion', 'ask_explanation', 'share_explanation', 'dispute', 'designate'],
  clock: ['ask_extension', 'decide_extension', 'report_performance'],
  resolution: ['mediate', 'settle', 'pay', 'court', 'establish', 'determine', 'decide_determination', 'perform'],
  supervision: ['order', 'press', 'report', 'close_order', 'criticise'],
  order: ['assign', 'merge', 'split', 'link', 'unlink', 'reply_group', 'decide_erasure'],
};

/** What another person waits for is never folded away. */
const PRESSING: ReadonlySet<string> = new Set([
  'give_opinion',
  'designate',
  'decide_extension',
  'decide_determination',
  'decide_erasure',
  'report',
]);

/** @returns desk for every action that is not listed, and for what somebody waits for */
export function groupOf(action: string): ActionGroup {
  if (PRESSING.has(action)) return 'desk';
  return ACTION_GROUPS.find((group) => group !== 'desk' && MEMBERS[group].includes(action)) ?? 'desk';
}
