/** Tells the language about its surroundings, from the disk. */
import { fileURLToPath } from 'node:url';
import { whereaboutsOf } from '../../host/documents.ts';
import { homepageOf } from '../../host/homepage.ts';
import { isBelow } from '../../host/inside.ts';
import type { Host } from '../../language/findings/host.ts';
import { pageOf } from '../../language/findings/pages.ts';
import type { Config } from '../../language/project/config.ts';
import { type ProjectFiles, within } from '../files/gather.ts';
import { PACKAGE } from '../files/package.ts';

/** Returns the host of a project. `today` is the date to judge by. */
export function nodeHost(today: string, config: Config, { root, only }: Pick<ProjectFiles, 'root' | 'only'>): Host {
  // Most findings are in the same file as the finding before, so its path is kept.
  let last: { readonly uri: string; readonly path: string } | undefined;
  const pathOf = (uri: string): string => {
    if (last?.uri !== uri) last = { uri, path: within(root, fileURLToPath(uri)) };
    return last.path;
  };
  return {
    today,
    whereabouts(uri, written) {
      const at = whereaboutsOf(root, fileURLToPath(uri), written);
      // With `only`, the project may be larger than the folder about which the caller may learn.
      return only === undefined || isBelow(only, root) || at === 'outside' ? at : whereaboutsOf(only, fileURLToPath(uri), written);
    },
    severity: (rule, at) => config.severity(rule, at && pathOf(at.uri), at?.program),
    limit: config.limit,
    standards: config.standards,
    indent: config.indent,
    help: helpOf,
  };
}

/** Returns the address of the page of a rule or a clause. */
export const helpOf = (rule: string): string => `${homepage()}${pageOf(rule)}`;

let home: string | undefined;
/**
 * Returns the homepage with a slash at its end, read once; an empty string if there is none, so that addresses are paths within the
 * package.
 */
const homepage = (): string => (home ??= homepageOf(PACKAGE) ?? '');
