import type { OfficialRole } from '../../domain/official.ts';

/** Who makes a list for a body: its own, or a superior that orders it. */
export const HANDING_OVER: readonly OfficialRole[] = ['publisher', 'approver', 'supervisor'];
/** Who takes over: officials of the incoming body itself. */
export const TAKING_OVER: readonly OfficialRole[] = ['publisher', 'approver', 'handler'];
