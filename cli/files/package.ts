/** The package that the command line belongs to, seen from dist/ and from its sources alike. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE } from '../../host/package-folder.ts';

export { PACKAGE };

export const version = (): string => (JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version;

/** A rule's page as it is shipped; what it was made from matters to those who write it only. */
export function rulePage(rule: string): string | undefined {
  if (!/^[a-z-]+\/[a-z-]+$/.test(rule)) return undefined;
  const file = path.join(PACKAGE, 'docs/rules', `${rule}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/^<!--.*-->\n/, '') : undefined;
}
