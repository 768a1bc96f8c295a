import type { Problem } from '#garden/checks/problem.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';

/** A picture that was stored beside the entry: the address to write, and what it shows. */
export interface StoredPicture {
  /** As a body writes it, such as `../media/ridge-3f9a2c.jpg`. */
  readonly src: string;
  readonly alt: string;
}

/** What the body editor needs of the form around it. */
export interface EditorHost {
  readonly index: FormIndex;
  /** What is wrong with a body, as the check says it; lines count from 1 in the body. */
  problems(body: string): readonly Problem[];
  /** Stores a picture that was dropped or pasted, and asks what it shows; undefined when the person gave up or it was refused. */
  storePicture(file: File): Promise<StoredPicture | undefined>;
  /** Lets the person choose a picture that is there already, or upload one. */
  choosePicture(): Promise<StoredPicture | undefined>;
}
