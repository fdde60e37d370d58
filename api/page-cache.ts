/**
 * Finished public pages in memory, in front of Astro: bounded in bytes (least recently used goes first), compressed once per
 * encoding, strong ETag, emptied by tag. Keys are made by the caller; sessions never come here.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

type Encoding = 'br' | 'gzip' | 'identity';
interface Form {
  body: Buffer;
  /** Flat name, value, name, value: what writeHead takes fastest. */
  headers: string[];
  /** Those of a 304. */
  unchanged: string[];
  etag: string;
}
export interface Page {
  forms: Record<Encoding, Form>;
  tags: ReadonlySet<string>;
  bytes: number;
  expires: number;
}

export interface PageSource {
  body: Buffer;
  headers: OutgoingHttpHeaders; // without content-length, etag and content-encoding
  tags: readonly string[];
  /** Seconds. */
  maxAge: number;
}

export function compress(body: Buffer, encoding: Encoding, quality: number): Buffer {
  if (encoding === 'br') {
    return brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        // A window of 4 MB, the default, is made and thrown away for each page; no page is longer than a small one.
        [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length + 16)))),
      },
    });
  }
  return encoding === 'gzip' ? gzipSync(body, { level: 6 }) : body;
}

export function acceptedEncoding(request: IncomingMessage): Encoding {
  const accepts = request.headers['accept-encoding'];
  if (accepts === undefined) return 'identity';
  const text = String(accepts);
  return /\bbr\b/.test(text) ? 'br' : /\bgzip\b/.test(text) ? 'gzip' : 'identity';
}

export const strongEtag = (body: Buffer, encoding: string) =>
  `"${createHash('sha256').update(encoding).update(body).digest('base64url').slice(0, 22)}"`;

/** Whether If-None-Match names `etag` (weak comparison, as RFC 9110 wants it for GET). */
export function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
}

export class PageCache {
  readonly #pages = new Map<string, Page>();
  readonly #limit: number;
  /** By tag: the turn in which it was last invalidated. */
  readonly #lately = new Map<string, number>();
  /** Counts invalidations: whoever makes a page notes it before the first query. */
  turn = 0;
  #bytes = 0;
  hits = 0;
  misses = 0;

  constructor(limitBytes = 64 * 1024 * 1024) {
    this.#limit = limitBytes;
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: this.#bytes };
  }

  get(key: string, now: number): Page | null {
    const page = this.#pages.get(key);
    if (!page || page.expires <= now) {
      if (page) this.#drop(key, page);
      this.misses += 1;
      return null;
    }
    // Back to the end: the first of the map is the least recently used.
    this.#pages.delete(key);
    this.#pages.set(key, page);
    this.hits += 1;
    return page;
  }

  /** @param turn `turn` as it was before the page was made: a page older than a change of one of its tags is not kept */
  put(key: string, source: PageSource, now: number, turn = this.turn): Page {
    const old = this.#pages.get(key);
    if (old) this.#drop(key, old);
    const form = (encoding: Encoding): Form => {
      const body = compress(source.body, encoding, 6);
      const etag = strongEtag(source.body, encoding);
      const headers: OutgoingHttpHeaders = { ...source.headers, etag, 'content-length': body.length };
      if (encoding !== 'identity') headers['content-encoding'] = encoding;
      const { 'content-length': _length, 'content-encoding': _encoding, 'content-type': _type, ...rest } = headers;
      return { body, headers: flat(headers), unchanged: flat(rest), etag };
    };
    const forms = { br: form('br'), gzip: form('gzip'), identity: form('identity') };
    const bytes = forms.br.body.length + forms.gzip.body.length + forms.identity.body.length + 2 * key.length + 2048;
    const page = { forms, tags: new Set(source.tags), bytes, expires: now + source.maxAge * 1000 };
    const stale = ['*', ...source.tags].some((tag) => (this.#lately.get(tag) ?? 0) > turn);
    if (bytes <= this.#limit && !stale) {
      this.#pages.set(key, page);
      this.#bytes += bytes;
      for (const [oldest, victim] of this.#pages) {
        if (this.#bytes <= this.#limit) break;
        this.#drop(oldest, victim);
      }
    }
    return page;
  }

  /** Drops every page that carries one of the tags; '*' drops all. */
  invalidate(tags: readonly string[]): void {
    this.turn += 1;
    // Forgetting a tag would let an old page in: rather all pages now under way are not kept.
    if (this.#lately.size > 10_000) {
      this.#lately.clear();
      this.#lately.set('*', this.turn);
    }
    for (const tag of tags) this.#lately.set(tag, this.turn);
    for (const [key, page] of this.#pages) {
      if (tags.some((tag) => tag === '*' || page.tags.has(tag))) this.#drop(key, page);
    }
  }

  #drop(key: string, page: Page): void {
    if (this.#pages.delete(key)) this.#bytes -= page.bytes;
  }
}

/** Sends a cached page: 304 where the reader has it, headers only for HEAD. */
export function sendPage(page: Page, request: IncomingMessage, response: ServerResponse): void {
  const form = page.forms[acceptedEncoding(request)];
  const known = request.headers['if-none-match'];
  if (known !== undefined && matches(known, form.etag)) {
    response.writeHead(304, form.unchanged).end();
    return;
  }
  response.writeHead(200, form.headers);
  response.end(request.method === 'HEAD' ? undefined : form.body);
}

function flat(headers: OutgoingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]));
}
