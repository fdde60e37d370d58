import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createApp } from '../../api/app.ts';
import { ROOT } from './imports.ts';

interface Definition {
  type: string;
  route: {
    method: string;
    path: string;
    'x-access'?: string;
    request?: { query?: { shape?: Record<string, unknown> } };
  };
}

/** What stands in the addresses: real ids, and words that are looked for. */
export interface Known {
  records: readonly string[];
  body: string;
  words: string;
}

/**
 * What a parameter of an address stands for, by the address as the folder or the interface writes it. An address that is not
 * here makes the test fail: whoever adds one says what to put in, or that nothing of a record can be in it.
 */
const FILLED: readonly (readonly [RegExp, (known: Known) => readonly string[]])[] = [
  [/^\/disclosures\/\{id\}|^\/api\/v1\/disclosures\/\{id\}/, (known) => known.records],
  [/^\/bodies\/\{id\}|^\/api\/v1\/bodies\/\{id\}/, (known) => [known.body]],
  // Of contracts in the register; nothing of a record is in a report.
  [/^(\/api\/v1\/arrears-reports|\/arrears)\/\{id\}/, () => ['none']],
  [/^\/help\/\{task\}/, () => ['owed-money']],
  [/^\/data-quality\//, () => ['lost_judgment']],
  [/^\/appraise\/|^\/appraisals\/\{id\}/, () => ['none']],
  [/^\/commitments\/\{id\}|^\/api\/v1\/commitments\/\{id\}/, () => ['none']], // its records are none of the test's
  [/^\/policies\/\{id\}/, () => ['su-2023-55']],
  [/^(\/api\/v1)?\/places\/\{code\}/, () => ['9901']], // where the records of the test lie
  // Only whoever has the mail knows a token.
  [/^\/subscribe\/(confirm|leave)\//, () => ['none']],
  [/^\/rate\/\{code\}|^\/track\/\{number\}|^\/api\/v1\/service-points\/\{code\}/, () => ['none']],
  [
    /^\/open-data\/\{release\}\/\{file\}/,
    // Not the deltas: they keep the ids of what is gone, and nothing else of it.
    () => ['disclosures.csv', 'disclosures.ndjson', 'entities.ftm.json'].map((file) => `latest/${file}`),
  ],
  // Of a point there is nothing of a record.
  [/^\/service-points\/\{id\}|^\/api\/v1\/points\/\{id\}/, () => ['none']],
  [/^\/open-data\//, () => ['latest']],
];

function filled(address: string, known: Known): string[] {
  if (!address.includes('{')) return [address];
  const rule = FILLED.find(([pattern]) => pattern.test(address));
  if (!rule) throw new Error(`tests/support/public-addresses.ts does not know what to put into ${address}`);
  return rule[1](known).map((value) => address.replace(/\{.+\}/, value));
}

/** Every address that answers GET without a session: pages from their folder in both languages, the interface from its routes. */
export function publicAddresses(known: Known): string[] {
  const pages = (readdirSync(path.join(ROOT, 'site/pages'), { recursive: true }) as string[])
    .map((file) => `/${file.split(path.sep).join('/')}`)
    .filter((file) => /\.(astro|ts)$/.test(file) && !/\/_|^\/\d{3}\.|^\/officials\/|^\/large-print/.test(file))
    .map((file) => file.replace(/\.(astro|ts)$/, '').replace(/\/index$/, '') || '/')
    .map((file) => file.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}'))
    .flatMap((address) => filled(address, known));
  const lists = ['/disclosures', '/search'].map((page) => `${page}?q=${encodeURIComponent(known.words)}`);
  const narrowed = [...lists, `/disclosures?body=${known.body}`];
  const both = [...pages, ...narrowed].flatMap((page) =>
    page.includes('.') ? [page] : [page, page === '/' ? '/en' : `/en${page}`],
  );
  const app = createApp(() => {
    throw new Error('no request is made here');
  });
  const routes = (app.openAPIRegistry.definitions as unknown as Definition[])
    .filter(({ type, route }) => type === 'route' && route.method === 'get' && route['x-access'] === 'public')
    .flatMap(({ route }) => {
      const asks = Object.keys(route.request?.query?.shape ?? {});
      const queries = [
        '',
        ...(asks.includes('q') ? [`?q=${encodeURIComponent(known.words)}`] : []),
        ...(asks.includes('body') ? [`?body=${known.body}`] : []),
        ...(asks.includes('limit') ? ['?limit=100'] : []),
      ];
      return filled(route.path, known).flatMap((address) => queries.map((query) => `${address}${query}`));
    });
  return [...new Set([...both, ...routes])];
}
