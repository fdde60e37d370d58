import sharp from 'sharp';
import type { ImageCopy } from './ports.ts';

/** Pictures that the library can read; HEIC of telephones needs a licensed decoder that it does not bring. */
const READS = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/avif']);
const PIXELS = 60_000_000; // decoded: about 240 MB at the very most
const EDGE = 4_000; // more than any screen or sheet of paper shows
const AT_ONCE = 2;
const SECONDS = 20;

sharp.cache(false);
sharp.concurrency(1);

/**
 * Encodes a picture anew, so that place, camera, thumbnails and whatever hides behind the last byte stay in the sealed
 * original. The pixels are turned as the camera meant; limits stand against bombs; two at a time.
 */
export function createImageCopy(): ImageCopy {
  let running = 0;
  const waiting: (() => void)[] = [];
  const enter = async () => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
  };
  const leave = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return {
    copies: (mediaType) => mediaType.startsWith('image/'),
    async copy(original, mediaType) {
      if (!READS.has(mediaType)) return null;
      await enter();
      try {
        const image = sharp(original, { limitInputPixels: PIXELS, failOn: 'error', sequentialRead: true, pages: 1 })
          .timeout({ seconds: SECONDS })
          .autoOrient()
          .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true });
        // Drawings and screenshots stay sharp; photographs stay small. Neither keeps metadata: sharp adds none unasked.
        if (mediaType === 'image/png' || mediaType === 'image/gif') {
          return { bytes: await image.png({ compressionLevel: 8 }).toBuffer(), mediaType: 'image/png', ending: 'png' };
        }
        if (mediaType === 'image/webp') {
          return { bytes: await image.webp({ quality: 85 }).toBuffer(), mediaType: 'image/webp', ending: 'webp' };
        }
        const bytes = await image.flatten({ background: '#ffffff' }).jpeg({ quality: 85, mozjpeg: false }).toBuffer();
        return { bytes, mediaType: 'image/jpeg', ending: 'jpg' };
      } catch {
        return null; // broken, too large, or not what it says: only the original remains, with a reason
      } finally {
        leave();
      }
    },
  };
}
