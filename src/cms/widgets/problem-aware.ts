import type { Control, ControlClass, ControlProps, FieldError } from '../decap/decap.ts';

/** What a control tells the form, and asks of it. */
export interface FieldCare {
  /** A control stands in the form. */
  stands(control: Control): void;
  /** What is wrong with its field, in sentences. */
  problems(control: Control): readonly string[];
}

/** A control of Decap's that also shows what the check says of its field; a save stops while it says something. */
export function problemAware(Base: ControlClass, care: FieldCare): ControlClass {
  return class extends Base {
    constructor(props: ControlProps) {
      super(props);
      care.stands(this);
      this.isValid = () => validity(care.problems(this));
    }
  };
}

/** How Decap wants to hear of problems. */
export function validity(problems: readonly string[]): true | { error: { message: string } } {
  return problems.length === 0 ? true : { error: { message: problems.join(' ') } };
}

/** A list or group of Decap's: it checks what is in it first, and then says what is wrong with it as a whole. */
export function groupAware(Base: ControlClass, care: FieldCare): ControlClass {
  return class extends Base {
    constructor(props: ControlProps) {
      super(props);
      care.stands(this);
      const validate = this.validate?.bind(this);
      // Decap would count the items itself, in other words than ours.
      this.validateSize = () => [];
      this.validate = () => {
        validate?.();
        const errors = care.problems(this).map((message): FieldError => ({ type: 'CUSTOM', message, parentIds: this.props.parentIds }));
        this.props.onValidateObject(this.props.forID, errors);
      };
    }
  };
}
