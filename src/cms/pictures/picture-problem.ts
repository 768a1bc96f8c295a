import { svgProblem } from '#garden/checks/svg-problem.ts';
import type { PictureFacts } from './bytes/picture-facts.ts';
import { LIMITS } from './limits.ts';
import { pictureEnding } from './picture-ending.ts';

/** Why a file cannot become a picture of the garden, as far as its bytes tell without decoding: a sentence that names the file, and a next step. */
export function pictureProblem(name: string, bytes: Uint8Array, facts: PictureFacts | undefined): string | undefined {
  const file = `"${shortName(name)}"`;
  if (bytes.length === 0) return `${file} is empty. Choose the file again.`;
  if (!facts) return notPicture(file, name, bytes);
  const { format, width = 0, height = 0, whole } = facts;
  if (format === 'svg') return drawingProblem(file, bytes);
  if (width * height > LIMITS.openPixels)
    return `${file} has ${number(width)} × ${number(height)} pixels, more than can be opened here. Save it with at most 2,000 pixels on the longest side and add that.`;
  if (!whole) return `${file} breaks off before its end. Copy it again from where it came, or export it again.`;
  return undefined;
}

/** A name that fits into a sentence. */
export function shortName(name: string): string {
  return name.length > 60 ? `${name.slice(0, 40)}…${name.slice(-15)}` : name;
}

function notPicture(file: string, name: string, bytes: Uint8Array): string {
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46) return `${file} is a PDF, not a picture. Save the part you mean as a picture and add that.`;
  if (pictureEnding(name)) return `${file} is not a picture, although its name says so. Export it again as a JPEG or PNG.`;
  return `${file} is not a picture that can be shown here. Choose a JPEG, PNG or WebP file.`;
}

function drawingProblem(file: string, bytes: Uint8Array): string | undefined {
  if (bytes.length > LIMITS.svgBytes) return `${file} has ${Math.ceil(bytes.length / 1024)} KB; a drawing may have ${LIMITS.svgBytes / 1024}. Simplify it, or save it as a PNG.`;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return `${file} is not plain text in UTF-8. Save it as plain SVG.`;
  }
  const found = svgProblem(text);
  return found && `${file} cannot be used as it is. Line ${found.line}: ${found.message} ${found.suggestion}`;
}

/** With commas, whatever language the browser speaks. */
function number(count: number): string {
  return count.toLocaleString('en-NZ');
}
