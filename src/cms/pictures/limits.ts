/** What a picture may be when it enters git through the form, and what is too much to be opened at all. */
export const LIMITS = {
  /** Pixels on the longest side. */
  side: 2000,
  bytes: 500_000,
  /** As the check of the garden has it for drawings. */
  svgBytes: 200 * 1024,
  /** Larger ones could take all memory of a phone before they are made smaller. */
  openPixels: 100_000_000,
  openBytes: 64_000_000,
} as const;
