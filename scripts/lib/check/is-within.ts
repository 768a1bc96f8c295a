/** Whether a file is the one named, or stands in the folder named. A macron may be stored in two ways. */
export function isWithin(file: string, named: string): boolean {
  const composed = file.normalize('NFC');
  return composed === named || composed.startsWith(`${named}/`);
}
