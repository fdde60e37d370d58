import { stringify } from 'csv-stringify/sync';
import { databaseTime, lockDisclosure } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import {
  entryOf,
  governanceMonths,
  governanceOf,
  insertEntries,
  missingEntries,
  saveFeedback,
} from '../../../db/queries/measures.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { GovernanceFeedback, GovernanceMonth } from '../../contracts/disclosure-rights.ts';
import { parse } from '../../contracts/parse.ts';
import { legalDate } from '../../domain/calendar.ts';
import {
  type DisclosureKind,
  type DisclosureState,
  type ObjectionFlag,
  READING_ROLES,
  type RectificationState,
  visibleTo,
} from '../../domain/disclosure.ts';
import { DomainError } from '../../domain/errors.ts';
import { monthOf, type Progress } from '../../domain/measure.ts';
import type { Actor, OfficialRole } from '../../domain/official.ts';
import type { Ctx, Deps } from '../context.ts';
import { bodiesOf, requireOfficial, requireRole } from '../officials/authorise.ts';
import { nameOf, withSuccessors } from './change.ts';

/** Who speaks for a body that answers for an entry. */
const DESK: readonly OfficialRole[] = ['intake', 'handler', 'publisher', 'approver'];

/**
 * 失信治理名单: puts every public unperformed judgment and dishonesty record on the list of the month and tells the bodies
 * that answer for them. Run by api/jobs.ts on the first of each month and by officials at any time: what is there stays.
 * @returns how many entries are new
 */
async function fillMonth(deps: Pick<Deps, 'db' | 'directory'>, actor: Actor): Promise<number> {
  const directory = await deps.directory();
  return deps.db.transaction(async (tx) => {
    const { now, today } = await databaseTime(tx);
    const month = monthOf(today);
    const missing = await missingEntries(tx, month);
    const entries = missing.map((record) => ({
      month,
      disclosureId: record.id,
      // Who took over answers (优化营商环境条例 art. 31: reorganisation is no excuse).
      responsibleId: withSuccessors(directory, record.bodyId).at(-1) ?? null,
      listedAt: now,
    }));
    await insertEntries(tx, entries);
    for (const [i, record] of missing.entries()) {
      const responsible = entries[i]?.responsibleId ?? null;
      await appendEvent(tx, {
        subjectKind: 'disclosure',
        subjectId: record.id,
        kind: 'governance_listed',
        actor,
        bodyId: record.publisherId,
        at: now,
        payload: { month, responsible },
      });
    }
    const told = new Set(entries.flatMap((entry) => (entry.responsibleId ? [entry.responsibleId] : [])));
    for (const bodyId of told) await enqueue(tx, 'notice.body', { bodyId, template: 'governance.listed' });
    return entries.length;
  });
}
export const makeGovernanceList = (deps: Deps): Promise<number> => fillMonth(deps, { kind: 'system' });

/** The list of this month as it must be now, at an official's word. */
export async function refreshGovernanceList(ctx: Ctx): Promise<number> {
  await requireRole(ctx, ['publisher', 'approver'], null);
  return fillMonth(ctx, ctx.actor);
}

export interface GovernanceEntry {
  record: string;
  title: string;
  objection: ObjectionFlag;
  rectification: RectificationState;
  kind: DisclosureKind;
  number: string | null;
  decidedOn: string | null;
  amount: string | null;
  body: string;
  responsible: string | null;
  /** As the record is now: `published` is open, everything else has come to an end. */
  state: DisclosureState;
  endedOn: string | null;
  progress: Progress | null;
  feedback: string | null;
  feedbackOn: string | null;
  /** The reader answers for it. */
  mine: boolean;
}
export interface GovernanceList {
  month: string; // YYYY-MM
  months: string[];
  entries: GovernanceEntry[];
  open: number;
  /** The reader may bring it up to date. */
  publisher: boolean;
}

