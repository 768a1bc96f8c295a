/** What became of an address that the content had and has no more. */
export interface PastAddress {
  /** The day it went, `YYYY-MM-DD`. */
  readonly last: string;
  /** The entry that its file became by a new name, `kind/id`. It lives. */
  readonly movedTo?: string;
}

/** Every address that the content once had and has no more, by `kind/id`. */
export type Past = ReadonlyMap<string, PastAddress>;
