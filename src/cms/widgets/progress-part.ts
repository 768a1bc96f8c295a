import type { FieldPlaces } from '../check/field-places.ts';
import type { ControlProps } from '../decap/decap.ts';
import { createProgress, progress } from '../fields/progress.ts';
import { onSession } from '../session/session.ts';
import { plain, type DomPart, type MakePart } from './dom-widget.ts';

interface NamedField {
  readonly name: string;
  readonly label: string;
}

/** Shows how much of a short case, and of a full one, is there, and leads to the next field. */
export function progressPart(places: FieldPlaces): MakePart {
  return (parent, props) => meterPart(parent, props, places);
}

function meterPart(parent: HTMLElement, props: () => ControlProps, places: FieldPlaces): DomPart {
  const { field, getEntry } = props();
  const first = plain(field.get('first')) as NamedField[];
  const full = plain(field.get('full')) as NamedField[];
  const meter = createProgress({ parent, onPick: ({ name }) => places.go([name]) });
  const show = () => meter.show(progress((plain(getEntry()?.get('data')) ?? {}) as Record<string, unknown>, first, full));
  const quiet = onSession(show);
  show();
  return {
    destroy() {
      quiet();
      meter.destroy();
    },
  };
}
