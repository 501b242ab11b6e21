/** Compares a file with an earlier version or another file, in the words of `cred diff`. */
import type { Files } from '../host/files.ts';
import { changesBetween } from '../language/analysis/changes/changes.ts';
import { CredFile } from '../language/model/file.ts';
import { differencesMarkdown } from '../report/index.ts';
import { failed, ownRequest, type Request, wrongParameters } from './requests.ts';
import type { Workspace } from './workspace.ts';

/** A version of a file in git; `isNow` if its text is that of the editor. */
export interface ProtocolVersion {
  readonly revision: string;
  readonly day: string;
  readonly subject: string;
  readonly isNow: boolean;
}

/** The versions of a file, or why there are none. */
export type ProtocolVersions = { readonly versions: readonly ProtocolVersion[] } | { readonly problem: string };

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
  /** The revision to compare with, or the text. */
  readonly revision?: string;
  readonly before?: string;
}

/** Returns the handlers of `cred/versions` and `cred/compare`. A client asks for versions only where git may be run. */
export const compare = (workspace: Workspace, files: Files): readonly Request[] => {
  const fileAt = (asked: string): CredFile => {
    const { project, uri } = workspace.at(asked);
    const file = project.file(uri);
    if (!file) throw wrongParameters('Cred does not know this file.');
    return file;
  };
  return [
    ownRequest('cred/versions', { uri: 'text' }, ({ uri }: { uri: string }): ProtocolVersions => {
      const { text } = fileAt(uri);
      const found = files.versions?.(uri) ?? { problem: 'Versions are not known here: there is no git.' };
      if ('problem' in found) return found;
      const [latest] = found.versions;
      const isNow = latest !== undefined && files.textAt?.(uri, latest.revision) === text;
      return { versions: found.versions.map((one, i) => ({ ...one, isNow: isNow && i === 0 })) };
    }),
    ownRequest(
      'cred/compare',
      { uri: 'text', title: 'text', 'revision?': 'text', 'before?': 'text' },
      ({ uri, title, revision, before }: CompareParams): Comparison => {
        const now = fileAt(uri);
        const text = revision === undefined ? before : files.textAt?.(uri, revision);
        if (text === undefined) throw failed('That version is not there any more.');
        const changed = changesBetween([CredFile.read(now.uri, text)], [now]);
        return {
          markdown: differencesMarkdown(changed, title),
          changes: changed.reduce((sum, { changes }) => sum + changes.length, 0),
        };
      },
    ),
  ];
};
