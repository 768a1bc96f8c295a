import { createHash } from 'node:crypto';
import sharp from 'sharp';

const WIDEST = 900;
const LARGEST_DRAWING = 512 * 1024;

/** The pictures of a preview: each is drawn anew and small, and stands in the page once for each place that shows it. */
export class Pictures {
  readonly #data = new Map<string, string>();

  /** A name that stands for these bytes in HTML. The same bytes have the same name. */
  async name(bytes: Buffer): Promise<string> {
    const name = `preview-picture-${createHash('sha256').update(bytes).digest('hex')}`;
    if (!this.#data.has(name)) this.#data.set(name, await dataAddress(bytes));
    return name;
  }

  /** HTML with the pictures in place of their names. */
  fill(html: string): string {
    return html.replace(/"(preview-picture-[0-9a-f]{64})"/g, (whole, name: string) => (this.#data.has(name) ? `"${this.#data.get(name)}"` : whole));
  }
}

async function dataAddress(bytes: Buffer): Promise<string> {
  // A browser runs nothing of a drawing that stands in a picture.
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<svg[\s>]/.test(bytes.toString('utf8', 0, 2000)) && bytes.length <= LARGEST_DRAWING) return `data:image/svg+xml;base64,${bytes.toString('base64')}`;
  try {
    const small = await sharp(bytes, { limitInputPixels: 60_000_000 }).autoOrient().resize({ width: WIDEST, withoutEnlargement: true }).webp({ quality: 70 }).toBuffer();
    return `data:image/webp;base64,${small.toString('base64')}`;
  } catch {
    return 'data:,';
  }
}
