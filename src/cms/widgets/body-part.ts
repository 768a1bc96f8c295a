import type { FormIndex } from '#garden/outputs/form-index.ts';
import type { DraftCheck } from '../check/draft-check.ts';
import type { ControlProps } from '../decap/decap.ts';
import { createBodyEditor } from '../editor/create-body-editor.ts';
import type { StoredPicture } from '../editor/editor-host.ts';
import { onSession, openSession, tellSession } from '../session/session.ts';
import { labelId, type MakePart } from './dom-widget.ts';
import { libraryClosed } from './library-closed.ts';

/** What the editor of a text needs of the form. */
export interface BodySetting {
  readonly index: FormIndex;
  readonly check: DraftCheck;
  /** An entry stands in the form, or has left it. */
  opened(props: ControlProps): void;
  closed(): void;
  /** Stores a picture beside the entry; undefined when it was refused or given up. */
  storePicture(file: File, props: ControlProps): Promise<StoredPicture | undefined>;
  /** Asks what a picture shows that was chosen from the library. */
  askAlt(src: string, props: ControlProps): Promise<StoredPicture | undefined>;
}

/** How long a choice may take from the library to the field. */
const SETTLE = 300;

/** The text of an entry, in our own editor. */
export function bodyPart({ index, check, opened, closed, storePicture, askAlt }: BodySetting): MakePart {
  return (parent, props, change) => {
    const { forID, value } = props();
    opened(props());
    let chosen: ((picture: StoredPicture | undefined) => void) | undefined;
    let asking = false;
    const answer = (picture: StoredPicture | undefined) => {
      chosen?.(picture);
      chosen = undefined;
    };
    const editor = createBodyEditor({
      parent,
      text: typeof value === 'string' ? value : '',
      id: forID,
      labelledBy: labelId(forID),
      onChange(text) {
        change(text);
        tellSession();
      },
      host: {
        index,
        // The entry holds the same text by now: the editor hands on each letter at once.
        problems: () => check.problems(props().getEntry()).body,
        storePicture: (file) => storePicture(file, props()),
        choosePicture: () =>
          new Promise((resolve) => {
            answer(undefined);
            chosen = resolve;
            props().onOpenMediaLibrary({ controlID: forID, forImage: true, privateUpload: false, value: '', field: props().field });
            // A choice comes in the same moment; it goes first.
            libraryClosed(document, () => setTimeout(() => asking || answer(undefined), SETTLE));
          }),
      },
    });
    const close = openSession(props(), (line, column) => editor.goTo(line, column));
    const quiet = onSession(() => editor.problemsChanged());
    return {
      setValue: (text) => editor.setText(typeof text === 'string' ? text : ''),
      mediaChosen(now) {
        const src = now.mediaPaths.get(forID);
        now.onRemoveInsertedMedia(forID);
        if (!chosen || typeof src !== 'string' || src === '') return;
        asking = true;
        void askAlt(src, now).then((picture) => {
          asking = false;
          answer(picture);
        });
      },
      focus: () => editor.focus(),
      destroy() {
        quiet();
        close();
        closed();
        editor.destroy();
      },
    };
  };
}
