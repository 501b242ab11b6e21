/** The package that the running code belongs to, bundled into `dist/` or not. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder above with a `package.json`. */
export const PACKAGE = nearest(__dirname);

function nearest(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) || path.dirname(folder) === folder ? folder : nearest(path.dirname(folder));
}
