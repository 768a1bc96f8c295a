/** Trees that stand above the canopy. Each is drawn at its foot with a height of 100, as the `d` of a path to fill. */
const LEAVES = [-168, -140, -118, -98, -80, -62, -38, -12];

/** Tī kōuka: a bare trunk that forks into tufts of sword leaves. */
export const CABBAGE_TREE = `M-2 0L-1-52L1-52L3 0z${branch(0, -50, -14, -68)}${branch(0, -50, 13, -74)}${branch(0, -48, 1, -80)}${tuft(-14, -68, 17)}${tuft(13, -74, 19)}${tuft(1, -82, 20)}`;

/** Nīkau: one trunk, a bulge and a shuttlecock of fronds. */
export const PALM = `M-2 0L-1.500-62L-3-66L-1.500-73L1.500-73L3-66L1.500-62L2 0z${[-58, -34, -13, 13, 34, 58].map((lean) => frond(lean)).join('')}`;

/** Rimu or kahikatea: a tall spire with hanging shoulders. */
export const SPIRE = 'M-2 0L-2-22C-17-20-15-34-11-40C-15-40-11-56-8-60C-11-61-7-78-3-82C-4-88-1-97 0-100C1-97 4-88 3-82C7-78 11-61 8-60C11-56 15-40 11-40C15-34 17-20 2-22L2 0z';

function branch(x: number, y: number, toX: number, toY: number): string {
  return `M${x - 1} ${y}L${toX} ${toY}L${x + 1.5} ${y}z`;
}

function tuft(x: number, y: number, size: number): string {
  return LEAVES.map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const [dx, dy] = [Math.cos(angle) * size, Math.sin(angle) * size];
    return `M${x} ${y}q${r(dx * 0.5 - dy * 0.1)} ${r(dy * 0.5 + dx * 0.1)} ${r(dx)} ${r(dy + 2)}q${r(-dx * 0.6 - dy * 0.06)} ${r(-dy * 0.6)} ${r(-dx)} ${r(-dy - 2)}z`;
  }).join('');
}

function frond(lean: number): string {
  const side = Math.sign(lean);
  const reach = 6 + Math.abs(lean) * 0.42;
  const lift = 27 - Math.abs(lean) * 0.24;
  return `M0-72q${r(side * 2)} ${r(-lift)} ${r(side * reach)} ${r(-lift)}q${r(-side * reach * 0.55)} ${r(lift * 0.3)} ${r(-side * reach)} ${r(lift)}z`;
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}
