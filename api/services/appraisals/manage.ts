import { randomUUID } from 'node:crypto';
import {
  type AppraisalRow,
  appraisalById,
  appraisalsOf,
  erasePanel,
  insertAppraisal,
  insertLink,
  insertPanelist,
  panelCounts,
  panelIds,
  stepAppraisal,
  wordsOf,
} from '../../../db/queries/appraisals.ts';
import { findKey, insertKey } from '../../../db/queries/disclosure-rights.ts';
import { enqueue, invalidate } from '../../../db/queries/outbox.ts';
import { lockSettings } from '../../../db/queries/settings.ts';
import { AppraisalForm, AppraisalStep, PanelForm } from '../../contracts/appraisal.ts';
import { parse } from '../../contracts/parse.ts';
import { LEAST_ANSWERS, LEAST_PANEL } from '../../domain/appraisal.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import { settingEvent } from '../clocks/setting-event.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, hasRole, requireRole } from '../officials/authorise.ts';
import { linkToken, panelistContext, tokenHash, wordsContext } from './link.ts';

export const HOLDERS: readonly OfficialRole[] = ['publisher', 'approver'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const fault = (path: string, code: string, params: Record<string, number> = {}) =>
  new DomainError('request.invalid', { fields: [{ path, code, params }] });

/** @throws DomainError auth.* | request.invalid */
export async function createAppraisal(ctx: Ctx, input: unknown): Promise<{ id: string }> {
  const form = parse(AppraisalForm, input);
  const official = await requireRole(ctx, HOLDERS, form.bodyId);
  const directory = await ctx.directory();
  const holder = directory.bodies.get(form.bodyId);
  // A place is appraised by who stands in it or above it.
  if (!directory.divisions.has(form.division) || !holder || !form.division.startsWith(holder.division))
    throw fault('division', 'division_unknown');
  const id = randomUUID();
  const keyId = randomUUID();
  await ctx.db.transaction(async (tx) => {
    const { now, today } = await lockSettings(tx);
    if (form.closesOn <= today) throw fault('closesOn', 'date_past');
    const { wrapped, version } = ctx.keys.createKey(keyId);
    await insertKey(tx, { id: keyId, wrapped, version });
    await insertAppraisal(tx, { ...form, id, keyId, createdBy: official.id });
    await settingEvent(tx, ctx, now, `appraisal/${id}`, 'appraisal_drafted', { division: form.division });
  });
  return { id };
}

export interface AppraisalView extends AppraisalRow {
  counts: { panel: number; sent: number; used: number };
  /** What was written, once it is closed and enough answered; in an order that tells nothing. */
  words: string[];
  may: { change: boolean; publish: boolean };
}

/** @throws DomainError auth.* | resource.not_found */
export async function readAppraisal(ctx: Ctx, id: string): Promise<AppraisalView> {
  const official = await requireRole(ctx, HOLDERS, null);
  const row = UUID.test(id) ? await appraisalById(ctx.sql, id) : null;
  if (!row || !(await hasRole(ctx, HOLDERS, row.bodyId))) throw new DomainError('resource.not_found');
  const ended = row.state === 'closed' || row.state === 'published';
  const told = ended && (row.results?.answers ?? 0) >= LEAST_ANSWERS;
  const approver = await hasRole(ctx, ['approver'], row.bodyId);
  return {
    ...row,
    counts: await panelCounts(ctx.sql, id),
    words: told ? await openWords(ctx, row) : [],
    may: { change: true, publish: approver && official.id !== row.createdBy },
  };
}

async function openWords(ctx: Ctx, row: AppraisalRow): Promise<string[]> {
  const key = await findKey(ctx.db, row.keyId);
  if (!key?.wrapped) return [];
  const opened = ctx.keys.unwrap(row.keyId, key.wrapped, key.version);
  return (await wordsOf(ctx.sql, row.id)).map((one) =>
    ctx.keys.open(opened, one.sealedWords, wordsContext(row.id)).toString('utf8'),
  );
}

export async function listAppraisals(ctx: Ctx): Promise<AppraisalRow[]> {
  await requireRole(ctx, HOLDERS, null);
  return appraisalsOf(ctx.sql, [...(await bodiesOf(ctx, HOLDERS))], 100);
}

/** Puts people on the panel; an address that is on it already is passed over. @throws DomainError auth.* | request.invalid | setting.version_conflict */
export async function addPanel(ctx: Ctx, id: string, input: unknown): Promise<{ added: number }> {
  const row = await readAppraisal(ctx, id);
  const { version, panel } = parse(PanelForm, input);
  return ctx.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    if (!(await stepAppraisal(tx, id, version, { to: 'draft' }))) throw new DomainError('setting.version_conflict');
    let added = 0;
    for (const person of panel) {
      const panelistId = randomUUID();
      const keyId = randomUUID();
      const made = ctx.keys.createKey(keyId);
      await insertKey(tx, { id: keyId, wrapped: made.wrapped, version: made.version });
      const sealed = ctx.keys.seal(made.key, JSON.stringify(person), panelistContext(panelistId));
      const contactMac = ctx.keys.mac('appraisal-contact', `${id}\n${person.email}`);
      if (await insertPanelist(tx, id, { id: panelistId, keyId, sealed, contactMac })) added += 1;
    }
    await settingEvent(tx, ctx, now, `appraisal/${id}`, 'appraisal_panel_added', { added, division: row.division });
    return { added };
  });
}

