import { contextOf, newCanvas } from './encode-small.ts';

/** Whether what is drawn comes back as it was drawn: a browser set to hide who somebody is may give noise instead of the picture. */
export function canvasKeepsColours(): boolean {
  const context = contextOf(newCanvas(16, 16));
  const wanted = Array.from({ length: 16 }, (_, index) => [index * 16, 255 - index * 16, (index * 48) % 256] as const);
  wanted.forEach(([red, green, blue], column) => {
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(column, 0, 1, 16);
  });
  const { data } = context.getImageData(0, 0, 16, 16);
  // Some browsers change a bit here and there, which nobody sees.
  return data.every((value, index) => index % 4 === 3 || Math.abs(value - wanted[(index >> 2) % 16]![index % 4]!) <= 4);
}
