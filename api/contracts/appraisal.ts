import { z } from 'zod';
import { MOST_PANEL, SECTORS } from '../domain/appraisal.ts';
import { date, words } from './everyday.ts';

/** A new appraisal, or a draft that is changed. Questions: one a line; a line that begins with # asks for words. */
export const AppraisalForm = z.strictObject({
  bodyId: z.uuid(),
  division: z.string().regex(/^\d{2}(\d{2}|\d{4}|\d{7})?$/, 'division_unknown'),
  title: words(4, 120),
  closesOn: date,
  questions: words(4, 4000).transform((text, issues) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length > 20) issues.addIssue({ code: 'custom', message: 'too_big', params: { maximum: 20 } });
    if (!lines.some((line) => !line.startsWith('#'))) issues.addIssue({ code: 'custom', message: 'question_missing' });
    return lines.map((line, i) => ({
      id: `q${i + 1}`,
      kind: line.startsWith('#') ? ('words' as const) : ('scale' as const),
      text: line.replace(/^#\s*/, '').slice(0, 300),
    }));
  }),
});

/** The panel: a line each, "name, mail address, sector"; full-width commas are commas too. */
export const PanelForm = z.strictObject({
  version: z.coerce.number().int(),
  panel: words(5, 200_000).transform((text, issues) => {
    const lines = text
      .split('\n')
      .map((line) => line.normalize('NFKC').trim())
      .filter(Boolean);
    if (lines.length > MOST_PANEL)
      issues.addIssue({ code: 'custom', message: 'too_big', params: { maximum: MOST_PANEL } });
    return lines.flatMap((line) => {
      const [name = '', email = '', sector = 'other'] = line.split(/[,，\t]/).map((part) => part.trim());
      const known = (SECTORS as readonly string[]).includes(sector);
      if (!name || !known || !z.email().safeParse(email).success) {
        issues.addIssue({ code: 'custom', message: 'panel_line' });
        return [];
      }
      return [{ name, email: email.toLowerCase(), sector }];
    });
  }),
});

export const AppraisalStep = z.strictObject({ version: z.coerce.number().int() });
