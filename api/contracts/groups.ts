import { z } from 'zod';
import { words } from './everyday.ts';

/* Disputes of competence, and cases that belong together. */

const version = z.coerce.number().int().min(1);
const text = words(2, 5000);

export const DisputeCase = z.strictObject({ version, text });
export const DesignateCase = z.strictObject({ version, toBodyId: z.guid('respondent_unknown'), text });
