/** A public page that everybody may see alike: the page cache and proxies may keep it until one of its tags changes. */
export function cachePage(page: { response: { headers: Headers } | ResponseInit }, tags: readonly string[]): void {
  const headers = page.response.headers as Headers;
  headers.set('cdn-cache-control', 'public, max-age=300');
  // Browsers ask each time and mostly hear 304: a withdrawn record must not linger on somebody's phone.
  headers.set('cache-control', 'public, max-age=0, must-revalidate');
  headers.set('cache-tag', tags.join(','));
}
