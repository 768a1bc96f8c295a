import { LIMITS } from '../limits.ts';
import { pictureFacts } from './picture-facts.ts';
import { stripMetadata } from './strip-metadata.ts';

/** Whether the bytes are already as we would store them: in the format of the ending, whole, small enough, and with nothing in them but pixels. */
export function asDrawn(bytes: Uint8Array<ArrayBuffer>, ending: string): boolean {
  const facts = pictureFacts(bytes);
  if (!facts || facts.format !== ending || !['jpg', 'png', 'webp'].includes(ending)) return false;
  if (!facts.whole || facts.animated || bytes.length > LIMITS.bytes || !facts.width || !facts.height || Math.max(facts.width, facts.height) > LIMITS.side) return false;
  const stripped = stripMetadata(bytes);
  return stripped.length === bytes.length && stripped.every((byte, index) => byte === bytes[index]);
}
