import { analyseBody } from '#garden/entry/body.ts';
import type { IndexedEntry } from '#garden/model/entry-index.ts';
import { siteSchema } from '#garden/schema/site.ts';
import { createBodyEditor, type BodyEditor } from '#cms/editor/create-body-editor.ts';

declare global {
  interface Window {
    /** What the editor said last. */
    said: string | undefined;
    /** How often it said something. */
    times: number;
    /** Ends the storing of the picture that is being stored. */
    store: (() => void) | undefined;
    editor: BodyEditor;
    openEditor(text: string): void;
  }
}

const entry = (kind: IndexedEntry['kind'], id: string, title: string, headings: IndexedEntry['headings'] = []): IndexedEntry => ({ kind, id, title, lang: 'en-NZ', draft: false, headings });

const entries: readonly IndexedEntry[] = [
  entry('guides', 'read-tracking-tunnels', 'Read tracking tunnels', [{ id: 'set-out-the-cards', text: 'Set out the cards' }]),
  entry('guides', 'predator-traps', 'Predator traps'),
  entry('glossary', 'kaitiaki', 'Kaitiaki'),
  entry('guides', 'weka', 'Live beside weka'),
  entry('glossary', 'weka', 'Weka'),
  entry('sources', 'doc-spacing', 'Trap spacing for stoats, rats and possums'),
  entry('sources', 'maori-tapu', 'Mātauranga Māori me te tapu'),
  entry('sources', 'zip-guide', 'Zero Invasive Predators: a guide to the field'),
  entry('sources', 'hostile', '<img src=x onerror="window.harmed=1">', [{ id: 'x', text: '<img src=x onerror="window.harmed=1">' }]),
  ...Array.from({ length: 80 }, (_, index) => entry('sources', `report-${index + 1}`, `Report number ${index + 1} of the catchment group`)),
];

window.openEditor = (text) => {
  window.editor?.destroy();
  window.said = undefined;
  window.times = 0;
  window.store = undefined;
  let pictures = 0;
  window.editor = createBodyEditor({
    parent: document.getElementById('place')!,
    text,
    id: 'body',
    labelledBy: 'body-label',
    host: {
      index: { entries, vocabularies: {}, site: siteSchema.parse({}), media: [], termsMi: [] },
      problems: (body) => analyseBody(body, 1).facts.problems,
      async storePicture(file) {
        pictures += 1;
        const alt = `Picture ${pictures}`;
        await new Promise<void>((resolve) => (window.store = resolve));
        return { src: `../media/${file.name}`, alt };
      },
      choosePicture: () => Promise.resolve({ src: '../media/ridge.jpg', alt: 'A ridge in fog' }),
    },
    onChange(now) {
      window.said = now;
      window.times += 1;
    },
  });
};
