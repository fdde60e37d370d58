import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { databaseNow } from '../../../db/queries/officials.ts';
import { changeTemplate, insertTemplate } from '../../../db/queries/templates.ts';
import { EditTemplate, MakeTemplate, RetireTemplate } from '../../contracts/answers.ts';
import { parse } from '../../contracts/parse.ts';
import { templateFaults } from '../../domain/answer-template.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { requireRole } from '../officials/authorise.ts';
import { readTemplate, TEMPLATE_EDITORS } from './templates.ts';

/** Every placeholder of the list and none besides: what is wrong is named with its place. @throws DomainError request.invalid */
function checkWords(text: string): void {
  const [fault] = templateFaults(text);
  if (!fault) return;
  const { code, name, line, column } = fault;
  throw new DomainError('request.invalid', { fields: [{ path: 'text', code, params: { name, line, column } }] });
}

/** A new template of a body. @throws DomainError auth.* | request.invalid */
export async function makeTemplate(ctx: Ctx, raw: unknown): Promise<{ id: string }> {
  const input = parse(MakeTemplate, raw);
  const official = await requireRole(ctx, TEMPLATE_EDITORS, input.bodyId);
  if (!(await ctx.directory()).bodies.has(input.bodyId))
    throw new DomainError('request.invalid', { fields: [{ path: 'bodyId', code: 'respondent_unknown' }] });
  checkWords(input.text);
  const id = randomUUID();
  await ctx.db.transaction(async (tx) => {
    await insertTemplate(tx, { id, ...input }, official.id);
    await record(tx, ctx, { id, bodyId: input.bodyId, kind: 'template_made', version: 1, text: input.text });
  });
  return { id };
}

/** Changes the words; every version stays in the table of versions. @throws DomainError … | setting.version_conflict */
export async function editTemplate(ctx: Ctx, id: string, raw: unknown): Promise<{ id: string }> {
  const { bodyId } = await editable(ctx, id);
  const { version, ...set } = parse(EditTemplate, raw);
  checkWords(set.text);
  await ctx.db.transaction(async (tx) => {
    if (!(await changeTemplate(tx, id, version, set, actorId(ctx)))) throw new DomainError('setting.version_conflict');
    await record(tx, ctx, { id, bodyId, kind: 'template_changed', version: version + 1, text: set.text });
  });
  return { id };
}

/** A retired template is offered no more; what was written with it stays. */
export async function retireTemplate(ctx: Ctx, id: string, raw: unknown): Promise<{ id: string }> {
  const { bodyId, text } = await editable(ctx, id);
  const { version } = parse(RetireTemplate, raw);
  await ctx.db.transaction(async (tx) => {
    const done = await changeTemplate(tx, id, version, { retire: true }, actorId(ctx));
    if (!done) throw new DomainError('setting.version_conflict');
    await record(tx, ctx, { id, bodyId, kind: 'template_retired', version: version + 1, text });
  });
  return { id };
}

async function editable(ctx: Ctx, id: string) {
  const template = await readTemplate(ctx, id);
  await requireRole(ctx, TEMPLATE_EDITORS, template.bodyId);
  return template;
}

const actorId = (ctx: Ctx): string => (ctx.actor.kind === 'official' ? ctx.actor.id : 'system');

/** The words of a template are public to the house: their hash binds the event to the version. */
async function record(
  tx: Tx,
  ctx: Ctx,
  what: { id: string; bodyId: string; kind: string; version: number; text: string },
): Promise<void> {
  await appendEvent(tx, {
    subjectKind: 'setting',
    subjectId: what.id,
    kind: what.kind,
    actor: ctx.actor,
    bodyId: what.bodyId,
    at: await databaseNow(tx),
    payload: { version: what.version, sha256: sha256(what.text).toString('hex') },
  });
}
