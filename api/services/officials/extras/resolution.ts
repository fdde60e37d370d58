import { sealedOf } from '../../../../db/queries/case-extras.ts';
import type { CaseHead } from '../../../../db/queries/case-file.ts';
import type { ResolutionExtras } from '../../../../db/queries/resolution-extras.ts';
import { amountText, legalDateText } from '../../../../site/text/dates.ts';
import type { Verdict } from '../../../domain/case.ts';
import { addUp } from '../../../domain/payment-schedule.ts';
import {
  type InstalmentReading,
  readInstalment,
  readSettlement,
  type SettlementReading,
} from '../../../domain/settlement.ts';
import { type OrderReading, readOrder } from '../../../domain/supervision.ts';
import { factsOf } from '../../complaints/possible.ts';
import type { Locale } from '../../context.ts';

type Open = (sealed: Buffer, context: string) => Record<string, string>;
type Name = (id: string | null) => string | null;
type Opened<T extends { sealed: unknown }, W extends string> = Omit<T, 'sealed' | 'bodyId'> & {
  body: string | null;
} & Record<W, string>;

/** How a dispute stands, as the officials of the case see it: with internal records, who proposed and who decided. */
export interface ResolutionView {
  orders: (Omit<ResolutionExtras['orders'][number], 'bodyId' | 'entries'> & {
    by: string | null;
    reading: OrderReading;
    entries: { kind: string; text: string; dueOn: string | null; body: string | null; at: Date }[];
  })[];
  notices: { id: string; title: string; words: string; by: string | null; on: string; cases: number }[];
  mediations: Opened<ResolutionExtras['mediations'][number], 'parties' | 'text'>[];
  settlements: {
    id: string;
    reading: SettlementReading;
    late: number;
    total: string;
    parties: string;
    text: string;
    signedOn: string;
    body: string | null;
    instalments: (ResolutionExtras['settlements'][number]['instalments'][number] & { reading: InstalmentReading })[];
  }[];
  court: Opened<ResolutionExtras['court'][number], 'number' | 'text'>[];
  debts: (Opened<Omit<ResolutionExtras['debts'][number], 'change'>, 'fact' | 'changeText' | 'successorText'> & {
    change: ResolutionExtras['debts'][number]['change'];
    successor: string | null;
  })[];
  determinations: (Omit<Opened<ResolutionExtras['determinations'][number], 'text'>, 'sealedRemark'> & {
    remark: string;
  })[];
  deeds: Opened<ResolutionExtras['deeds'][number], 'text'>[];
  callback: ResolutionExtras['callback'];
  /** Two facts that never mix. */
  words: { body: Verdict | null; complainant: Verdict | null };
}

export function resolutionView(head: CaseHead, extras: ResolutionExtras, open: Open, name: Name): ResolutionView {
  const { id: caseId, today } = head;
  const words = (kind: string, id: string, sealed: string | null) =>
    sealed === null ? {} : open(sealedOf(sealed), `case/${caseId}/${kind}/${id}`);
  return {
    orders: extras.orders.map(({ bodyId, entries, ...order }) => ({
      ...order,
      by: name(bodyId),
      reading: readOrder(order, today),
      entries: entries.map((entry) => ({
        kind: entry.kind,
        text: words('order', entry.id, entry.sealed).text ?? '',
        dueOn: entry.dueOn,
        body: name(entry.bodyId),
        at: new Date(entry.at),
      })),
    })),
    notices: extras.notices.map(({ byBodyId, ...notice }) => ({ ...notice, by: name(byBodyId) })),
    mediations: extras.mediations.map(({ sealed, bodyId, ...row }) => {
      const { parties = '', text = '' } = words('mediation', row.id, sealed);
      return { ...row, body: name(bodyId), parties, text };
    }),
    settlements: extras.settlements.map(({ sealed, bodyId, ...row }) => {
      const { parties = '', text = '' } = words('settlement', row.id, sealed);
      return {
        id: row.id,
        ...readSettlement(row, today),
        total: addUp(row.instalments.map((one) => one.amount)),
        parties,
        text,
        signedOn: row.signedOn,
        body: name(bodyId),
        instalments: row.instalments.map((one) => ({ ...one, reading: readInstalment(one, today) })),
      };
    }),
    court: extras.court.map(({ sealed, bodyId, ...row }) => {
      const { number = '', text = '' } = words('court', row.id, sealed);
      return { ...row, body: name(bodyId), number, text };
    }),
    debts: extras.debts.map(({ sealed, bodyId, ...row }) => {
      const { fact = '', change: changeText = '', successor: successorText = '' } = words('debt', row.id, sealed);
      return { ...row, body: name(bodyId), successor: name(row.successorId), fact, changeText, successorText };
    }),
    determinations: extras.determinations.map(({ sealed, sealedRemark, bodyId, ...row }) => ({
      ...row,
      body: name(bodyId),
      text: words('determination', row.id, sealed).text ?? '',
      remark: words('determination', `${row.id}/remark`, sealedRemark).text ?? '',
    })),
    deeds: extras.deeds.map(({ sealed, bodyId, ...row }) => ({
      ...row,
      body: name(bodyId),
      text: words('deed', row.id, sealed).text ?? '',
    })),
    callback: extras.callback,
    words: { body: head.bodySays, complainant: factsOf(head, false).verdict },
  };
}

/** What can be recorded as paid: the instalments of the settlement that stands which are neither paid nor said to be. */
export function instalmentChoices(
  { settlements }: ResolutionView,
  locale: Locale,
): Record<string, { value: string; label: string }[]> {
  const standing = settlements.find(({ reading }) => !['proposed', 'declined', 'replaced'].includes(reading));
  const unpaid = (standing?.instalments ?? []).filter(
    ({ reading }) => reading !== 'said_paid' && reading !== 'received',
  );
  return {
    'pay.instalmentId': unpaid.map(({ id, dueOn, amount }) => ({
      value: id,
      label: `${legalDateText(dueOn, locale)} · ${amountText(amount, locale)}`,
    })),
  };
}
