/** The line of a hill: its height at each point from the left. */
export type Profile = (x: number) => number;

export interface RidgeShape {
  readonly width: number;
  readonly height: number;
  /** Mean height of the skyline, from the top. */
  readonly base: number;
  /** How far the skyline rises and falls. */
  readonly rise: number;
  /** Typical width of one crown. */
  readonly crown: number;
}

/** A skyline of three slow waves. */
export function profile(random: () => number, { width, base, rise }: RidgeShape): Profile {
  const waves = [1.1, 2.3, 4.7].map((turns, index) => ({ turns: turns * (0.8 + random() * 0.5), phase: random() * 7, size: 0.62 ** index }));
  return (x) => base - rise * waves.reduce((sum, wave) => sum + wave.size * Math.sin((x / width) * wave.turns * 2 * Math.PI + wave.phase), 0) * 0.6;
}

/** The outline of a ridge of tree crowns, as the `d` of a path: one dome a crown, each of its own size. */
export function ridge(random: () => number, shape: RidgeShape, skyline: Profile): string {
  const { width, height, crown } = shape;
  let x = -Math.round(crown * random());
  let y = Math.round(skyline(x));
  let path = `M${x} ${height}V${y}`;
  while (x < width) {
    const wide = Math.round(crown * (0.55 + random() * 0.9));
    const next = Math.round(skyline(x + wide));
    const dome = Math.round(wide * (0.42 + random() * 0.34));
    const lean = Math.round(wide * (0.06 + random() * 0.12));
    path += `c${lean}-${dome} ${wide - lean}${signed(next - y - dome)} ${wide}${signed(next - y)}`;
    x += wide;
    y = next;
  }
  return `${path}V${height}z`;
}

function signed(value: number): string {
  return value < 0 ? String(value) : ` ${value}`;
}
