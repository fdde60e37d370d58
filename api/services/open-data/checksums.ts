import type { Ctx } from '../context.ts';
import { publicFiles, releaseOf } from './serve.ts';

/** All files of a release, packed and unpacked, as `sha256sum --check` reads them. @throws DomainError resource.not_found */
export async function checksums(ctx: Ctx, releaseName: string): Promise<string> {
  const files = await publicFiles(ctx, await releaseOf(ctx, releaseName));
  return files
    .flatMap((file) => [`${file.sha256}  ${file.name}`, `${file.contentSha256}  ${file.name.replace(/\.gz$/, '')}`])
    .map((line) => `${line}\n`)
    .join('');
}
