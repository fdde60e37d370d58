import { randomInt } from 'node:crypto';
import { complaint } from './filing.ts';
import type { Site } from './site.ts';

export interface Sent {
  input: Record<string, unknown>;
  /** The answer that came back whole, if any. */
  acknowledged: { number: string; queryCode: string } | null;
  status: number | null;
}

/** Sends a filing as one of many households (the test stands behind a trusted proxy). */
export async function send(site: Site, input: Record<string, unknown>): Promise<Sent> {
  try {
    const answer = await fetch(`${site.url}/api/v1/cases`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(30_000),
    });
    const body = (await answer.json()) as { number: string; queryCode: string };
    return { input, acknowledged: answer.status < 300 ? body : null, status: answer.status };
  } catch {
    return { input, acknowledged: null, status: null };
  }
}

/** Files from `lanes` at once until `stopped`; every attempt is returned, and told as it ends. */
export async function crowd(
  site: Site,
  lanes: number,
  stopped: () => boolean,
  form: () => Record<string, unknown> = complaint,
  ended: (sent: Sent) => void = () => {},
): Promise<Sent[]> {
  const all: Sent[] = [];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (!stopped()) {
        const sent = await send(site, form());
        all.push(sent);
        ended(sent);
      }
    }),
  );
  return all;
}
