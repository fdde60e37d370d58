import { z } from 'zod';
import { ANSWER_OUTCOMES, CASE_KINDS } from '../domain/case.ts';
import { EXPLANATION_RELEASES } from '../domain/explanation.ts';
import { queryCode } from './casework.ts';
import { date, words } from './everyday.ts';

const version = z.coerce.number().int().min(1);
const text = words(2, 5000);

/* Answers: released by a second person, followed up where something was promised. */

export const ReleaseAnswer = z.strictObject({ version });
export const ReturnAnswer = z.strictObject({ version, text });
export const ReportPerformance = z.strictObject({ version, answerId: z.guid(), text });
export const DenyPerformance = z.strictObject({ answerId: z.guid(), text });
export const DenyPerformanceByCode = z.strictObject({ queryCode, answerId: z.guid(), text });

/* Opinions of supporting bodies. */

export const AskOpinion = z
  .strictObject({
    version,
    bodyIds: z.array(z.guid('respondent_unknown')).max(10).default([]),
    /** One more body, by the picker. */
    otherBodyId: z.guid('respondent_unknown').optional(),
    dueOn: date,
    text,
  })
  .refine((input) => input.bodyIds.length > 0 || input.otherBodyId, { path: ['otherBodyId'], message: 'required' });
export const GiveOpinion = z.strictObject({
  /** Where more than one body of the official was asked. */
  opinionId: z.guid().optional(),
  text,
});

/* 书面说明原因 of the body complained of. */

export const AskExplanation = z.strictObject({
  version,
  dueOn: date,
  text,
  /** What goes along with the handler's own words, as far as the complainant allowed it. */
  release: z.array(z.enum(EXPLANATION_RELEASES)).max(EXPLANATION_RELEASES.length).default([]),
});
export const ShareExplanation = z.strictObject({ version, explanationId: z.guid() });
export const GiveExplanation = z.strictObject({ text });

/* What administrators and bodies keep for answering. */

const kind = z.enum(CASE_KINDS).nullable();
const rule = z.strictObject({ kind, outcome: z.enum(ANSWER_OUTCOMES).nullable() });
export const AnswerRuleList = z.strictObject({
  items: z.array(
    z.strictObject({
      bodyId: z.string(),
      body: z.string(),
      version: z.number().int(),
      rules: z.array(rule),
      inherited: z.array(z.strictObject({ body: z.string(), rules: z.array(rule) })),
    }),
  ),
});
export const SetAnswerRules = z.strictObject({
  bodyId: z.guid('respondent_unknown'),
  version: z.coerce.number().int().min(0),
  rules: z.array(rule).max((CASE_KINDS.length + 1) * (ANSWER_OUTCOMES.length + 1)),
});

const template = { title: words(2, 80), kind: kind.default(null), text: words(2, 5000) };
export const MakeTemplate = z.strictObject({ bodyId: z.guid('respondent_unknown'), ...template });
export const EditTemplate = z.strictObject({ version, ...template });
export const RetireTemplate = z.strictObject({ version });

export const TemplateList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      bodyId: z.string(),
      body: z.string(),
      version: z.number().int(),
      title: z.string(),
      kind,
      text: z.string(),
      retired: z.boolean(),
      mine: z.boolean().meta({ description: 'The official may change it' }),
    }),
  ),
});
