import sharp from 'sharp';

/** A picture with its pixels and colours only, turned upright. One that cannot be read, or that moves, comes back as it is. */
export async function barePicture(bytes: Buffer): Promise<Buffer> {
  try {
    const { format, pages = 1, mediaType } = await sharp(bytes).metadata();
    if (pages > 1) return bytes;
    const upright = sharp(bytes).autoOrient().keepIccProfile();
    if (format === 'jpeg') return await upright.jpeg({ quality: 92, chromaSubsampling: '4:4:4', mozjpeg: true }).toBuffer();
    if (format === 'png') return await upright.png({ compressionLevel: 9 }).toBuffer();
    if (format === 'webp') return await upright.webp({ quality: 92 }).toBuffer();
    return mediaType === 'image/avif' ? await upright.avif({ quality: 80 }).toBuffer() : bytes;
  } catch {
    return bytes;
  }
}
