import { pictureEnding } from './picture-ending.ts';

const LONGEST = 60;
/** Letters that do not come apart into a plain letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** The name under which a picture is stored: what can be kept of its own in plain letters, and six characters of the digest of its bytes.
 *  Without `ending` that of the original stays, when it is one of a picture. Some cameras write coordinates into names; they are left out. */
export function pictureName(original: string, digest: string, ending = pictureEnding(original)): string {
  const last = original.split(/[\\/]/).at(-1) ?? '';
  const own = pictureEnding(last) ? last.slice(0, last.lastIndexOf('.')) : last;
  const tail = `-${digest
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .slice(0, 6)}${ending ? `.${ending}` : ''}`;
  const plain = own
    .replace(/[-+−]?\d{1,3}[.,]\d{3,}/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æœøßłđðþı]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/['’ʻʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST - tail.length)
    .replace(/^-+|-+$/g, '');
  return `${plain || 'picture'}${tail}`;
}
