import type { FormIndex } from '#garden/outputs/form-index.ts';
import { isKindName } from '#garden/schema/index.ts';
import type { DraftCheck } from '../check/draft-check.ts';
import { fieldPaths } from '../check/field-paths.ts';
import type { FieldPlaces } from '../check/field-places.ts';
import { formWords, label } from '../check/form-words.ts';
import type { Control, ControlClass, Decap } from '../decap/decap.ts';
import { bodyPart, type BodySetting } from './body-part.ts';
import { datePart } from './date-part.ts';
import { domWidget, type MakePart } from './dom-widget.ts';
import { entryPart } from './entry-part.ts';
import { groupAware, problemAware, type FieldCare } from './problem-aware.ts';
import { progressPart } from './progress-part.ts';
import { sectionPart } from './section-part.ts';

const FIELDS = ['string', 'text', 'number', 'select', 'boolean', 'image'];
const GROUPS = ['list', 'object'];

/** Registers every control of the form: Decap's own, made aware of what the check says, and ours. */
export function registerWidgets(decap: Decap, index: FormIndex, check: DraftCheck, places: FieldPlaces, body: Omit<BodySetting, 'index' | 'check'>): void {
  const paths = fieldPaths();
  const care: FieldCare = {
    stands(control) {
      if (GROUPS.includes(String(control.props.field.get('widget')))) paths.add(control);
      places.set(paths.of(control), control.props.forID);
    },
    problems: problemsOf,
  };
  function problemsOf(control: Control): string[] {
    const kind = String(control.props.collection.get('name'));
    if (!isKindName(kind)) return [];
    const found = check.problems(control.props.getEntry());
    const path = paths.of(control);
    // An item of a list may have moved since it stood.
    places.set(path, control.props.forID);
    if (path.length === 1 && path[0] === 'body') return found.body.filter(({ severity }) => severity === 'error').map(({ line, message }) => `Line ${line}: ${message}`);
    const errors = found.fields.filter(({ severity }) => severity === 'error');
    const own = errors.filter((problem) => samePath(problem.path ?? [], path));
    if (own.length > 0) return own.map((problem) => formWords(kind, problem, index.vocabularies));
    // Of a group that is missing as a whole, each part that it cannot be without says so too.
    const missing = errors.some(({ rule, path: of = [] }) => rule === 'missing-field' && of.length < path.length && samePath(of, path.slice(0, of.length)));
    return missing && control.props.field.get('required') !== false ? [`"${label(kind, path, index.vocabularies)}" is missing.`] : [];
  }
  // Registering one of Decap's again would keep the old control beside the new one, and warn; it is put in its place instead.
  const again = (name: string, wrap: (Base: ControlClass) => ControlClass) => {
    const widget = decap.getWidget(name);
    widget.control = wrap(widget.control);
  };
  for (const name of FIELDS) again(name, (Base) => problemAware(Base, care));
  for (const name of GROUPS) again(name, (Base) => groupAware(Base, care));
  const own = (name: string, make: MakePart) => decap.registerWidget({ name, controlComponent: domWidget(make, care) });
  again('datetime', () => domWidget(datePart, care));
  again('relation', () => domWidget(entryPart(index), care));
  own('garden-entry', entryPart(index));
  own('garden-section', sectionPart);
  own('garden-progress', progressPart(places));
  own('garden-body', bodyPart({ ...body, index, check }));
}

function samePath(a: readonly PropertyKey[], b: readonly PropertyKey[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
