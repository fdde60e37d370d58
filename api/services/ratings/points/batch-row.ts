import { randomUUID } from 'node:crypto';
import { columnValues } from '../../../../site/text/imports.ts';
import { fold } from '../../../domain/chinese-text.ts';
import { RATING_CHANNELS, SERVICE_POINT_KINDS, type ServicePointKind } from '../../../domain/rating.ts';
import type { Directory } from '../../../domain/routing.ts';
import { HELD_BY } from '../../../domain/service-point.ts';
import type { RowFault } from '../../disclosures/import-source.ts';

export const POINT_COLUMNS = {
  required: ['point_kind', 'point_body', 'point_name', 'place_name'],
  optional: ['channel', 'hall', 'windows', 'point_name_en', 'place_name_en'],
};

export interface PlannedPoint {
  line: number;
  id: string;
  kind: ServicePointKind;
  channel: string;
  name: string;
  nameEn: string | null;
  placeName: string;
  placeNameEn: string | null;
  bodyId: string;
  hall: string | null;
  windows: string[];
  parentId: string | null;
  windowIds: string[];
  knownId: string | null;
}

export const keyOf = (point: { bodyId: string; placeName: string; name: string }): string =>
  JSON.stringify([point.bodyId, point.placeName, point.name]);

/** A value as its code or in words of either language. */
function knownValue<T extends string>(column: string, written: string, known: readonly T[]): T | undefined {
  const means = (words: string | undefined) => words !== undefined && fold(words) === fold(written);
  return known.find(
    (value) =>
      fold(value) === fold(written) ||
      means(columnValues['zh-CN'][column]?.[value]) ||
      means(columnValues.en[column]?.[value]),
  );
}

/** One row of a table of counters. The body is named by its full name or its credit code, within `reach`. */
export function readPointRow(
  cells: Record<string, string>,
  directory: Directory,
  reach: ReadonlySet<string>,
): { point: Omit<PlannedPoint, 'line'> | null; faults: Omit<RowFault, 'line'>[] } {
  const faults: Omit<RowFault, 'line'>[] = [];
  const cell = (column: string) => cells[column]?.normalize('NFC').trim() ?? '';
  const refuse = (column: string, code: string) => void faults.push({ column, code, value: cell(column) });
  const named = (column: string, required: boolean): string => {
    const text = cell(column);
    if (!text && required) refuse(column, 'required');
    if (text.length > 60) refuse(column, 'too_long');
    return text;
  };
  const kind = knownValue('point_kind', cell('point_kind'), SERVICE_POINT_KINDS);
  if (!kind) refuse('point_kind', 'value_unknown');
  const channel = cell('channel')
    ? knownValue('channel', cell('channel'), RATING_CHANNELS)
    : kind === 'online'
      ? 'online'
      : 'offline';
  if (!channel) refuse('channel', 'value_unknown');
  const typed = cell('point_body').replace(/\s/g, '');
  const bodies = [...directory.bodies.values()].filter(
    (body) => reach.has(body.id) && (body.name === typed || (body.uscc !== null && body.uscc === typed.toUpperCase())),
  );
  const body = bodies.length === 1 ? bodies[0] : undefined;
  if (!body) refuse('point_body', typed ? 'body_unknown' : 'required');
  const [name, placeName] = [named('point_name', true), named('place_name', true)];
  const hall = cell('hall') || null;
  if (hall && kind && HELD_BY[kind] !== 'hall') refuse('hall', 'no_hall');
  const windows = cell('windows')
    .split(/[;；、]/)
    .map((one) => one.trim())
    .filter(Boolean);
  if (windows.length > 0 && kind && kind !== 'item') refuse('windows', 'no_windows');
  if (!kind || !channel || !body) return { point: null, faults };
  return {
    point: {
      id: randomUUID(),
      kind,
      channel,
      name,
      nameEn: named('point_name_en', false) || null,
      placeName,
      placeNameEn: named('place_name_en', false) || null,
      bodyId: body.id,
      hall,
      windows,
      parentId: null,
      windowIds: [],
      knownId: null,
    },
    faults,
  };
}
