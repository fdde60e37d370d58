import type { DisclosureKind } from '../../api/domain/disclosure.ts';
import type { RemoveReason, ShareAct, ShareRefusal, ShareState } from '../../api/domain/sharing.ts';
import type { Sql } from '../client.ts';

export interface QueueRow {
  number: number;
  act: ShareAct;
  reason: RemoveReason | null;
  state: ShareState;
  since: string; // legal date
  record: string;
  kind: DisclosureKind;
  /** Null where the record is not public: nothing of it is shown. */
  title: string | null;
  batch: number | null;
  receipt: string | null;
  answeredOn: string | null;
  refusal: ShareRefusal | null;
  refusalWords: string | null;
}

export interface LateDays {
  put: string | null;
  remove: string | null;
}

const COLUMNS = (client: Sql) => client`m.id::float8 as number, m.act, m.reason, m.state, m.since::text as since,
  m.disclosure_id as record, r.kind, case when r.state = 'published' then r.title end as title, b.number as batch,
  m.receipt, m.answered_on::text as "answeredOn", m.refusal, m.refusal_words as "refusalWords"
  from share_message m join disclosure r on r.id = m.disclosure_id left join share_batch b on b.id = m.batch_id`;
const late = (client: Sql, { put, remove }: LateDays) => client`m.since <= greatest(${remove}::date, ${put}::date) and (
  (m.act = 'remove' and m.since <= ${remove}::date) or (m.act <> 'remove' and m.since <= ${put}::date))`;

/** Messages of a destination in one state, the oldest first. */
export const queueRows = (
  client: Sql,
  question: {
    destinationId: string;
    state: ShareState;
    late: LateDays | null;
    after: readonly [string, number] | null;
    limit: number;
  },
): Promise<QueueRow[]> => {
  const { after } = question;
  return client<QueueRow[]>`select ${COLUMNS(client)}
    where m.destination_id = ${question.destinationId} and m.state = ${question.state}
      ${question.late ? client`and ${late(client, question.late)}` : client``}
      ${after ? client`and (m.since, m.id) > (${after[0]}::date, ${after[1]}::bigint)` : client``}
    order by m.since, m.id limit ${question.limit}`;
};

export interface QueueCount {
  state: ShareState;
  n: number;
  late: number;
}

/** Counted up to `most` each: a destination that was switched on has a million waiting. */
export const queueCounts = (
  client: Sql,
  destinationId: string,
  days: LateDays,
  states: readonly ShareState[],
  most: number,
): Promise<QueueCount[]> =>
  client<QueueCount[]>`select s.state, (select count(*)::int from (select from share_message m
        where m.destination_id = ${destinationId} and m.state = s.state limit ${most}) x) as n,
      case when s.state in ('waiting', 'rejected') then (select count(*)::int from (select from share_message m
        where m.destination_id = ${destinationId} and m.state = s.state and ${late(client, days)} limit ${most}) x)
      else 0 end as late
    from unnest(${states as string[]}::text[]) with ordinality as s (state, place) order by s.place`;

/** What became of one record at each destination: its newest message there. */
export const messagesOfRecord = (client: Sql, record: string): Promise<(QueueRow & { destination: string })[]> =>
  client<(QueueRow & { destination: string })[]>`select distinct on (d.code) d.name as destination, x.*
    from share_destination d join lateral (
      select m.destination_id, ${COLUMNS(client)} where m.disclosure_id = ${record}) x on x.destination_id = d.id
    order by d.code, x.number desc`;
