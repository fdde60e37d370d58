import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from '../site/text/errors.ts';
import { fill } from '../site/text/locale.ts';
import type { ErrorCode } from './domain/errors.ts';
import { STATUS } from './routes/errors.ts';

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** An error before or beside the applications: problem details for programs, one plain sentence in HTML for people. */
export function answerProblem(
  req: IncomingMessage,
  res: ServerResponse,
  code: ErrorCode,
  params: Record<string, string | number> = {},
): void {
  const url = req.url ?? '/';
  const locale = url.startsWith('/en') || /^en\b/i.test(String(req.headers['accept-language'] ?? '')) ? 'en' : 'zh-CN';
  const title = fill(errors[locale][code] ?? code, params);
  const status = STATUS[code];
  const people = !url.startsWith('/api/') && String(req.headers.accept ?? '').includes('text/html');
  const body = people
    ? `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1><p><a href="${locale === 'en' ? '/en' : '/'}">践诺</a></p></html>`
    : JSON.stringify({
        type: `urn:jiannuo:error:${code}`,
        title,
        status,
        code,
        requestId: res.getHeader('x-request-id'),
      });
  res.setHeader('content-type', people ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  if (params.retryAfter !== undefined) res.setHeader('retry-after', String(params.retryAfter));
  // The rest of a refused body is not read: the connection ends with the answer.
  if (!req.complete && req.method !== 'GET' && req.method !== 'HEAD') res.setHeader('connection', 'close');
  res.writeHead(status).end(body);
}
