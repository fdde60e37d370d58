import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Certainty } from '../../api/domain/directory.ts';
import type { MeasureState, Progress } from '../../api/domain/measure.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

export const measure = pgTable('measure', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
  basis: text('basis').notNull(),
  basisEn: text('basis_en').notNull(),
  certainty: text('certainty').$type<Certainty>().notNull(),
  retiredAt: instant('retired_at'),
  changedBy: text('changed_by'),
  changedAt: instant('changed_at').notNull().defaultNow(),
  referenceHash: text('reference_hash'),
});

export const disclosureMeasure = pgTable('disclosure_measure', {
  id: uuid('id').primaryKey(),
  disclosureId: uuid('disclosure_id').notNull(),
  measureId: text('measure_id').notNull(),
  imposedOn: day('imposed_on').notNull(),
  imposedBy: text('imposed_by').notNull(),
  state: text('state').$type<MeasureState>().notNull().default('imposed'),
  reason: text('reason'),
  changedOn: day('changed_on'),
  changedBy: text('changed_by'),
});

export const governanceEntry = pgTable(
  'governance_entry',
  {
    month: day('month').notNull(),
    disclosureId: uuid('disclosure_id').notNull(),
    responsibleId: uuid('responsible_id'),
    listedAt: instant('listed_at').notNull().defaultNow(),
    progress: text('progress').$type<Progress>(),
    feedback: text('feedback'),
    feedbackBy: text('feedback_by'),
    feedbackAt: instant('feedback_at'),
  },
  (t) => [primaryKey({ columns: [t.month, t.disclosureId] })],
);
