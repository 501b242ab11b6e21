/** Exports programs to another format, and reports what it cannot express. */
import { CredFile } from '../language/model/file.ts';
import { exportBulkUpload } from './bulk-upload.ts';
import { exportCsv } from './csv-out.ts';
import { exportCtdl } from './ctdl/out.ts';
import { describe } from './describe.ts';
import { exportElm } from './elm.ts';
import type { Json } from './json.ts';
import type { ExportRefusal, LeftOut } from './left.ts';
import { exportMarkdown } from './markdown.ts';
import { blocksOf, jsonText, type ModelBlock, modelOf } from './model.ts';
import type { WorkbookSheet } from './office/forms.ts';
import type { ShowPlace, StudyWithSummary } from './office/self-study-out.ts';
import { programSheets } from './office/sheets-out.ts';
import { exportOpenBadges } from './open-badges.ts';
import { exportPages } from './page.ts';
import { exportSchemaOrg } from './schema-org.ts';
import type { Target } from './targets.ts';

/** How to export. */
export interface ExportOptions {
  /** The language of the texts, for CTDL and web pages. */
  readonly language?: string;
  /** Whether each program gets a file of its own, if the format allows it. */
  readonly apart?: boolean;
  /** The readiness of the programs, for workbooks, and how places in it are shown. */
  readonly studies?: readonly StudyWithSummary[];
  readonly place?: ShowPlace;
}
/** An exported file: a text, or the sheets of a workbook, which the caller packs. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
  readonly sheets?: readonly WorkbookSheet[];
}
/** The exported texts, and what is left out. */
export interface ExportResult {
  /** The exported files. `name` is that of the program, or of the whole. */
  readonly files: readonly ExportedFile[];
  readonly left: readonly LeftOut[];
  readonly programs: number;
}

/** A text of a project that is exported, or that lends its names. */
export interface ExportedText {
  readonly uri: string;
  readonly text: string;
  readonly reported: boolean;
}

/** Exports the reported ones of some texts. */
export function exportTexts(target: Target, texts: readonly ExportedText[], options: ExportOptions): ExportResult | ExportRefusal {
  const read = texts.map(({ uri, text, reported }) => ({ reported, file: CredFile.read(uri, text) }));
  return exportTo(
    target,
    read.filter(one => one.reported).map(one => one.file),
    read.map(one => one.file),
    options,
  );
}

const SEVERAL_PAGES = 'Each program has a page of its own. Name a folder to write them into, or the file of one program.';

/** Exports files. `of` are the requested files; `all` are those of their project. */
export function exportTo(
  target: Target,
  of: readonly CredFile[],
  all: readonly CredFile[],
  { language, apart = false, studies = [], place = () => '' }: ExportOptions = {},
): ExportResult | ExportRefusal {
  const { model, all: every, left } = describe(of, all);
  const blocks = blocksOf(model);
  const { programs } = model;
  // If each program has its own file, the file also contains the organizations that the program names.
  const groups: { name: string; blocks: readonly ModelBlock[] }[] = apart
    ? programs.map(one => ({ name: one.name ?? 'program', blocks: [one] }))
    : [{ name: 'programs', blocks }];
  const made = (files: ExportResult['files'], more: readonly LeftOut[] = []): ExportResult => ({
    files,
    left: [...left, ...more],
    programs: programs.length,
  });
  switch (target) {
    case 'json':
      return made(groups.map(one => ({ name: one.name, text: jsonText(modelOf(one.blocks)) })));
    case 'markdown': {
      const readable = groups.map(one => ({ ...one, blocks: one.blocks.filter(({ kind }) => kind !== 'standard') }));
      return made(readable.map(one => ({ name: one.name, text: exportMarkdown(one.blocks, every) })));
    }
    case 'csv': {
      const { text, left: more } = exportCsv(programs, every);
      return made([{ name: 'programs', text }], more);
    }
    case 'bulk-upload': {
      const { text, left: more } = exportBulkUpload(programs, every);
      return made([{ name: 'programs', text }], more);
    }
    case 'xlsx': {
      const { sheets, left: more } = programSheets(blocks, every, studies, place);
      return made([{ name: 'programs', text: '', sheets }], more);
    }
    case 'open-badges': {
      const found = exportOpenBadges(programs, every);
      return 'refused' in found ? found : made(jsonFiles(found.achievements, apart), found.left);
    }
    case 'schema-org': {
      const found = exportSchemaOrg(programs, every);
      return 'refused' in found ? found : made(jsonFiles(found.pages, apart), found.left);
    }
    case 'elm': {
      const found = exportElm(programs, every, language);
      return 'refused' in found ? found : made(jsonFiles(found.documents, apart), found.left);
    }
    case 'html': {
      if (!apart && programs.length > 1) return { refused: [SEVERAL_PAGES] };
      const found = exportPages(programs, every, language);
      if ('refused' in found) return found;
      return made(
        found.pages.map(({ name, html }) => ({ name, text: html })),
        found.left,
      );
    }
    case 'ctdl': {
      const found = groups.map(one => ({
        name: one.name,
        ...exportCtdl({ blocks: one.blocks, all: every, ...(language !== undefined && { language }) }),
      }));
      const refused = found.flatMap(one => ('refused' in one ? one.refused : []));
      if (refused.length > 0) return { refused };
      const exported = found.flatMap(one => ('json' in one ? [one] : []));
      return made(
        exported.map(({ name, json }) => ({ name, text: jsonText(json) })),
        exported.flatMap(one => one.left),
      );
    }
  }
}

/** Writes documents into a file each, or all into one: a single one as it is, several as a list. */
function jsonFiles(documents: readonly { readonly name: string; readonly json: Json }[], apart: boolean): ExportedFile[] {
  if (apart) return documents.map(({ name, json }) => ({ name, text: jsonText(json) }));
  const all = documents.map(({ json }) => json);
  return [{ name: 'programs', text: jsonText(all.length === 1 ? all[0] : all) }];
}
