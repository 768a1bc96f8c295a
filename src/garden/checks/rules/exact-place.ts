import { isSensitive } from '../is-sensitive.ts';
import { findPlaces } from '../find-places.ts';
import { page } from '../example-page.ts';
import { defineRule } from '../rule.ts';

export const exactPlace = defineRule({
  id: 'exact-place',
  severity: 'warning',
  summary: 'A page gives no coordinates, grid references or map pins unless everybody may go there.',
  why: 'A point on a map leads anybody to a nest, a rare plant, a trap or a home, for as long as the page exists.',
  examples: [
    { title: 'coordinates in the text', found: true, files: { 'pages/a.mdx': page('The nest is at -41.28664, 174.77557.') } },
    { title: 'degrees and minutes', found: true, files: { 'pages/a.mdx': page('Found at 41°17′12″S 174°46′32″E.') } },
    { title: 'a pin on a map', found: true, files: { 'pages/a.mdx': page('See [the map](https://www.openstreetmap.org/#map=17/-41.28664/174.77557).') } },
    { title: 'a place by its public name', found: false, files: { 'pages/a.mdx': page('On the Miramar Peninsula, within a cell of 0.2° × 0.2°, at a rate of 0.285, 12.117 and 3.0001.') } },
  ],
  checkEntry(entry, context) {
    // Where something sensitive lives another rule says more.
    const places = findPlaces(entry);
    if (places.length === 0 || isSensitive(entry, context)) return [];
    return places.map((place) => ({ ...place, message: 'This gives an exact place.', suggestion: 'Name the district instead, unless everybody may go there.' }));
  },
});
