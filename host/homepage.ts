/** Finds the web address of the pages of rules and standards. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Returns `homepage` of a folder's package.json, with a slash at its end; `undefined` if it is not set or there is no such file. */
export function homepageOf(folder: string): string | undefined {
  try {
    const { homepage } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { homepage?: string };
    return homepage && (homepage.endsWith('/') ? homepage : `${homepage}/`);
  } catch {
    return undefined;
  }
}
