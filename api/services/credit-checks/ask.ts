import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { insertCheck, nextCheckSerial, recordsAbout } from '../../../db/queries/credit-checks.ts';
import { type DisclosureRow, databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { CreditCheckAsk, type CreditCheckDocument } from '../../contracts/credit-check.ts';
import { parse } from '../../contracts/parse.ts';
import { checkNumber } from '../../domain/credit-check.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { KINDS } from '../../domain/disclosure-kinds.ts';
import { flagsOf, publicView } from '../../domain/disclosure-view.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { withPredecessors } from '../disclosures/lineage.ts';
import { requireOfficial } from '../officials/authorise.ts';
import { askingBody } from './roles.ts';
import { signText } from './sign.ts';
import { matchSubjects, type Subject, type Unclear } from './subjects.ts';

/** Records listed of one body; all of them are counted. */
const LISTED = 200;

export type Asked = { answered: true; id: string; number: string } | { answered: false; unclear: Unclear[] };

/**
 * 信用审查: which of the bodies have records that are public at this instant, by the one function that decides what the public
 * sees; what was repaired, expired or withdrawn is not told. Records of predecessors count. A list with an unclear line is not
 * answered: an answer that leaves a body out looks like a clean one.
 * @throws DomainError auth.required | auth.forbidden | request.invalid
 */
export async function askCreditCheck(ctx: Ctx, input: unknown): Promise<Asked> {
  const { id: askedBy } = requireOfficial(ctx);
  askingBody(ctx);
  const { purpose, purposeWords, subjects: typed, bodyId } = parse(CreditCheckAsk, input);
  const asking = askingBody(ctx, bodyId);
  const directory = await ctx.directory();
  return ctx.db.transaction(async (tx) => {
    const { now, today } = await databaseTime(tx);
    const { subjects, unclear } = matchSubjects(directory, typed, { near: ctx.place.division, on: today });
    if (unclear.length > 0) return { answered: false, unclear };
    const bodies = new Map(subjects.map((one) => [one, one.bodyId ? withPredecessors(directory, one.bodyId) : []]));
    const codes = subjects.flatMap((one) => (one.code ? [one.code] : []));
    const rows = (await recordsAbout(tx, [...new Set([...bodies.values()].flat())], codes)).filter(
      (row) => visibleTo({ kind: 'public' }, row) === 'public',
    );
    const answer = (one: Subject): CreditCheckDocument['subjects'][number] => {
      const own = rows.filter(
        (row) =>
          (row.bodyId !== null && bodies.get(one)?.includes(row.bodyId)) ||
          (one.code !== null && row.subjectCode === one.code),
      );
      return {
        asked: one.typed,
        name: one.name,
        code: one.code,
        records: own.slice(0, LISTED).map((row) => recordOf(row, ctx.publicUrl)),
        adverse: own.filter((row) => KINDS[row.kind].tone === 'adverse').length,
        more: own.length > LISTED,
      };
    };
    const number = checkNumber(today.slice(0, 4), await nextCheckSerial(tx));
    const document: CreditCheckDocument = {
      format: 'jiannuo-credit-check/1',
      number,
      askedAt: now.toISOString(),
      portal: ctx.place.name,
      askedFor: { body: directory.bodies.get(asking)?.name ?? '', purpose, words: purposeWords },
      subjects: subjects.map(answer),
    };
    const text = canonicalize(document) ?? '';
    const hash = sha256(text);
    const withRecords = document.subjects.filter((one) => one.adverse > 0).length;
    const check = {
      id: randomUUID(),
      number,
      purpose,
      purposeWords,
      askedBy,
      bodyId: asking,
      askedAt: now.toISOString(),
    };
    await insertCheck(tx, {
      ...check,
      subjects: subjects.length,
      withRecords,
      document: text,
      sha256: hash,
      ...signText(ctx.keys, text),
    });
    await appendEvent(tx, {
      subjectKind: 'credit_check',
      subjectId: check.id,
      kind: 'credit_checked',
      actor: ctx.actor,
      bodyId: asking,
      at: now,
      payload: {
        number,
        purpose,
        subjects: subjects.length,
        withRecords,
        bodies: subjects.flatMap((one) => one.bodyId ?? one.code ?? []),
        sha256: hash.toString('hex'),
      },
    });
    return { answered: true, id: check.id, number };
  });
}

function recordOf(row: DisclosureRow, publicUrl: string): CreditCheckDocument['subjects'][number]['records'][number] {
  const view = publicView(row);
  return {
    id: view.id,
    kind: view.kind,
    tone: KINDS[view.kind].tone,
    publicationClass: view.publicationClass,
    title: view.title,
    decidedOn: view.decidedOn,
    publishUntil: view.publishUntil,
    flags: flagsOf(view),
    url: `${publicUrl}/disclosures/${view.id}`,
  };
}
