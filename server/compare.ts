/** Compares a file with an earlier text of it, in the words of `cred diff`. */
import { changesBetween } from '../language/analysis/changes/changes.ts';
import { CredFile } from '../language/model/file.ts';
import { differencesMarkdown } from '../report/index.ts';
import { ownRequest, type Request, wrongParameters } from './requests.ts';
import type { Workspace } from './workspace.ts';

/** What has changed, as a page in Markdown. */
export interface Comparison {
  readonly markdown: string;
  /** The number of changes. */
  readonly changes: number;
}

interface CompareParams {
  readonly uri: string;
  /** The heading of the page. */
  readonly title: string;
  readonly before: string;
}

/** Returns the handler of `cred/compare`. */
export const compare = (workspace: Workspace): readonly Request[] => [
  ownRequest('cred/compare', { uri: 'text', title: 'text', before: 'text' }, ({ uri: asked, title, before }: CompareParams): Comparison => {
    const { project, uri } = workspace.at(asked);
    const now = project.file(uri);
    if (!now) throw wrongParameters('Cred does not know this file.');
    const changed = changesBetween([CredFile.read(now.uri, before)], [now]);
    return {
      markdown: differencesMarkdown(changed, title),
      changes: changed.reduce((sum, { changes }) => sum + changes.length, 0),
    };
  }),
];
