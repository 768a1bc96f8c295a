/** Published changes that are on the desk and not in the repository. */
export interface Waiting {
  readonly commits: number;
  /** Why, and what ends it, in words. */
  readonly reason: string;
  /** Takes them over by hand, in the folder of the repository. */
  readonly command: string;
}

/** A desk that works. */
export interface ReadyDesk {
  readonly ready: true;
  readonly branch: string;
  /** Whose name the commits bear. */
  readonly user: { readonly name: string; readonly email: string };
  readonly waiting?: Waiting;
  /** What else the person should know, such as that their folder shows another branch. */
  readonly notice?: string;
}

/** A desk that cannot be: why, and the one thing to do. */
export interface NoDesk {
  readonly ready: false;
  readonly reason: string;
  readonly next: string;
}

export type DeskState = ReadyDesk | NoDesk;

/** Stops the opening of a desk with its two sentences. */
export class NoDeskError extends Error {
  override readonly name = 'NoDeskError';
  readonly state: NoDesk;

  constructor(reason: string, next: string) {
    super(reason);
    this.state = { ready: false, reason, next };
  }
}
