import { randomUUID } from 'node:crypto';
import {
  changeMeasure,
  imposeMeasure as insertMeasure,
  listMeasures,
  type MeasureRow,
  retireMeasure as removeMeasure,
  saveMeasure as storeMeasure,
} from '../../../../db/queries/measures.ts';
import { ChangeMeasure, ImposeMeasure, RetireMeasure, SaveMeasure } from '../../../contracts/disclosure-rights.ts';
import { parse } from '../../../contracts/parse.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { requireRole } from '../../officials/authorise.ts';
import { changeDisclosure, nameOf } from '../change.ts';

const bad = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });

/** Takes a measure of the list because of a record. It is public with its basis. */
export async function imposeMeasure(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, measure, imposedOn } = parse(ImposeMeasure, raw);
  const listed = await listMeasures(ctx.db);
  if (!listed.some((one) => one.id === measure)) throw bad('measure', 'invalid_value');
  await changeDisclosure(ctx, id, version, 'impose_measure', async (_record, { today }, tx) => {
    if (imposedOn > today) throw bad('imposedOn', 'date_future');
    const row = { id: randomUUID(), disclosureId: id, measureId: measure, imposedOn, imposedBy: nameOf(ctx.actor) };
    if (!(await insertMeasure(tx, row))) throw bad('measure', 'already_recorded');
    return { set: {}, event: 'measure_imposed', payload: { measure, imposedOn } };
  });
}

/** 从轻: the body has mended the harm of its own accord. */
export const mitigateMeasure = (ctx: Ctx, id: string, raw: unknown): Promise<void> => change(ctx, id, 'mitigated', raw);
export const liftMeasure = (ctx: Ctx, id: string, raw: unknown): Promise<void> => change(ctx, id, 'lifted', raw);

async function change(ctx: Ctx, id: string, state: 'mitigated' | 'lifted', raw: unknown): Promise<void> {
  const { version, measure, reason } = parse(ChangeMeasure, raw);
  const action = state === 'lifted' ? 'lift_measure' : 'mitigate_measure';
  await changeDisclosure(ctx, id, version, action, async (_record, { today }, tx) => {
    const set = { state, reason, changedOn: today, changedBy: nameOf(ctx.actor) };
    if (!(await changeMeasure(tx, id, measure, set))) throw bad('measure', 'invalid_value');
    return { set: {}, event: `measure_${state}`, payload: { measure }, reason };
  });
}

/** The list that officials choose from. */
export async function measureList(ctx: Ctx): Promise<MeasureRow[]> {
  await requireRole(ctx, ['publisher', 'approver', 'administrator'], null);
  return listMeasures(ctx.db);
}

/** Adds a measure to the list of the place or words it anew; always [local]: what a law says is read in the law. */
export async function saveMeasure(ctx: Ctx, raw: unknown): Promise<void> {
  const official = await requireRole(ctx, ['administrator'], null);
  const row = parse(SaveMeasure, raw);
  await storeMeasure(ctx.db, { ...row, certainty: 'local', changedBy: official.id, changedAt: new Date() });
}

/** Takes a measure off the list; records that have it keep it. */
export async function retireMeasure(ctx: Ctx, raw: unknown): Promise<void> {
  const official = await requireRole(ctx, ['administrator'], null);
  const { id } = parse(RetireMeasure, raw);
  if (!(await removeMeasure(ctx.db, id, official.id))) throw new DomainError('resource.not_found');
}
