import { createHash, randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Sql } from '../../db/client.ts';
import { type Sent, send } from './crowd.ts';
import type { Site } from './site.ts';

/** `npm run test:faults` asks for more rounds; the short form is part of `npm test`. */
export const LONG = process.env.FAULTS === 'long';

/** Two cores may have much else to do. */
export const PATIENCE = LONG ? 1_200_000 : 240_000;

export interface Figures {
  acknowledged: number;
  /** Sent, and no answer came back, or one that promised nothing. */
  unsure: number;
  /** Of those, the ones that exist all the same: whole, and told so by a retry. */
  unsureButFiled: number;
  lost: number;
  halved: number;
  opened: number;
}

/** One line of JSON a fault, for whoever quotes it. */
export function tell(fault: string, figures: object): void {
  const line = JSON.stringify({ fault, ...figures });
  console.log(line);
  if (process.env.FAULTS_FILE) appendFileSync(process.env.FAULTS_FILE, `${line}\n`);
}

export const hashOf = (sent: Sent) => createHash('sha256').update(String(sent.input.submissionId)).digest('hex');
export const filed = async (owner: Sql) => (await owner`select 1 from cases`).length;

/** Cases by submission; `halved` counts those without their history, key, demands, routing or notice. */
async function stored(owner: Sql): Promise<{ numbers: Map<string, string>; halved: number }> {
  const rows = await owner<{ hash: string | null; number: string; parts: string }[]>`
    select encode(s.submission_hash, 'hex') as hash, c.number,
      (select count(*) from event e where e.subject_id = c.id and e.kind = 'filed')
        || '/' || (select count(*) from case_key k where k.case_id = c.id)
        || '/' || (select count(*) from case_demand d where d.case_id = c.id)
        || '/' || (select count(*) from outbox o where o.payload->>'caseId' = c.id::text and o.payload->>'template' in ('case.filed', 'case.held'))
        || '/' || (c.handler_id is not null)::int as parts
    from cases c left join case_submission s on s.case_id = c.id`;
  const whole = rows.filter((row) => row.hash !== null && row.parts === '1/1/2/1/1');
  return { numbers: new Map(whole.map((row) => [String(row.hash), row.number])), halved: rows.length - whole.length };
}

/**
 * The law: what was acknowledged exists once, whole, routed, in the log and openable by its code; the rest exists whole or
 * not at all, and a retry tells which. Every breach is counted before anything is expected, so that the figures say all.
 */
export async function checkLaw(site: Site, owner: Sql, all: Sent[]): Promise<Figures> {
  const before = await stored(owner);
  const acknowledged = all.filter((sent) => sent.acknowledged);
  const lost = acknowledged.filter((sent) => before.numbers.get(hashOf(sent)) !== sent.acknowledged?.number).length;
  const unsure = all.filter((sent) => !sent.acknowledged);
  let unsureButFiled = 0;
  for (const sent of unsure) {
    const there = before.numbers.has(hashOf(sent));
    if (there) unsureButFiled += 1;
    let again = await send(site, sent.input);
    // A portal that is still healing says "later", which promises nothing.
    for (const end = Date.now() + 60_000; (again.status === 503 || again.status === null) && Date.now() < end; ) {
      again = await send(site, sent.input);
    }
    expect(again.status, 'what a retry tells').toBe(there ? 200 : 201);
  }
  const after = await stored(owner);
  const forms = new Set(all.map(hashOf));
  const figures = {
    acknowledged: acknowledged.length,
    unsure: unsure.length,
    unsureButFiled,
    lost,
    halved: before.halved + after.halved,
    opened: await openSome(site, acknowledged),
  };
  expect(figures).toMatchObject({ lost: 0, halved: 0 });
  expect([...after.numbers.keys()].filter((hash) => forms.has(hash)).length, 'each form is one case').toBe(forms.size);
  return figures;
}

/** Opens what was acknowledged with its code: all of it in the long form, twenty of it in the short one. */
async function openSome(site: Site, acknowledged: Sent[]): Promise<number> {
  const some = LONG ? acknowledged : acknowledged.slice(0, 20);
  for (const { acknowledged: mine } of some) {
    const opened = await fetch(`${site.url}/api/v1/cases/${mine?.number}/lookup`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
      },
      body: JSON.stringify({ queryCode: mine?.queryCode }),
    });
    expect(opened.status, 'opened by its code').toBe(200);
    await opened.body?.cancel();
  }
  return some.length;
}
