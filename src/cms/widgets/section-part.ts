import { dropEmpty } from '#garden/entry/drop-empty.ts';
import type { ImmutableMap } from '../decap/decap.ts';
import { foldSection } from '../fields/fold-section.ts';
import { plain, type MakePart } from './dom-widget.ts';

/** What every divider of the form matches. */
const DIVIDER = '[data-garden-divider]';

/** A heading in the form that folds the fields after it. */
export const sectionPart: MakePart = (parent, props) => {
  const { field, collection, getEntry } = props();
  // Decap gives the container of a field no name but its class.
  const divider = parent.closest<HTMLElement>('[class*="ControlPane"] > *, [class*="-ControlContainer"]') ?? parent;
  divider.dataset['gardenDivider'] = '';
  const own = sectionFields(collection, String(field.get('name')));
  const section = foldSection({
    divider,
    label: String(field.get('label')),
    open: field.get('open') === true,
    nextDividers: DIVIDER,
    count: () => {
      const data = plain(getEntry()?.get('data')) as Record<string, unknown> | undefined;
      return { all: own.length, filled: own.filter((name) => dropEmpty(data?.[name]).value !== undefined).length };
    },
  });
  return { destroy: () => section.destroy() };
};

/** Names of the fields between a divider and the next. */
function sectionFields(collection: ImmutableMap, name: string): string[] {
  const fields = plain(collection.get('fields')) as { name: string; widget: string }[];
  const from = fields.findIndex((field) => field.name === name) + 1;
  const rest = fields.slice(from);
  const to = rest.findIndex((field) => field.widget === 'garden-section');
  return (to === -1 ? rest : rest.slice(0, to)).map((field) => field.name);
}
