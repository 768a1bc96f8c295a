import { describe, expect, it } from 'vitest';
import { pictureName } from './picture-name.ts';

const DIGEST = '3f9a2c77d0e1';

describe('the name of a stored picture', () => {
  it.each([
    ['Kererū photo (1).PNG', 'kereru-photo-1-3f9a2c.png'],
    ['IMG_20260203.JPEG', 'img-20260203-3f9a2c.jpg'],
    ['Tū  te   ngāhere.webp', 'tu-te-ngahere-3f9a2c.webp'],
    ['Straße & Ærø.jpg', 'strasse-aero-3f9a2c.jpg'],
    ['don’t step here.jpg', 'dont-step-here-3f9a2c.jpg'],
    ['森の中.jpg', 'picture-3f9a2c.jpg'],
    ['con.png', 'con-3f9a2c.png'],
    ['.htaccess', 'htaccess-3f9a2c'],
    ['..', 'picture-3f9a2c'],
    ['', 'picture-3f9a2c'],
    ['../../etc/passwd.png', 'passwd-3f9a2c.png'],
    ['C:\\photos\\ridge.jpg', 'ridge-3f9a2c.jpg'],
    ['ridge.jpg.png', 'ridge-jpg-3f9a2c.png'],
    ['a\u202Egpj.exe', 'a-gpj-exe-3f9a2c'],
    ['Nest -41.28654, 174.77623.jpg', 'nest-3f9a2c.jpg'],
  ])('of %j is %s', (original, expected) => expect(pictureName(original, DIGEST)).toBe(expected));

  it('is at most 60 characters long and breaks at a letter', () => {
    expect(pictureName(`${'a'.repeat(48)} ${'b'.repeat(300)}.jpg`, DIGEST)).toBe(`${'a'.repeat(48)}-3f9a2c.jpg`);
    expect(pictureName(`${'a'.repeat(300)}.webp`, DIGEST)).toHaveLength(60);
  });

  it('takes the ending of the format it was drawn in', () => expect(pictureName('Ridge.heic', DIGEST, 'jpg')).toBe('ridge-3f9a2c.jpg'));

  it('holds two pictures of one name apart by their bytes', () => expect(pictureName('IMG_1.jpg', 'aaaaaa')).not.toBe(pictureName('IMG_1.jpg', 'aaaaab')));
});
