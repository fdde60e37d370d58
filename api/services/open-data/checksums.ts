import { savedName } from '../../domain/open-data.ts';
import type { Ctx } from '../context.ts';
import { publicFiles, releaseOf } from './serve.ts';

/**
 * All files of a release, packed and unpacked, as `sha256sum --check` reads them: by the name in the address and by the name that a
 * browser saves. @throws DomainError resource.not_found
 */
export async function checksums(ctx: Ctx, releaseName: string): Promise<string> {
  const release = await releaseOf(ctx, releaseName);
  return (await publicFiles(ctx, release))
    .flatMap((file) => [
      { sha256: file.sha256, name: file.name },
      { sha256: file.contentSha256, name: file.name.replace(/\.gz$/, '') },
    ])
    .flatMap(({ sha256, name }) => [`${sha256}  ${name}\n`, `${sha256}  ${savedName(release.name, name)}\n`])
    .join('');
}
