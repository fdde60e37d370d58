import { filedCaseId } from '../../../db/queries/intake.ts';
import { DomainError } from '../../domain/errors.ts';
import { normaliseCode } from '../../domain/query-code.ts';
import { issuePass, PASS_COOKIE, PASS_SECONDS } from '../complaints/case-pass.ts';
import type { Ctx } from '../context.ts';
import { type Entered, enter } from './enter.ts';

type Values = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The form of the page as a line of the exchange file; bad fields come back under the names of its controls. */
export async function enterByForm(ctx: Ctx, values: Values): Promise<Entered & { cookie: string | null }> {
  const { channel, externalNumber, respondentId, respondentIdText, demands, complainant, contact, ...rest } = values;
  const who = (complainant ?? {}) as Values;
  const kept =
    who.kind === 'enterprise' ? ['kind', 'name', 'enterpriseName', 'uscc', 'enterpriseSize'] : ['kind', 'name'];
  const person = who.kind === 'anonymous' ? { kind: 'anonymous' } : pick(who, kept);
  const lines = text(demands).split(/\r?\n/).map((line) => line.trim()).filter(Boolean); // biome-ignore format: one thought
  const line = {
    type: 'case',
    channel,
    externalNumber,
    ...(text(respondentIdText) ? { respondent: text(respondentIdText) } : {}),
    complaint: {
      ...rest,
      ...(text(respondentId) ? { respondentId } : {}),
      ...(contact ? { contact } : {}),
      demands: lines,
      complainant: person,
    },
  };
  try {
    const entered = await enter(ctx, line);
    return { ...entered, cookie: await cookieOf(ctx, entered) };
  } catch (error) {
    if (!(error instanceof DomainError) || error.fields.length === 0) throw error;
    const fields = error.fields.map((field) => ({ ...field, path: control(field.path) }));
    throw new DomainError(error.code, { params: error.params, fields });
  }
}

const pick = (from: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));

function control(path: string): string {
  const name = path.replace(/^complaint\./, '');
  if (name === 'respondent' || name === 'respondentId') return 'respondentIdText';
  return name.startsWith('demands') ? 'demands' : name;
}

/** Number and code survive the redirect for half an hour, sealed, so that they can be read out and printed. */
async function cookieOf(ctx: Ctx, { number, queryCode }: Entered): Promise<string | null> {
  const caseId = queryCode ? await filedCaseId(ctx.sql, number) : null;
  if (!queryCode || !caseId) return null;
  const pass = issuePass(ctx, { caseId, number, code: normaliseCode(queryCode) ?? '' });
  const secure = ctx.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${PASS_COOKIE}=${pass}; Path=/; Max-Age=${PASS_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
