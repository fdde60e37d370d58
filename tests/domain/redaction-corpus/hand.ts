import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Labelled, readMarkup } from './markup.ts';

const FOLDER = path.join(import.meta.dirname, 'hard');

/** The texts labelled by hand, written before the rules. */
export const handWritten = (): Labelled[] =>
  readdirSync(FOLDER)
    .sort()
    .map((file) => readMarkup(file, readFileSync(path.join(FOLDER, file), 'utf8')));
