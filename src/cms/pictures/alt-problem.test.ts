import { describe, expect, it } from 'vitest';
import { altProblem } from './alt-problem.ts';

describe('the description of a picture', () => {
  it.each(['Two traps on a fence line, 100 m apart', 'Kea', 'A kākā', 'Images of three maps side by side', 'x'.repeat(400)])('may be %s', (alt) => expect(altProblem(alt)).toBeUndefined());

  it.each([
    ['', 'Say in a few words what the picture shows.'],
    ['   ', 'Say in a few words what the picture shows.'],
    ['ab', 'Say a little more: at least 3 characters.'],
    ['x'.repeat(401), 'Keep it to 400 characters; these are 401. The rest can stand in the text.'],
    ['Image of a kākā', 'Leave out "Image of" and begin with what it shows.'],
    ['This is a photo showing a trap', 'Leave out "This is a photo showing" and begin with what it shows.'],
    ['picture: a trap', 'Leave out "picture:" and begin with what it shows.'],
    ['IMG_2034.JPG', 'This is the name of a file. Say what the picture shows.'],
  ])('is not %j', (alt, sentence) => expect(altProblem(alt)).toBe(sentence));
});
