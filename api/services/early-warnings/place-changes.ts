import { randomUUID } from 'node:crypto';
import {
  insertPlaceChange,
  type PlaceChange,
  placeChanges,
  removePlaceChange,
} from '../../../db/queries/early-warnings.ts';
import { lockSettings } from '../../../db/queries/settings.ts';
import { PlaceChangeForm } from '../../contracts/early-warning.ts';
import { parse } from '../../contracts/parse.ts';
import { within } from '../../domain/division-code.ts';
import { DomainError } from '../../domain/errors.ts';
import { editorOf, governedPlaces, requirePlace } from '../clocks/authorise-settings.ts';
import { settingEvent } from '../clocks/setting-event.ts';
import type { Ctx } from '../context.ts';

/** Days on which officials changed, of the places that the administrator runs. @throws DomainError auth.* */
export async function listPlaceChanges(ctx: Ctx): Promise<(PlaceChange & { place: string })[]> {
  const [places, rows, directory] = await Promise.all([governedPlaces(ctx), placeChanges(ctx.sql), ctx.directory()]);
  return rows
    .filter(({ division }) => places.some((place) => within(division, place)))
    .map((row) => ({ ...row, place: directory.divisions.get(row.division)?.name ?? row.division }));
}

/** Enters such a day. @throws DomainError auth.* | request.invalid */
export async function enterPlaceChange(ctx: Ctx, raw: unknown): Promise<void> {
  const input = parse(PlaceChangeForm, raw);
  await requirePlace(ctx, input.division);
  const fault = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });
  if (!(await ctx.directory()).divisions.has(input.division)) throw fault('division', 'division_unknown');
  await ctx.db.transaction(async (tx) => {
    const { now, today } = await lockSettings(tx);
    if (input.heldOn > today) throw fault('heldOn', 'date_future');
    const row = { ...input, id: randomUUID(), enteredBy: editorOf(ctx), at: now };
    if (!(await insertPlaceChange(tx, row))) throw fault('heldOn', 'day_twice');
    await settingEvent(tx, ctx, now, `place-change/${input.division}`, 'place_change_entered', { on: input.heldOn });
  });
}

/** Takes one back that was entered by mistake. @throws DomainError auth.* | resource.not_found */
export async function withdrawPlaceChange(ctx: Ctx, id: string): Promise<void> {
  const found = (await listPlaceChanges(ctx)).find((row) => row.id === id);
  if (!found) throw new DomainError('resource.not_found');
  await ctx.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    const row = await removePlaceChange(tx, id, now);
    if (!row) throw new DomainError('resource.not_found');
    await settingEvent(tx, ctx, now, `place-change/${row.division}`, 'place_change_withdrawn', { on: row.heldOn });
  });
}
