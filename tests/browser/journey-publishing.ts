import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import jsqr from 'jsqr';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { CHECKOUT } from '../support/cluster.ts';
import type { Site } from '../support/site.ts';

/** `npm run import -- …` as an operator runs it: a process of its own with the environment of the server. */
export async function importFile(site: Site, kind: string, file: string): Promise<string> {
  const { config } = site.database;
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: config.databaseUrl,
    MASTER_KEYS: [...config.masterKeys].map(([version, key]) => `${version}:${key.toString('base64')}`).join(','),
    AUTH_SECRET: config.authSecret,
    PUBLIC_URL: config.publicUrl,
    EVIDENCE_DIR: config.evidenceDir,
    PLACE_DIVISION: config.place.division,
    PLACE_AREA: config.place.area.join(','),
    PLACE_NAME: config.place.name,
    PLACE_NAME_EN: config.place.nameEn,
  };
  const command = [path.join(CHECKOUT, 'api/cli/import.ts'), kind, file];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env, cwd: CHECKOUT });
  return stdout;
}

/** Reads the QR code of what the browser shows, by a decoder that is not the maker of the code. */
export async function decode(page: Page, selector: string): Promise<string | null> {
  const picture = PNG.sync.read(await page.locator(selector).first().screenshot());
  const decoder = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  const read = decoder as unknown as (
    data: Uint8ClampedArray,
    width: number,
    height: number,
  ) => { data: string } | null;
  return read(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? null;
}