/** Empties the panel of a draft: names cannot be looked up again, so a wrong list is written anew. */
export async function clearPanel(ctx: Ctx, id: string, input: unknown): Promise<void> {
  await readAppraisal(ctx, id);
  const { version } = parse(AppraisalStep, input);
  await ctx.db.transaction(async (tx) => {
    if (!(await stepAppraisal(tx, id, version, { to: 'draft' }))) throw new DomainError('setting.version_conflict');
    await erasePanel(tx, id);
  });
}

/** Sends every panelist a link; from now on nothing of it can be changed. @throws DomainError auth.* | request.invalid | setting.version_conflict */
export async function openAppraisal(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const row = await readAppraisal(ctx, id);
  const { version } = parse(AppraisalStep, input);
  await ctx.db.transaction(async (tx) => {
    const { now, today } = await lockSettings(tx);
    if (row.closesOn <= today) throw fault('closesOn', 'date_past');
    const ids = await panelIds(tx, id);
    if (ids.length < LEAST_PANEL) throw fault('panel', 'panel_small', { minimum: LEAST_PANEL });
    if (!(await stepAppraisal(tx, id, version, { to: 'open', at: now })))
      throw new DomainError('setting.version_conflict');
    const keyVersion = ctx.keys.version;
    for (const panelistId of ids) {
      const hash = tokenHash(linkToken(ctx.keys, panelistId, keyVersion));
      await insertLink(tx, { panelistId, appraisalId: id, tokenHash: hash, keyVersion });
      await enqueue(tx, 'appraisal.mail', { panelistId, reminder: false });
    }
    await settingEvent(tx, ctx, now, `appraisal/${id}`, 'appraisal_opened', { asked: ids.length });
  });
}

/** A second person publishes the results; the panel's names go with their keys. @throws DomainError auth.* | setting.version_conflict */
export async function publishAppraisal(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const row = await readAppraisal(ctx, id);
  const { version } = parse(AppraisalStep, input);
  const official = await requireRole(ctx, ['approver'], row.bodyId);
  if (official.id === row.createdBy) throw new DomainError('auth.forbidden');
  await ctx.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    if (!(await stepAppraisal(tx, id, version, { to: 'published', at: now, by: official.id })))
      throw new DomainError('setting.version_conflict');
    await erasePanel(tx, id);
    await settingEvent(tx, ctx, now, `appraisal/${id}`, 'appraisal_published', { division: row.division });
    await invalidate(tx, ['appraisals']);
  });
}
