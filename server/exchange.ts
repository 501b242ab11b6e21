/** Import and export for an editor: texts in, texts out, with an account of what has no counterpart. */
import { exportTo } from '../exchange/export.ts';
import { type ImportInput, importFiles } from '../exchange/import.ts';
import { WHY } from '../exchange/left.ts';
import { TARGETS, type Target } from '../exchange/targets.ts';
import { ownRequest, type Request } from './requests.ts';
import type { Workspace } from './workspace.ts';

export interface ExportAnswer {
  readonly text?: string;
  /** What the form does not say, a sentence or two each. */
  readonly left: readonly string[];
  /** Why nothing is exported. */
  readonly refused?: readonly string[];
}
export interface ImportAnswer {
  /** Absent where nothing in it is for Cred. */
  readonly text?: string;
  readonly problems: readonly string[];
  /** What became of each value, a line each, by record. */
  readonly account: string;
}

export const exchange = (workspace: Workspace): readonly Request[] => [
  ownRequest('cred/export', { uri: 'text', to: 'text' }, ({ uri: asked, to }: { uri: string; to: string }): ExportAnswer | null => {
    const { project, uri } = workspace.at(asked);
    const file = project.has(uri) ? project.file(uri) : undefined;
    if (!file || !Object.hasOwn(TARGETS, to)) return null;
    const all = project.uris.flatMap(one => project.file(one) ?? []);
    const made = exportTo(to as Target, [file], all);
    if ('refused' in made) return { left: [], refused: made.refused };
    const left = made.left.map(({ what, why, more }) => `${what}: ${WHY[why]}.${more ? ` ${more}` : ''}`);
    return { text: made.files.map(one => one.text).join('\n'), left: [...new Set(left)] };
  }),
  ownRequest('cred/import', { 'text?': 'text' }, (input: ImportInput): ImportAnswer => {
    const { files, records, problems } = importFiles([input]);
    const account = records.map(({ title, type, name, properties }) => {
      const fates = properties.map(one => `  ${one.path}: ${name === undefined ? 'left out' : one.fate}`);
      return `${title} (${type})\n${fates.join('\n')}`;
    });
    return {
      ...(files[0] && { text: files[0].text }),
      problems: problems.map(({ at, why }) => (at ? `${at}: ${why}` : why)),
      account: account.join('\n\n'),
    };
  }),
];
