import { createDateField } from '../fields/date-field.ts';
import { labelId, type MakePart } from './dom-widget.ts';

/** A day, typed or picked; it stays the same text in every time zone. */
export const datePart: MakePart = (parent, props, change) => {
  const { forID, value } = props();
  const field = createDateField({ parent, id: forID, labelledBy: labelId(forID), value: typeof value === 'string' ? value : '', onChange: change });
  return { setValue: (next) => field.setValue(typeof next === 'string' ? next : ''), focus: () => field.focus(), destroy: () => field.destroy() };
};
