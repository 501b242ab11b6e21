/** Finds files of the package, whether the code runs from dist/ or from its sources. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE } from '../../host/package-folder.ts';

export { PACKAGE };

/** Returns the version in package.json. */
export const version = (): string => (JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version;

/** Returns a rule's page as it is shipped, without its first line, which names the source file. */
export function rulePage(rule: string): string | undefined {
  if (!/^[a-z-]+\/[a-z-]+$/.test(rule)) return undefined;
  const file = path.join(PACKAGE, 'docs/rules', `${rule}.md`);
  const page = existsSync(file) ? readFileSync(file, 'utf8') : packed()[`docs/rules/${rule}.md`];
  return page?.replace(/^<!--.*-->\n/, '');
}

/** Returns the pages that are packed into one file, as the extension has them. */
function packed(): Readonly<Record<string, string>> {
  const file = path.join(PACKAGE, 'dist/pages.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
