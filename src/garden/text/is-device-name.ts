/** Whether Windows keeps a name (in lower case, without its ending) for a device, so that no file can be opened by it. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name);
}
