/** Says a problem of an import in a line. */
import type { FileProblem } from './ctdl/in.ts';

/** Returns the line; the file is not named where there is only one, which everybody knows. */
export function problemLine({ file, at, why }: FileProblem, isOne: boolean): string {
  const place = [...(isOne ? [] : [file]), ...(at === '' ? [] : [at])].join(', ');
  return place === '' ? why : `${place}: ${why}`;
}
