import { z } from 'zod';
import { REPORT_FORMATS, REPORT_SETS } from '../domain/rating-report.ts';
import { httpsAddress, words } from './everyday.ts';

const day = z.iso.date();

export const ReportQuery = z.strictObject({ dataset: z.enum(REPORT_SETS), day, format: z.enum(REPORT_FORMATS) });

/** Receivers of the daily report: `from` is the first day that they get. */
export const ReceiverForm = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('create'), name: words(2, 80), url: httpsAddress, from: day }),
  z.strictObject({ action: z.literal('disable'), id: z.guid() }),
  z.strictObject({ action: z.literal('show'), id: z.guid() }),
]);
