import { z } from 'zod';
import { GRACE_DAYS } from '../domain/service-point.ts';
import { words } from './everyday.ts';

const name = words(1, 60);
const list = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.guid()).max(500));

/** What of a service point may change; its kind, its body and its channel are what it is rated for, and stay. */
export const EditServicePoint = z.strictObject({
  version: z.coerce.number().int(),
  name,
  nameEn: name.optional(),
  placeName: name,
  placeNameEn: name.optional(),
  parentId: z.guid().optional(),
  /** Of an item: the windows that offer it. */
  windowIds: list,
});

const grace = z.coerce.number().pipe(z.literal([...GRACE_DAYS]));
export const ReissuePoint = z.strictObject({ graceDays: grace });
export const ReissueVersion = z.strictObject({ keyVersion: z.coerce.number().int().min(0), graceDays: grace });
