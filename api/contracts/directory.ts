import { z } from 'zod';
import { CASE_KINDS } from '../domain/case.ts';
import { divisionCode } from '../domain/division-code.ts';
import { MATTERS } from '../domain/matter.ts';

/** GB/T 2260, also in the six-digit form of cities and provinces: 320200 is 3202. */
export const DivisionCode = z
  .string()
  .trim()
  .max(12)
  .transform((text, issues) => {
    const code = divisionCode(text);
    if (code === null) issues.addIssue({ code: 'custom', message: 'division' });
    return code ?? '';
  });

const empty = (value: unknown) => (value === '' ? undefined : value);

export const DivisionQuery = z.strictObject({
  parent: z.preprocess(empty, DivisionCode.optional()),
});

export const BodyQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  division: z.preprocess(empty, DivisionCode.optional()),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1024).optional(),
});
export type BodyQuery = z.output<typeof BodyQuery>;

export const SuggestText = z.strictObject({ text: z.string().trim().min(1).max(5000) });

export const RoutingQuery = z.strictObject({
  respondent: z.uuid('respondent_unknown'),
  matter: z.enum(MATTERS).default('other'),
  kind: z.enum(CASE_KINDS).default('promise'),
});
export type RoutingQuery = z.output<typeof RoutingQuery>;
