/** Answers import and export requests of an editor: texts go in, texts come out, with a list of what has no counterpart. */
import { exportTo } from '../exchange/export.ts';
import { type ImportInput, importFiles } from '../exchange/import.ts';
import { WHY } from '../exchange/left.ts';
import type { WorkbookSheet } from '../exchange/office/forms.ts';
import { TARGETS, type Target } from '../exchange/targets.ts';
import { ownRequest, type Request } from './requests.ts';
import { placeShown, studiesIn } from './self-study.ts';
import type { Workspace } from './workspace.ts';

/** The result of an export. */
export interface ExportAnswer {
  readonly text?: string;
  /** The sheets of a workbook, which the editor's extension packs. */
  readonly sheets?: readonly WorkbookSheet[];
  /** What the target format cannot express, one or two sentences each. */
  readonly left: readonly string[];
  /** The reasons why nothing is exported. */
  readonly refused?: readonly string[];
}
/** The result of an import. */
export interface ImportAnswer {
  /** The Cred text; absent if the input contains nothing for Cred. */
  readonly text?: string;
  readonly problems: readonly string[];
  /** The fate of each value, one line each, grouped by record. */
  readonly account: string;
}

/** Returns the handlers of `cred/export` and `cred/import`. */
export const exchange = (workspace: Workspace): readonly Request[] => [
  ownRequest('cred/export', { uri: 'text', to: 'text' }, ({ uri: asked, to }: { uri: string; to: string }): ExportAnswer | null => {
    const { project, uri } = workspace.at(asked);
    const file = project.has(uri) ? project.file(uri) : undefined;
    if (!file || !Object.hasOwn(TARGETS, to)) return null;
    const all = project.uris.flatMap(one => project.file(one) ?? []);
    const studies = to === 'xlsx' ? studiesIn(file, project) : [];
    const made = exportTo(to as Target, [file], all, { studies, place: placeShown });
    if ('refused' in made) return { left: [], refused: made.refused };
    const left = made.left.map(({ what, why, more }) => `${what}: ${WHY[why]}.${more ? ` ${more}` : ''}`);
    const [{ sheets } = {}] = made.files;
    return { text: made.files.map(one => one.text).join('\n'), ...(sheets && { sheets }), left: [...new Set(left)] };
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
