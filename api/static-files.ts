import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { acceptedEncoding, compress, matches, strongEtag } from './page-cache.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};
type Send = (req: IncomingMessage, res: ServerResponse) => void;

/** The built site's own files, few and small: read once, compressed once. A path that is not listed is no file. */
export function loadStatic(dist: string): ReadonlyMap<string, Send> {
  const root = path.join(dist, 'client');
  const files = new Map<string, Send>();
  if (!fs.existsSync(root)) return files;
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(root, file).split(path.sep).join('/')}`;
    files.set(address, sender(file, address));
  }
  return files;
}

function sender(file: string, address: string): Send {
  const body = fs.readFileSync(file);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const text = /^(text|image\/svg|application\/(json|manifest))/.test(type) && body.length > 512;
  // Names below /assets/ carry a hash of their content.
  const caching = address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
  const forms = Object.fromEntries(
    (['br', 'gzip', 'identity'] as const).map((encoding) => {
      const packed = text ? compress(body, encoding, 9) : body;
      return [encoding, { packed, etag: strongEtag(body, text ? encoding : 'identity') }];
    }),
  ) as Record<'br' | 'gzip' | 'identity', { packed: Buffer; etag: string }>;
  return (req, res) => {
    const encoding = acceptedEncoding(req);
    const { packed, etag } = forms[encoding];
    res.setHeader('cache-control', caching);
    res.setHeader('etag', etag);
    if (text) res.setHeader('vary', 'accept-encoding');
    if (matches(req.headers['if-none-match'], etag)) return void res.writeHead(304).end();
    if (text && encoding !== 'identity') res.setHeader('content-encoding', encoding);
    res.writeHead(200, { 'content-type': type, 'content-length': packed.length });
    res.end(req.method === 'HEAD' ? undefined : packed);
  };
}
