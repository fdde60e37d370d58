/** A browser without JavaScript: follows forms and redirects, keeps cookies, refuses nothing and runs nothing. */
export interface Visit {
  status: number;
  /** Address after redirects, with the query. */
  path: string;
  html: string;
  /** The page's text without markup. */
  text: string;
}

export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #base: string;
  #at = '/';

  constructor(base: string) {
    this.#base = base;
  }

  get(path: string): Promise<Visit> {
    return this.#go(path, { method: 'GET' });
  }

  /** Sends the fields to the page that is open, or to `path`. */
  post(fields: Record<string, string> | FormData, path = this.#at): Promise<Visit> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.#go(path, { method: 'POST', body, headers: { origin: this.#base } });
  }

  async #go(path: string, init: RequestInit): Promise<Visit> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, this.#base), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (attributes.some((a) => /max-age=0|expires=thu, 01 jan 1970/i.test(a.trim()))) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location && response.status >= 300 && response.status < 400) {
      await response.arrayBuffer();
      return this.#go(location, { method: 'GET' });
    }
    this.#at = path;
    const html = await response.text();
    return { status: response.status, path, html, text: textOf(html) };
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ');
