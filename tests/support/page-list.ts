import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './imports.ts';

const allPages = (): string[] =>
  (readdirSync(path.join(ROOT, 'site/pages'), { recursive: true }) as string[])
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.astro'));
const addressOf = (file: string): string => `/${file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '')}`;

/** Addresses of the pages that need nothing but a visitor: read from the folder, so that a new page is tested at once. */
export function publicPages(): string[] {
  return allPages()
    .filter((file) => !/\[|(^|\/)_|^officials\/|^\d{3}\.astro$/.test(file))
    .map(addressOf)
    .sort();
}

/** Addresses of the officials' pages; `[number]` and the like stay in them. */
export function officialPages(): string[] {
  return allPages()
    .filter((file) => file.startsWith('officials/') && !/(^|\/)_/.test(file))
    .map(addressOf)
    .sort();
}

/** Addresses of what answers officials beside pages: downloads, and where a form or a script posts to. */
export function officialEndpoints(): string[] {
  return (readdirSync(path.join(ROOT, 'site/pages'), { recursive: true }) as string[])
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.startsWith('officials/') && /\.ts$/.test(file) && !/(^|\/)_/.test(file))
    .map((file) => `/${file.replace(/\.ts$/, '').replace(/\/index$/, '')}`)
    .sort();
}
