/** How long the link of an invitation works. */
export const INVITATION_HOURS = 72;

export const INVITATION_STATES = ['waiting', 'opened', 'expired', 'accepted', 'withdrawn'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface InvitationDates {
  expiresAt: Date;
  openedAt: Date | null;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

/** Derived, never stored: an invitation expires without anybody doing anything. */
export function invitationState(dates: InvitationDates, now: Date): InvitationState {
  if (dates.acceptedAt) return 'accepted';
  if (dates.withdrawnAt) return 'withdrawn';
  if (dates.expiresAt <= now) return 'expired';
  return dates.openedAt ? 'opened' : 'waiting';
}
