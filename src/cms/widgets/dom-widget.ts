import type { ControlClass, ControlProps } from '../decap/decap.ts';
import { validity, type FieldCare } from './problem-aware.ts';

/** A part of the form that is made of plain elements. */
export interface DomPart {
  /** Another value came from outside, such as a backup. */
  setValue?(value: unknown): void;
  /** Decap has chosen pictures for this field. */
  mediaChosen?(props: ControlProps): void;
  focus?(): void;
  destroy(): void;
}

/** Makes a part in `parent`. `props` gives what Decap says at this moment; `change` hands a value on to the entry. */
export type MakePart = (parent: HTMLElement, props: () => ControlProps, change: (value: unknown) => void) => DomPart;

interface Instance {
  props: ControlProps;
  parent: HTMLElement | null;
  part: DomPart | undefined;
  sent: unknown;
}

/** A control of Decap's around a part of plain elements, which owns its value while somebody types in it. */
export function domWidget(make: MakePart, care: FieldCare): ControlClass {
  const { createClass, h } = window;
  if (!createClass || !h) throw new Error('The form did not start.');
  return createClass({
    componentDidMount(this: Instance) {
      care.stands(this);
      this.sent = this.props.value;
      this.part = make(
        this.parent!,
        () => this.props,
        (value) => {
          this.sent = value;
          this.props.onChange(value);
        },
      );
    },
    shouldComponentUpdate(this: Instance, next: ControlProps) {
      // Decap asks with what it gave to its own wrapper, where `forID` has another name.
      const { forID, value, mediaPaths } = this.props;
      return next.value !== value || next.mediaPaths.get(forID) !== mediaPaths.get(forID);
    },
    componentDidUpdate(this: Instance) {
      if (this.props.value !== this.sent) {
        this.sent = this.props.value;
        this.part?.setValue?.(plain(this.props.value));
      }
      if (this.props.mediaPaths.get(this.props.forID) !== undefined) this.part?.mediaChosen?.(this.props);
    },
    componentWillUnmount(this: Instance) {
      this.part?.destroy();
      this.part = undefined;
    },
    focus(this: Instance) {
      this.part?.focus?.();
    },
    isValid(this: Instance) {
      return validity(care.problems(this));
    },
    render(this: Instance) {
      return h('div', { className: 'garden-field', ref: (element: HTMLElement | null) => (this.parent = element) });
    },
  });
}

/** A value of Decap's without its Immutable wrapping. */
export function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'toJS' in value && typeof value.toJS === 'function' ? (value.toJS as () => unknown)() : value;
}

/** Gives the label of a field an id, for parts that a label cannot be tied to, and returns it. */
export function labelId(forID: string): string {
  const label = document.querySelector(`label[for="${CSS.escape(forID)}"]`);
  if (label && label.id === '') label.id = `${forID}-label`;
  return `${forID}-label`;
}
