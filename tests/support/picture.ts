import sharp from 'sharp';

/** A photograph with the place where it was taken, on its side as telephones store it. */
export const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: '#a05030' } })
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: { IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 12/1 0/1' } },
    })
    .toBuffer();
