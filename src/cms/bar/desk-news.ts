/** What the local desk says of itself, as far as people at the form want to know. */
export interface DeskReport {
  readonly ready: boolean;
  readonly waiting?: { readonly reason: string; readonly command: string };
  readonly notice?: string;
  readonly building?: boolean;
  readonly held?: boolean;
}

/** What there is to say of the desk in words; empty when all is as it should be. `published` says that the form has just published. */
export function deskNews({ ready, waiting, notice, building, held }: DeskReport, published: boolean): string {
  if (!ready) return 'The desk does not answer at the moment. Your text is kept in this browser.';
  if (waiting) return `Published on the desk, but not in your folder yet. ${waiting.reason} To take it over by hand, run: ${waiting.command}`;
  if (notice) return notice;
  if (held) return 'The site shows its last good version: the build has stopped at a problem, which the terminal names.';
  if (published) return building ? 'Published. The site is being built again …' : 'Published. The site shows it.';
  return '';
}
