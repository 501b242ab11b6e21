/** Answers import and export requests of an editor: texts go in, texts come out, with a list of what has no counterpart. */
import { existingBlocks } from '../exchange/existing.ts';
import { exportTo } from '../exchange/export.ts';
import { type ExistingBlock, type ImportInput, importFiles } from '../exchange/import.ts';
import { WHY } from '../exchange/left.ts';
import type { WorkbookSheet } from '../exchange/office/forms.ts';
import { problemLine } from '../exchange/problem-line.ts';
import { TARGETS, type Target } from '../exchange/targets.ts';
import { fileName } from '../language/model/address.ts';
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
/** A request to import files, as the extension has read them. */
export interface ImportRequest {
  readonly inputs: readonly ImportInput[];
  /** A file of the project for which the text is meant: what is there already is told, and its names are not given again. */
  readonly into?: string | null;
}
/** The result of an import. */
export interface ImportAnswer {
  /** The Cred text of all inputs; absent if they contain nothing for Cred. */
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
  ownRequest(
    'cred/import',
    { inputs: [{ file: 'text', 'text?': 'text' }], 'into?': 'text' },
    ({ inputs, into }: ImportRequest): ImportAnswer => {
      const { files, records, problems } = importFiles(inputs, into ? knownAround(workspace, into) : []);
      const isOne = inputs.length < 2;
      const account = records.map(({ file, title, type, name, properties }) => {
        const fates = properties.map(one => `  ${one.path}: ${name === undefined ? 'left out' : one.fate}`);
        return [`${isOne ? '' : `${file}: `}${title} (${type})`, ...fates].join('\n');
      });
      return {
        ...(files.length > 0 && { text: files.map(({ text }) => text).join('\n') }),
        problems: problems.map(one => problemLine(one, isOne)),
        account: account.join('\n\n'),
      };
    },
  ),
];

/** Returns the blocks of the project of a file. */
function knownAround(workspace: Workspace, uri: string): ExistingBlock[] {
  const { project } = workspace.at(uri);
  return project.uris.flatMap(one => {
    const file = project.file(one);
    return file ? existingBlocks(file, fileName(one)) : [];
  });
}