/** The list of a month, each entry as its record is now. Bodies see what they answer for, publishers what they published. */
export async function governanceList(ctx: Ctx, raw: unknown): Promise<GovernanceList> {
  const official = requireOfficial(ctx);
  const asked = parse(GovernanceMonth, raw).month;
  const [{ today }, months, publishers, directory] = await Promise.all([
    databaseTime(ctx.db),
    governanceMonths(ctx.db),
    bodiesOf(ctx, READING_ROLES),
    ctx.directory(),
  ]);
  const month = asked ? `${asked}-01` : (months[0] ?? monthOf(today));
  const own = new Set(official.grants.filter((g) => DESK.includes(g.role)).map((g) => g.bodyId));
  const rows = await governanceOf(ctx.db, month, { publishers: [...publishers], responsible: [...own] });
  const entries = rows.map(({ record, ...row }): GovernanceEntry => {
    const mine = row.responsibleId !== null && own.has(row.responsibleId);
    // Once it has ended, its name is for the publisher's side only.
    const named = record.state === 'published' || mine || publishers.has(record.publisherId ?? '');
    return {
      record: record.id,
      title: named ? record.title : '—',
      objection: record.objectionFlag,
      rectification: record.rectification,
      kind: record.kind,
      number: record.caseNumber ?? record.documentNumber,
      decidedOn: record.decidedOn,
      amount: record.amount,
      body: record.bodyName,
      responsible: row.responsibleId ? (directory.bodies.get(row.responsibleId)?.name ?? null) : null,
      state: record.state,
      endedOn: record.endedAt && legalDate(record.endedAt),
      progress: row.progress,
      feedback: row.feedback,
      feedbackOn: row.feedbackAt && legalDate(row.feedbackAt),
      mine,
    };
  });
  const open = entries.filter((entry) => entry.state === 'published').length;
  const publisher = official.grants.some((g) => g.role === 'publisher' || g.role === 'approver');
  return { month: month.slice(0, 7), months: months.map((one) => one.slice(0, 7)), entries, open, publisher };
}

/** The responsible body says what it does about an entry. @throws DomainError resource.not_found for anybody else */
export async function giveFeedback(ctx: Ctx, raw: unknown): Promise<void> {
  const official = requireOfficial(ctx);
  const { month, record: id, progress, feedback } = parse(GovernanceFeedback, raw);
  const own = new Set(official.grants.filter((g) => DESK.includes(g.role)).map((g) => g.bodyId));
  await ctx.db.transaction(async (tx) => {
    const record = await lockDisclosure(tx, id);
    const entry = await entryOf(tx, `${month}-01`, id);
    if (!record || !entry?.responsibleId || !own.has(entry.responsibleId)) throw new DomainError('resource.not_found');
    if (visibleTo({ kind: 'public' }, record) !== 'public') throw new DomainError('resource.gone');
    const { now } = await databaseTime(tx);
    await saveFeedback(tx, `${month}-01`, id, { progress, feedback, feedbackBy: nameOf(ctx.actor), feedbackAt: now });
    await appendEvent(tx, {
      subjectKind: 'disclosure',
      subjectId: id,
      kind: 'governance_feedback',
      actor: ctx.actor,
      bodyId: entry.responsibleId,
      at: now,
      payload: { month, progress },
    });
  });
}

/** The same list as CSV: UTF-8 with a byte order mark, formulas escaped. */
export async function governanceCsv(ctx: Ctx, raw: unknown): Promise<{ name: string; csv: string }> {
  const list = await governanceList(ctx, raw);
  const rows = list.entries.map(({ mine: _, ...entry }) => ({ month: list.month, ...entry }));
  const columns = [
    'month',
    'record',
    'kind',
    'title',
    'objection',
    'rectification',
    'body',
    'responsible',
    'number',
    'decidedOn',
    'amount',
    'state',
    'endedOn',
    'progress',
    'feedback',
    'feedbackOn',
  ];
  const csv = stringify(rows, { header: true, bom: true, columns, escape_formulas: true, record_delimiter: 'windows' });
  return { name: `governance-${list.month}.csv`, csv };
}
