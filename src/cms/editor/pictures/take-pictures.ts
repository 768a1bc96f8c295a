import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { EditorHost } from '../editor-host.ts';
import { pictureMarkdown } from './picture-markdown.ts';

interface Waiting {
  readonly key: symbol;
  readonly at: number;
}

const wait = StateEffect.define<Waiting>();
const done = StateEffect.define<symbol>();

/** Where pictures go that are still being stored; the places move with the text. */
const places = StateField.define<readonly Waiting[]>({
  create: () => [],
  update(waiting, { changes, effects }) {
    let now = waiting.map(({ key, at }) => ({ key, at: changes.mapPos(at, 1) }));
    for (const effect of effects) {
      if (effect.is(wait)) now = [...now, effect.value];
      if (effect.is(done)) now = now.filter(({ key }) => key !== effect.value);
    }
    return now;
  },
});

/** Takes files that are pasted or dropped: each picture is stored, and written where it was put. What is no picture is handed on too, so that the person hears why it is not taken. */
export function takePictures(host: EditorHost): Extension {
  return [
    places,
    EditorView.domEventHandlers({
      paste(event, view) {
        // What an office program copies is words with a picture of them.
        if (event.clipboardData?.getData('text/plain')) return false;
        return take(event, event.clipboardData, view, view.state.selection.main.to, host);
      },
      drop: (event, view) => take(event, event.dataTransfer, view, view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.to, host),
    }),
  ];
}

/** Lets the person choose a picture and writes it at the cursor. */
export async function insertPicture(view: EditorView, host: EditorHost): Promise<void> {
  await whenStored(view, view.state.selection.main.to, [() => host.choosePicture()]);
  view.focus();
}

function take(event: Event, data: DataTransfer | null, view: EditorView, at: number, host: EditorHost): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0) return false;
  event.preventDefault();
  void whenStored(
    view,
    at,
    files.map((file) => () => host.storePicture(file)),
  );
  return true;
}

/** Writes one picture after the other: each may ask the person what it shows. */
async function whenStored(view: EditorView, at: number, tasks: readonly (() => ReturnType<EditorHost['storePicture']>)[]): Promise<void> {
  const key = Symbol('picture');
  view.dispatch({ effects: wait.of({ key, at }) });
  let first = true;
  for (const task of tasks) {
    const picture = await task().catch(() => undefined);
    if (!view.dom.isConnected) return;
    const place = view.state.field(places).find((waiting) => waiting.key === key)?.at;
    if (place === undefined) return;
    if (!picture) {
      view.dispatch({ effects: EditorView.announce.of('The picture was not added.') });
      continue;
    }
    const insert = (first ? '' : '\n\n') + pictureMarkdown(picture);
    const { main } = view.state.selection;
    // The cursor goes along only if the person waits for the picture, not if they write somewhere else by now.
    const waits = main.empty && main.head === place;
    view.dispatch({
      changes: { from: place, insert },
      ...(waits ? { selection: { anchor: place + insert.length }, scrollIntoView: true } : {}),
      userEvent: 'input.paste',
      effects: EditorView.announce.of('The picture was added.'),
    });
    first = false;
  }
  view.dispatch({ effects: done.of(key) });
}
