import { z } from 'zod';
import { OFFICIAL_ROLES } from '../domain/official.ts';
import { READING_REASONS } from '../domain/release.ts';

export const Grant = z.strictObject({ role: z.enum(OFFICIAL_ROLES), bodyId: z.uuid() });

const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'email' }));

export const NewOfficial = z.strictObject({
  name: z.string().trim().min(1).max(50),
  email: Email,
  grants: z.array(Grant).max(20).default([]),
});
export type NewOfficial = z.output<typeof NewOfficial>;

/** An invitation always gives a role: somebody without one could do nothing. */
export const InviteOfficial = NewOfficial.extend({ grants: z.array(Grant).min(1).max(20) });
export const ChangeInvitation = z.strictObject({ invitationId: z.uuid(), change: z.enum(['resend', 'withdraw']) });

export const ChangeGrant = z.strictObject({
  officialId: z.uuid(),
  role: z.enum(OFFICIAL_ROLES),
  bodyId: z.uuid(),
  change: z.enum(['grant', 'revoke']),
});

export const DisableOfficial = z.strictObject({ officialId: z.uuid(), disabled: z.boolean() });
export const ResetOfficial = z.strictObject({ officialId: z.uuid() });

export const SignInForm = z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1) });
export const CodeForm = z.strictObject({ code: z.string().min(1).max(40) });
export const EnrolForm = z
  .strictObject({ password: z.string().min(1), again: z.string().min(1), code: z.string().min(1).max(40) })
  .refine((form) => form.password === form.again, { error: 'password_differs', path: ['again'] });

export const ReadIdentity = z.strictObject({
  reason: z.string().trim().min(4).max(200),
  /** What it is read for: this, and never the words, is shown to the complainant. */
  category: z.enum(READING_REASONS).default('handle'),
});
export const MarkRead = z.strictObject({ id: z.uuid().optional() });
