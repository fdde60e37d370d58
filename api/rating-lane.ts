import type { IncomingMessage, ServerResponse } from 'node:http';
import { Rating, type RatingAnswer } from './contracts/rating.ts';
import type { Contexts } from './request-context.ts';
import { problemOf } from './routes/problem.ts';
import { rateAtCounter } from './services/ratings/at-counter.ts';

const PATH = '/api/v1/ratings';
const LARGEST = 16 * 1024;

/** A body that was read already is found here by the listener of the API. */
type Read = IncomingMessage & { rawBody?: Buffer };

/**
 * A way past the API's router for what comes by the thousand a second: a rating as JSON that fits its contract. Same contract,
 * same verb, same answers as api/routes/ratings.ts; a router, a Request and a Response cost more than all the rest of a rating.
 * @returns false where the API must answer: another address, another form, or a body that does not fit
 */
export function createRatingLane(contexts: Contexts) {
  return async (req: Read, res: ServerResponse, id: string, path: string): Promise<boolean> => {
    if (path !== PATH || req.method !== 'POST' || !fits(req)) return false;
    const body = await read(req);
    if (body === null) return true; // its sender is gone
    req.rawBody = body;
    const rating = parsed(body);
    if (!rating) return false;
    const ctx = await contexts.of(req, id);
    try {
      const { created, answer } = await rateAtCounter(ctx, rating, {
        parsed: true,
        device: req.headers['user-agent'] ?? null,
      });
      if (!res.headersSent) send(res, created ? 201 : 200, answer);
    } catch (error) {
      const problem = problemOf(error instanceof Error ? error : new Error(String(error)), ctx);
      if (!res.headersSent) res.writeHead(problem.status, problem.headers).end(problem.body);
    }
    return true;
  };
}

const fits = ({ headers, url }: IncomingMessage): boolean =>
  url === PATH &&
  /^application\/json(;|$)/.test(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined &&
  Number(headers['content-length'] ?? LARGEST + 1) <= LARGEST;

function read(req: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    req.once('error', () => resolve(null));
    req.once('close', () => resolve(null));
  });
}

function parsed(body: Buffer): Rating | null {
  try {
    const result = Rating.safeParse(JSON.parse(body.toString()));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

function send(res: ServerResponse, status: number, answer: RatingAnswer): void {
  const body = JSON.stringify(answer);
  res
    .writeHead(status, {
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}
