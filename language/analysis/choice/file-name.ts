/** The name of the file that the guided choice writes. */

/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Turns "Certified Widget Technician" into `certified-widget-technician`: letters and digits with hyphens, at most 60 characters. */
export function fileNameFor(title: string): string {
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  // A long title ends after a whole word.
  const short = name.length <= 60 ? name : name.slice(0, 61).replace(/-?[^-]*$/, '') || name.slice(0, 60);
  return short === '' ? 'program' : DEVICES.test(short) ? `${short}-program` : short;
}
