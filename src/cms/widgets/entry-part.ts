import type { FormIndex } from '#garden/outputs/form-index.ts';
import type { ImmutableMap } from '../decap/decap.ts';
import { createEntryPicker } from '../fields/entry-picker.ts';
import { labelId, plain, type MakePart } from './dom-widget.ts';

interface ImmutableList {
  clear(): { concat(items: readonly string[]): unknown };
}

/** Picks entries of the garden by title. A field of Decap's kind `relation` names one collection, one of ours `kinds`. */
export function entryPart(index: FormIndex): MakePart {
  return (parent, props, change) => {
    const { field, forID, value } = props();
    const kinds = (plain(field.get('kinds')) as string[] | undefined) ?? [String(field.get('collection'))];
    const multiple = field.get('multiple') === true;
    const picker = createEntryPicker({
      parent,
      id: forID,
      labelledBy: labelId(forID),
      entries: index.entries,
      kinds,
      withKind: field.get('collection') === undefined,
      multiple,
      value: texts(plain(value), multiple),
      onChange: (next) => change(typeof next === 'string' ? next : immutable(field, next)),
    });
    return { setValue: (next) => picker.setValue(texts(next, multiple)), focus: () => picker.focus(), destroy: () => picker.destroy() };
  };
}

function texts(value: unknown, multiple: boolean): string | string[] {
  if (multiple) return Array.isArray(value) ? value.map(String) : [];
  return typeof value === 'string' ? value : '';
}

/** Decap keeps lists as Immutable ones; any list of its own can make another. */
function immutable(field: ImmutableMap, items: readonly string[]): unknown {
  const list = (field.get('kinds') ?? field.get('search_fields')) as ImmutableList | undefined;
  return list ? list.clear().concat(items) : items;
}
