import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { putReport } from '../../../db/queries/arrears-reports.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { payableCommitments } from '../../../db/queries/payments.ts';
import { parse } from '../../contracts/parse.ts';
import { ArrearsDraft } from '../../contracts/payment.ts';
import { type ArrearsFigures, arrearsFigures, type PayableContract, reportDates } from '../../domain/arrears-report.ts';
import { DomainError } from '../../domain/errors.ts';
import { bad } from '../commitments/report.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { nameOf } from '../disclosures/change.ts';
import { requireRole } from '../officials/authorise.ts';
import { payablesOf } from '../payments/schedule.ts';

/** The report as it is kept: what its hash is of. */
export interface ArrearsDocument {
  format: 'jiannuo-arrears-1';
  body: { id: string; name: string };
  year: number;
  /** The figures are those of the end of this legal date. */
  asOf: string;
  figures: ArrearsFigures;
}

/** Public contracts and promised payments that each of some bodies owes, with what was paid. */
export async function contractsOf(
  ctx: Ctx,
  bodies: string[],
): Promise<Map<string, (PayableContract & { madeOn: string })[]>> {
  const found = await payableCommitments(ctx.db, bodies);
  const by = Map.groupBy(found, ({ row }) => row.owedById);
  const contracts = (all: typeof found) =>
    all.map(({ row, milestones, payments }) => ({
      id: row.id,
      title: row.title,
      contractNumber: row.facts.contractNumber ?? null,
      beneficiary: row.enterprise ?? row.beneficiary,
      madeOn: row.madeOn,
      payables: payablesOf(row, milestones),
      payments,
    }));
  return new Map([...by].map(([id, all]) => [id, contracts(all)]));
}

/**
 * Draws up the yearly report of a body's arrears from the register, or draws it up anew while it is a draft. It tells what was
 * open at the end of the year, so it can be made from 1 January on. @returns its id
 * @throws DomainError auth.* | request.invalid | commitment.transition_refused where it was handed in
 */
export async function draftArrearsReport(ctx: Ctx, input: unknown): Promise<{ id: string }> {
  const { body: bodyId, year, explanation } = parse(ArrearsDraft, input);
  const body = (await ctx.directory()).bodies.get(bodyId);
  if (!body) throw bad('body', 'respondent_unknown');
  await requireRole(ctx, ['publisher'], bodyId);
  const { asOf } = reportDates(year);
  const contracts = ((await contractsOf(ctx, [bodyId])).get(bodyId) ?? []).filter((one) => one.madeOn <= asOf);
  return ctx.db.transaction(async (tx) => {
    const { now, today } = await databaseTime(tx);
    if (today <= asOf) throw bad('year', 'report_early');
    const content: ArrearsDocument = {
      format: 'jiannuo-arrears-1',
      body: { id: body.id, name: body.name },
      year,
      asOf,
      figures: arrearsFigures(contracts, asOf),
    };
    const document = canonicalize(content) ?? '';
    const put = await putReport(tx, {
      id: randomUUID(),
      bodyId,
      division: body.division,
      year,
      document,
      sha256: sha256(document),
      explanation: explanation ?? null,
      madeBy: nameOf(ctx.actor),
      madeAt: now,
    });
    if (!put) {
      throw new DomainError('commitment.transition_refused', { params: { action: 'draft', state: 'in_review' } });
    }
    await appendEvent(tx, {
      subjectKind: 'body',
      subjectId: bodyId,
      kind: 'arrears_drafted',
      actor: ctx.actor,
      bodyId,
      at: now,
      payload: { report: put.id, version: put.version, year },
    });
    return { id: put.id };
  });
}
