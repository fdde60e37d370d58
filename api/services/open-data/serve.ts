import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { filesOf, newestRelease, type Release, releaseNamed, type SetFile } from '../../../db/queries/open-data.ts';
import { heldBack } from '../../../db/queries/open-data-endings.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Dataset, RELEASE_NAME } from '../../domain/open-data.ts';
import type { Ctx } from '../context.ts';

export type { SetFile } from '../../../db/queries/open-data.ts';

/** Seconds in which the builder takes an ended record out before its files are held back. "Within a minute", the issue says. */
const GRACE = 30;
/** Sets whose rows can leave publication. */
export const ENDING: ReadonlySet<Dataset> = new Set(['disclosures', 'commitments']);
const RETRY = 15; // seconds

/** `latest`, or a release by its name. @throws DomainError resource.not_found */
export async function releaseOf(ctx: Ctx, name: string): Promise<Release> {
  const release =
    name === 'latest' ? await newestRelease(ctx.db) : RELEASE_NAME.test(name) ? await releaseNamed(ctx.db, name) : null;
  if (!release) throw new DomainError('resource.not_found');
  return release;
}

/** Files that the public may fetch; an index is the builder's own. */
export const publicFiles = async (ctx: Ctx, release: Release): Promise<SetFile[]> =>
  (await filesOf(ctx.db, release.id)).filter((file) => file.part !== 'index');

export interface ServedFile extends SetFile {
  release: Release;
  /** Asked for by the name without .gz: the content itself is wanted. */
  plain: boolean;
}

/**
 * A file of a release by its name, with or without .gz. Where it may still hold a record whose publication has ended, it
 * is not handed out. @throws DomainError resource.not_found | service.unavailable
 */
export async function servedFile(ctx: Ctx, releaseName: string, name: string): Promise<ServedFile> {
  const release = await releaseOf(ctx, releaseName);
  const files = await publicFiles(ctx, release);
  const packed = files.find((file) => file.name === name);
  const file = packed ?? files.find((one) => one.name === `${name}.gz`);
  if (!file) throw new DomainError('resource.not_found');
  if (ENDING.has(file.dataset) && (await heldBack(ctx.db, release.id, GRACE))) {
    throw new DomainError('service.unavailable', { params: { retryAfter: RETRY } });
  }
  return { ...file, release, plain: packed === undefined };
}

/**
 * The bytes: as they lie there, or unpacked. @throws DomainError service.unavailable where the file is not on the shelf
 * (a restored database names files of another disk; the next build makes them anew)
 */
export async function fileStream(
  ctx: Ctx,
  file: SetFile,
  unpack: boolean,
  range?: { start: number; end: number },
): Promise<Readable> {
  const packed = await ctx.shelf.open(file.sha256, range);
  if (!packed) {
    ctx.log.error({ file: file.name, sha256: file.sha256 }, 'a file of open data is not on the shelf');
    throw new DomainError('service.unavailable', { params: { retryAfter: 3600 } });
  }
  if (!unpack) return packed;
  const content = createGunzip();
  packed.on('error', (error) => content.destroy(error));
  content.on('close', () => packed.destroy());
  return packed.pipe(content);
}
