import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './imports.ts';

/** Addresses of the pages that need nothing but a visitor: read from the folder, so that a new page is tested at once. */
export function publicPages(): string[] {
  const folder = path.join(ROOT, 'site/pages');
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.astro') && !/\[|(^|\/)_|^officials\/|^\d{3}\.astro$/.test(file))
    .map((file) => `/${file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '')}`)
    .sort();
}
