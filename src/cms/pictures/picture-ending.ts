/** The ending of a picture's name as the garden writes it, such as `jpg`; undefined when the name is of no picture that the garden takes. */
export function pictureEnding(name: string): string | undefined {
  const ending = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return ending && ['jpg', 'png', 'webp', 'avif', 'gif', 'svg', 'heic', 'heif', 'bmp', 'tif', 'tiff'].includes(ending) ? ending : undefined;
}
