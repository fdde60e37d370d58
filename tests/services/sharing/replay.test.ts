import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ShareMessage, ShareReceipt } from '../../../api/contracts/sharing.ts';
import { contentOf } from '../../../api/services/sharing/lines.ts';
import { readReceipts } from '../../../api/services/sharing/receipts.ts';
import { sendAgain } from '../../../api/services/sharing/resend.ts';
import { findDisclosures } from '../../../db/queries/imports.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers } from '../../support/disclosures.ts';
import { Destination, destination, fileOfReceipts, leaders, send } from '../../support/sharing.ts';

let db: TestDatabase;
let people: { author: Official; second: Official };
let leading: { sender: Official; administrator: Official };
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  leading = await leaders(db);
}, 60_000);
afterAll(() => db?.end());

type Op = {
  do:
    | 'publish'
    | 'change'
    | 'flag'
    | 'withdrawn'
    | 'repaired'
    | 'expired'
    | 'send'
    | 'receipts'
    | 'again'
    | 'off'
    | 'kinds'
    | 'on';
  at: number;
};
const op: fc.Arbitrary<Op> = fc.record({
  do: fc.constantFrom<Op['do'][]>('publish', 'publish', 'change', 'change', 'flag', 'withdrawn', 'repaired', 'expired', 'send', 'send', 'receipts', 'again', 'off', 'kinds', 'on', 'on'), // biome-ignore format: one list
  at: fc.nat(1000),
});

/** One destination with its own records: a platform that refuses now and then, and whose receipts come late and in any order. */
class Run {
  readonly code: string;
  readonly platform = new Destination();
  readonly late: ShareReceipt[] = [];
  readonly sent: ShareMessage[] = [];

  constructor(code: string) {
    this.code = code;
  }

  private async open(): Promise<string[]> {
    const rows = await db.sql<{ id: string }[]>`select id from disclosure where state = 'published' order by id`;
    return rows.map((row) => row.id);
  }

  private async deliver(refuses: (i: number) => boolean): Promise<number> {
    const messages = await send(db, leading.sender, this.code);
    for (const [i, message] of messages.entries()) {
      const receipt = this.platform.apply(message, refuses(i));
      if (receipt) this.late.push(receipt);
    }
    this.sent.push(...messages);
    return messages.length;
  }

  private async hand(receipts: ShareReceipt[]): Promise<void> {
    const report = await readReceipts(db.ctx(leading.sender), this.code, fileOfReceipts(receipts));
    expect(report.faults).toEqual([]);
  }

  private async refused(): Promise<number[]> {
    const rows = await db.sql<{ id: number }[]>`
      select m.id::int from share_message m join share_destination d on d.id = m.destination_id
      where d.code = ${this.code} and m.state = 'rejected' order by m.id`;
    return rows.map((row) => row.id);
  }

  async act({ do: what, at }: Op): Promise<void> {
    if (what === 'publish') return void (await publish(db, people, { kind: 'typical_case', caseNumber: undefined, outcome: undefined, court: undefined })); // biome-ignore format: one thought
    if (what === 'send') return void (await this.deliver((i) => (at + i * 7) % 5 === 0));
    if (what === 'receipts') return this.hand(this.late.splice(at % 3, 1 + (at % 4)).reverse());
    if (what === 'again') {
      const refused = await this.refused();
      const one = refused[at % Math.max(1, refused.length)];
      if (one) await sendAgain(db.ctx(leading.sender), this.code, one);
      return;
    }
    if (what === 'off' || what === 'on' || what === 'kinds') {
      const kinds = what === 'kinds' ? ['honour'] : ['typical_case'];
      return void (await destination(db, leading.administrator, this.code, { enabled: what !== 'off', kinds }));
    }
    const shown = await this.open();
    const id = shown[at % Math.max(1, shown.length)];
    if (!id) return;
    if (what === 'change')
      await db.sql`update disclosure set summary = ${`第 ${at} 次改`}, version = version + 1 where id = ${id}`;
    else if (what === 'flag')
      await db.sql`update disclosure set version = version + 1, objection_flag = case objection_flag when 'none' then 'under_objection' else 'none' end where id = ${id}`;
    else
      await db.sql`update disclosure set state = ${what}, version = version + 1, ended_at = now(),
        withdraw_reason = ${what === 'withdrawn' ? 'privacy' : null} where id = ${id}`;
  }

  /** Everything is sent, answered, and sent again where it was refused, until nothing waits. */
  async settle(): Promise<void> {
    await destination(db, leading.administrator, this.code, { kinds: ['typical_case'] });
    for (let round = 0; round < 20; round++) {
      const sent = await this.deliver(() => false);
      await this.hand(this.late.splice(0).reverse());
      const refused = await this.refused();
      for (const one of refused) await sendAgain(db.ctx(leading.sender), this.code, one);
      if (sent === 0 && refused.length === 0) return;
    }
    throw new Error('it never settles');
  }
}

let serial = 0;
test('whatever the order of lives and receipts, the destination holds exactly what is public in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 5, maxLength: 40 }), async (ops) => {
      // Each run has its own destination, and clears the public records of the run before.
      await db.sql`update disclosure set state = 'expired' where state = 'published'`;
      const run = new Run(`replay-${++serial}`);
      await destination(db, leading.administrator, run.code, { kinds: ['typical_case'] });
      for (const one of ops) await run.act(one);
      await run.settle();
      const open = await db.sql<{ id: string }[]>`select id from disclosure where state = 'published' order by id`;
      const directory = await db.deps.directory();
      const records = await findDisclosures(
        db.db,
        open.map((row) => row.id),
      );
      const expected = new Map(
        records.map((record) => [
          record.id,
          JSON.parse(JSON.stringify(contentOf(record, directory, db.deps.publicUrl))),
        ]),
      );
      expect([...run.platform.held.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [id, content] of expected) expect(run.platform.held.get(id)).toEqual(content);
      // The numbers rise, and a removal says nothing of the record.
      for (const [i, message] of run.sent.entries()) {
        expect(message.number).toBeGreaterThan(run.sent[i - 1]?.number ?? 0);
        if (message.act === 'remove')
          expect(Object.keys(message).sort()).toEqual(['act', 'number', 'reason', 'record', 'type']);
      }
      await destination(db, leading.administrator, run.code, { enabled: false, kinds: ['honour'] });
    }),
    { numRuns: 40, ...(process.env.FC_SEED ? { seed: Number(process.env.FC_SEED) } : {}) },
  );
}, 240_000);
