import { z } from 'zod';
import { PPP_STAGES } from '../domain/commitment-kinds.ts';
import { amount, date, words } from './everyday.ts';

const version = z.coerce.number().int().min(1);
const line = (most: number) => z.string().trim().min(1).max(most);

/** A payment that was made: how much, on which day, by which order. */
export const CommitmentPayment = z.strictObject({ version, paid: amount, paidOn: date, voucher: line(80) });
/** An entry that was a mistake; it stays in sight beside the one that takes it back. */
export const PaymentBack = z.strictObject({ version, payment: z.uuid(), reason: words(1, 500) });
/** A project enters a stage: who answers for it, by which document. */
export const EnterStage = z.strictObject({
  version,
  stage: z.enum(PPP_STAGES),
  enteredOn: date,
  department: line(120),
  post: line(120),
  document: line(200),
  words: words(1, 1000).nullish(),
});
/** The yearly report of arrears: of which body, for which year, and what it says to it. */
export const ArrearsDraft = z.strictObject({
  body: z.uuid(),
  year: z.coerce.number().int().min(2020).max(2100),
  explanation: words(1, 4000).nullish(),
});
export const ArrearsStep = z.strictObject({ version });
/** What an enterprise looks for among benefits, in its own words. */
export const BenefitQuery = z.strictObject({
  q: z.string().trim().max(80).optional(),
  division: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6}|\d{9})$/, 'invalid_format')
    .optional(),
  /** Also those whose time to apply is over. */
  ended: z.enum(['1']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1024).optional(),
});
