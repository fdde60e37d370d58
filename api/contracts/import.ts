import { z } from 'zod';
import { box } from './everyday.ts';

/** What a publisher says of a file that is uploaded; `kind` is the word of a table (services/disclosures/import-kinds.ts). */
export const ImportUpload = z.strictObject({
  kind: z.string().trim().min(1).max(60),
  reason: z.string().trim().min(1).max(200),
});
export const ImportStep = z.strictObject({
  action: z.enum(['apply', 'approve', 'abandon', 'cancel']),
  /** Of many records: some were looked at before all are published. */
  looked: box.default(false),
});
