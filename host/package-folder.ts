/** Finds the package that the running code belongs to, whether or not the code is bundled into `dist/`. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder above this file that has a `package.json`. */
export const PACKAGE = nearest(__dirname);

function nearest(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) || path.dirname(folder) === folder ? folder : nearest(path.dirname(folder));
}
