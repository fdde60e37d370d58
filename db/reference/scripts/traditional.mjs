/**
 * Makes api/domain/traditional.ts out of the character table of OpenCC (Apache-2.0), as opencc-js brings it:
 *   npm pack opencc-js@1.4.2 && tar xf opencc-js-1.4.2.tgz && node db/reference/scripts/traditional.mjs package
 * Characters alone, no phrases: search text must keep its length. Only what is one UTF-16 unit on both sides is taken.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node traditional.mjs FOLDER_OF_OPENCC_JS');
const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
const source = readFileSync(join(folder, 'dist/esm-lib/dict/TSCharacters.js'), 'utf8');
const pairs = source
  .slice(source.indexOf('"') + 1, source.lastIndexOf('"'))
  .split('|')
  .map((entry) => entry.split(' '))
  // The first of several readings is the usual one (乾 → 干); a table for finding needs no more.
  .filter(([from, to]) => from.length === 1 && to?.length === 1 && from !== to);
const rows = (side) => {
  const all = pairs.map((pair) => pair[side]).join('');
  return (all.match(/.{1,100}/gu) ?? []).map((row) => `  '${row}'`).join(' +\n');
};
writeFileSync(
  new URL('../../../api/domain/traditional.ts', import.meta.url),
  `/**
 * Traditional characters and their simplified ones, place by place: ${pairs.length} pairs. Made by
 * db/reference/scripts/traditional.mjs from the character table of OpenCC (opencc-js ${version}, data under Apache-2.0).
 */
export const TRADITIONAL =
${rows(0)};
export const SIMPLIFIED =
${rows(1)};
`,
);
