import { z } from 'zod';
import { ERASURE_REASONS } from '../domain/retention.ts';
import { words } from './everyday.ts';

/* Erasure, releases, masking: what a complainant says on the tracking page, and what an official decides. */

export const AskErasure = z.strictObject({ text: words(2, 2000).optional() });

export const DecideErasure = z.strictObject({
  version: z.coerce.number().int().min(1),
  reason: z.enum(ERASURE_REASONS),
  text: words(2, 2000),
});
