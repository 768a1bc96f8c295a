/** One step of the whole check. */
export interface Step {
  readonly name: string;
  /** A script of package.json, and the words after it. */
  readonly script: string;
  readonly args: readonly string[];
  /** Whether it waits until the content has no error: what it says then would be the same mistake once more. */
  readonly needsContent?: boolean;
}

/** All that a pull request has to pass, in order. On the host, problems show beside their lines. A garden that has the code from elsewhere has no pages for its tests to look at; the check and the build are its measure. */
export function steps({ onHost, tested }: { readonly onHost: boolean; readonly tested: boolean }): readonly Step[] {
  return [
    { name: 'Content', script: 'check', args: onHost ? ['--format', 'github'] : [] },
    { name: 'Report for the pull request', script: 'report', args: [] },
    { name: 'Preview of the change', script: 'preview-change', args: [] },
    { name: 'Generated files', script: 'generate', args: ['--check'] },
    ...(tested ? [{ name: 'Types, style and tests', script: 'test', args: [], needsContent: true }] : []),
    { name: 'The site', script: 'build', args: [], needsContent: true },
  ];
}
