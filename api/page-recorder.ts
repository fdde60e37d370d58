import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { acceptedEncoding, compress, type Page, type PageSource, sendPage, strongEtag } from './page-cache.ts';

const HTML = /^text\/html/;

/**
 * Holds back what Astro writes until a page is whole, so that it can be kept (where the page says it is public), compressed
 * and given its length. Answers that are not HTML pass through untouched.
 * @param keep stores a public page and returns it, or null where this request must not be kept
 */
export function recordPage(req: IncomingMessage, res: ServerResponse, keep: (source: PageSource) => Page | null): void {
  const { writeHead, write, end } = res;
  const chunks: Buffer[] = [];
  let held: { status: number; headers: OutgoingHttpHeaders } | null = null;
  let passing = false;

  const restore = () => Object.assign(res, { writeHead, write, end });
  const add = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };

  const replacement = {
    writeHead(status: number, ...rest: unknown[]): ServerResponse {
      const given = (rest.at(-1) ?? {}) as OutgoingHttpHeaders;
      const headers: OutgoingHttpHeaders = { ...res.getHeaders() };
      for (const [name, value] of Object.entries(given)) headers[name.toLowerCase()] = value;
      if (HTML.test(String(headers['content-type'] ?? ''))) {
        headers['content-type'] = 'text/html; charset=utf-8';
        held = { status, headers };
        return res;
      }
      passing = true;
      restore();
      if (headers['cache-control'] === undefined) headers['cache-control'] = 'no-store';
      return writeHead.call(res, status, headers as never) as ServerResponse;
    },
    write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
      if (passing || !held) {
        restore();
        return write.call(res, chunk, encoding as never, callback as never);
      }
      add(chunk, encoding);
      const done = typeof encoding === 'function' ? encoding : callback;
      if (typeof done === 'function') process.nextTick(done as () => void);
      return true;
    },
    end(chunk?: unknown, encoding?: unknown, callback?: unknown): ServerResponse {
      restore();
      if (passing || !held) return end.call(res, chunk, encoding as never, callback as never) as ServerResponse;
      add(chunk, encoding);
      finish(held, Buffer.concat(chunks));
      return res;
    },
  };
  Object.assign(res, replacement);

  function finish({ status, headers }: { status: number; headers: OutgoingHttpHeaders }, body: Buffer): void {
    if (res.headersSent || res.destroyed) return; // the deadline was faster
    const control = String(headers['cdn-cache-control'] ?? '');
    const tags = String(headers['cache-tag'] ?? '')
      .split(',')
      .filter(Boolean);
    // How long we keep a page, and by which tags it goes, is nobody else's business.
    delete headers['cdn-cache-control'];
    delete headers['cache-tag'];
    delete headers['transfer-encoding'];
    headers.vary = 'accept-encoding, cookie';
    const maxAge = /max-age=(\d+)/.exec(control);
    if (status === 200 && /public/.test(control) && maxAge && headers['set-cookie'] === undefined) {
      const { 'x-request-id': _id, ...shared } = headers;
      const page = keep({ body, headers: shared, tags, maxAge: Number(maxAge[1]) });
      if (page) {
        sendPage(page, req, res);
        return;
      }
    } else {
      headers['cache-control'] = 'no-store';
    }
    const encoding = body.length < 512 ? 'identity' : acceptedEncoding(req);
    const packed = compress(body, encoding, 2);
    if (encoding !== 'identity') headers['content-encoding'] = encoding;
    headers['content-length'] = packed.length;
    if (headers['cache-control'] !== 'no-store') headers.etag = strongEtag(body, encoding);
    res.writeHead(status, headers);
    res.end(req.method === 'HEAD' ? undefined : packed);
  }
}
