/** What the language asks of its surroundings, answered from the disk. */
import { fileURLToPath } from 'node:url';
import { whereaboutsOf } from '../../host/documents.ts';
import { homepageOf } from '../../host/homepage.ts';
import { isBelow } from '../../host/inside.ts';
import type { Host } from '../../language/findings/host.ts';
import { pageOf } from '../../language/findings/pages.ts';
import type { Config } from '../../language/project/config.ts';
import { type ProjectFiles, within } from '../files/gather.ts';
import { PACKAGE } from '../files/package.ts';

/** For the files of a project. */
export function nodeHost(today: string, config: Config, { root, only }: Pick<ProjectFiles, 'root' | 'only'>): Host {
  // Most findings are in the file of the finding before.
  let last: { readonly uri: string; readonly path: string } | undefined;
  const pathOf = (uri: string): string => {
    if (last?.uri !== uri) last = { uri, path: within(root, fileURLToPath(uri)) };
    return last.path;
  };
  return {
    today,
    whereabouts(uri, written) {
      const at = whereaboutsOf(root, fileURLToPath(uri), written);
      // A project may be wider than what may be told of it.
      return only === undefined || isBelow(only, root) || at === 'outside' ? at : whereaboutsOf(only, fileURLToPath(uri), written);
    },
    severity: (rule, at) => config.severity(rule, at && pathOf(at.uri), at?.program),
    limit: config.limit,
    standards: config.standards,
    indent: config.indent,
    help: helpOf,
  };
}

/** Where the page of a rule or a clause is found. */
export const helpOf = (rule: string): string => `${homepage()}${pageOf(rule)}`;

let home: string | undefined;
/** The homepage, read once; empty where none is set, and the page's path in the package is left. */
const homepage = (): string => (home ??= homepageOf(PACKAGE) ?? '');
