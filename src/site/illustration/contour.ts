/** Closed contour lines around a summit, from the inside out, as the `d` of one path. */
export function contours(random: () => number, centre: readonly [number, number], radii: readonly number[], flatten = 0.62): string {
  const points = 11;
  const lobes = [2, 3, 5].map((turns, index) => ({ turns, phase: random() * 7, size: [0.16, 0.1, 0.05][index]! }));
  return radii
    .map((radius, ring) => {
      const corners = Array.from({ length: points }, (_, index): [number, number] => {
        const angle = (index / points) * 2 * Math.PI;
        const bend = 1 + lobes.reduce((sum, lobe) => sum + lobe.size * Math.sin(angle * lobe.turns + lobe.phase + ring * 0.13), 0) * Math.min(1, ring / 3);
        return [centre[0] + Math.cos(angle) * radius * bend * 1.25, centre[1] + Math.sin(angle) * radius * bend * flatten];
      });
      return smoothLoop(corners);
    })
    .join('');
}

/** A smooth closed curve through points (Catmull-Rom, written as Béziers). */
function smoothLoop(points: readonly (readonly [number, number])[]): string {
  const at = (index: number) => points[(index + points.length) % points.length]!;
  const round = (value: number) => Math.round(value);
  let path = `M${round(at(0)[0])} ${round(at(0)[1])}`;
  for (let index = 0; index < points.length; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const first = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${[...first, ...second, ...to].map(round).join(' ')}`;
  }
  return `${path}z`;
}
