import { z } from 'zod';
import { WARNING_NOTES } from '../domain/early-warning.ts';
import { date, words } from './everyday.ts';

/** What a supervisor does with a card: each with a reason. */
export const WarningAct = z.strictObject({
  act: z.enum(WARNING_NOTES),
  version: z.coerce.number().int(),
  words: words(6, 1000),
});

/** 换届: when the officials of a place changed. */
export const PlaceChangeForm = z.strictObject({
  division: z.string().regex(/^\d{2}(\d{2}|\d{4}|\d{7})?$/, 'division_unknown'),
  heldOn: date,
  words: words(4, 200),
});
