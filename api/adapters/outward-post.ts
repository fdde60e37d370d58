import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { OutwardPost } from './ports.ts';

export interface OutwardOptions {
  /** Milliseconds from the name to the last byte of the answer. */
  patience?: number;
  /** For tests: the names that may lead to a private address, and be spoken to without TLS. */
  trusted?: readonly string[];
  lookup?: typeof dns.promises.lookup;
}

/** Whether an address is one of the open internet: not our own network, nor what only looks as if it were outside. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // ::ffff:10.0.0.1 is 10.0.0.1.
  return ipaddr.process(address).range() === 'unicast';
}

/**
 * Posts to an address that somebody else chose. The name is looked up once, every address that it has must be public, and the
 * connection goes to what was looked at: a name that means another machine a moment later (DNS rebinding) gains nothing. A
 * redirect is an answer like any other; nothing is followed. @throws Error with a reason that names no address
 */
export function createOutwardPost(options: OutwardOptions = {}): OutwardPost {
  const { patience = 10_000, trusted = [], lookup = dns.promises.lookup } = options;
  return async ({ url, headers, body, most = 0 }) => {
    const target = new URL(url);
    const name = target.hostname.replace(/^\[|\]$/g, '');
    const free = trusted.includes(name);
    if (target.protocol !== 'https:' && !free) throw new Error('only https is spoken');
    if (target.username || target.password) throw new Error('an address with a password is not spoken to');
    const found = ipaddr.isValid(name)
      ? [{ address: name, family: name.includes(':') ? 6 : 4 }]
      : await resolved(lookup, name);
    const first = found[0];
    if (!first || (!free && !found.every(({ address }) => isPublicAddress(address)))) {
      throw new Error('the name does not lead to a public address');
    }
    const pinned: LookupFunction = (_name, asked, answer) =>
      asked.all ? answer(null, [first]) : answer(null, first.address, first.family);
    return new Promise((done, failed) => {
      const refused = (error: NodeJS.ErrnoException) => {
        const late = error.name === 'AbortError' || error.name === 'TimeoutError';
        if (error instanceof AnswerTooLong) failed(error);
        else failed(new Error(late ? 'no answer in time' : `no connection: ${error.code ?? error.name}`));
      };
      const request = (target.protocol === 'https:' ? https : http).request(
        target,
        {
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          lookup: pinned,
          agent: false,
          signal: AbortSignal.timeout(patience),
        },
        (answer) => {
          const status = answer.statusCode ?? 0;
          if (most > 0) return void textOf(answer, most).then((text) => done({ status, text }), refused);
          answer.destroy(); // what it says beyond its status is nothing to us
          done({ status, text: '' });
        },
      );
      request.on('error', refused);
      request.end(body);
    });
  };
}

class AnswerTooLong extends Error {}
async function textOf(answer: http.IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) throw new AnswerTooLong('the answer is too long'); // leaving the loop ends the connection
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function resolved(lookup: typeof dns.promises.lookup, name: string): Promise<dns.LookupAddress[]> {
  try {
    return await lookup(name, { all: true });
  } catch {
    throw new Error('the name is not known');
  }
}
