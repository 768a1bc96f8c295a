const FIGURE = /^(\d[\d ,]*(?:\.\d+)?)\s*(%?)\s*(?:\([^)]*\))?$/;

/** Two figures as lengths from 0 to 100, the larger one full; nothing unless both are plain numbers of the same kind, with a year in brackets at most. */
export function plainFigures(before: string | undefined, after: string | undefined): [number, number] | undefined {
  const [first, second] = [before, after].map((text) => FIGURE.exec(text?.trim() ?? ''));
  if (!first || !second || first[2] !== second[2]) return undefined;
  const [from, to] = [first, second].map((match) => Number(match[1]!.replace(/[ ,]/g, ''))) as [number, number];
  const most = Math.max(from, to);
  if (most === 0) return undefined;
  return [(from / most) * 100, (to / most) * 100].map((value) => Math.round(value * 10) / 10) as [number, number];
}
