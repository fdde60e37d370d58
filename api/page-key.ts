/** Query parameters that change a public page. */
const QUERY = new Set([
  'q',
  'kind',
  'division',
  'place',
  'parent',
  'matter',
  'body',
  'respondent',
  'year',
  'outcome',
  'court',
  'with',
  'sort',
  'limit',
  'cursor',
]);
/** What links collect on their way through messengers and mails, and no page reads. */
const NOISE = /^(utm_\w+|from|isappinstalled|scene|clicktime|enterid|spm|nsukey)$/;

/**
 * The name under which a public page is kept: address with language, print size, and the parameters that matter in one
 * order. Null: a parameter is unknown, so the page is made for this request alone and not kept.
 */
export function pageKey(address: string, largePrint: boolean): string | null {
  const mark = largePrint ? '+' : ' ';
  const at = address.indexOf('?');
  if (at < 0) return address.length > 512 ? null : mark + address;
  if (address.length > 1024) return null;
  const query = new URLSearchParams(address.slice(at + 1));
  for (const name of [...query.keys()]) {
    if (NOISE.test(name)) query.delete(name);
    else if (!QUERY.has(name)) return null;
  }
  query.sort();
  const sorted = query.toString();
  return `${mark}${address.slice(0, at)}${sorted ? `?${sorted}` : ''}`;
}
