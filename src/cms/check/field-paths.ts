import type { Control } from '../decap/decap.ts';

/** Tells of each control in the form which field of the entry it is. Decap names nested controls only by ids:
 *  those of the lists and groups around them, and of the item of a list. */
export interface FieldPaths {
  /** A list or group of fields stands. */
  add(control: Control): void;
  /** The path of a control in the data of the entry, such as `['kit', 2, 'item']`. */
  of(control: Control): readonly (string | number)[];
}

/** Starts with no control known. */
export function fieldPaths(): FieldPaths {
  const groups = new Map<string, Control>();
  return {
    add: (control) => void groups.set(control.props.forID, control),
    of(control) {
      const path: (string | number)[] = [];
      const ids = control.props.parentIds;
      let inPlainList = false;
      ids.forEach((id, index) => {
        const group = groups.get(id);
        if (!group) return;
        path.push(nameOf(group));
        const item = group.state?.keys?.indexOf(ids[index + 1] ?? '') ?? -1;
        if (item !== -1) path.push(item);
        inPlainList = item !== -1 && group.props.field.get('fields') === undefined;
      });
      // An item of a list with one unnamed field is the value itself.
      return inPlainList ? path : [...path, nameOf(control)];
    },
  };
}

function nameOf(control: Control): string {
  return String(control.props.field.get('name'));
}
