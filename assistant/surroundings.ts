/** What the tools for assistants need of the face that offers them: projects, pages, and where allowed a way to write. */

import type { ExportedText, ExportResult } from '../exchange/export.ts';
import type { ImportResult } from '../exchange/import.ts';
import type { ExportRefusal } from '../exchange/left.ts';
import type { Target } from '../exchange/targets.ts';
import type { Finding } from '../language/findings/finding.ts';
import type { Project } from '../language/project/project.ts';
import type { SourceText } from '../library/api.ts';

/** A request that cannot be fulfilled. Its message tells the assistant why, and what to do instead. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal';
}

/** A file that an assistant asked for. */
export interface AssistantFile {
  readonly uri: string;
  /** The path as the assistant names the file. */
  readonly path: string;
}

/** A project of its own for one request: a tool may change its texts, and nothing else sees that. */
export interface AssistantProject {
  readonly project: Project;
  /** The files that were asked for, in the order of their paths. */
  readonly files: readonly AssistantFile[];
  /** Findings of files that are no programs or cannot be read: `cred.json`, unreadable files. */
  readonly more: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
  /** Returns the path of any file of the project. */
  shown(uri: string): string;
}

/** Which files a request is about. */
export interface FileRequest {
  /** Files or folders; left out, everything. */
  readonly paths?: readonly string[] | undefined;
  /** Texts that stand for files, which need not exist. If they are given without `paths`, the request is about them alone. */
  readonly texts?: readonly SourceText[] | undefined;
  readonly asOf?: string | undefined;
}

/** Returns the files and folders that a request is about. */
export const placesOf = ({ paths, texts = [] }: Pick<FileRequest, 'paths' | 'texts'>): readonly string[] => [
  ...(paths ?? (texts.length > 0 ? [] : ['.'])),
  ...texts.map(({ path }) => path),
];

/** A file with its text before and after a change. */
export interface ChangedFile extends AssistantFile {
  readonly before: string;
  readonly after: string;
}

/** The face's side of the tools. Everything may throw a {@link ToolRefusal}. */
export interface Surroundings {
  projects(request: FileRequest): readonly AssistantProject[] | Promise<readonly AssistantProject[]>;
  /** The paths of all programs' files, for lists. */
  paths(): readonly string[] | Promise<readonly string[]>;
  /** Returns a rule's page in Markdown. */
  page(rule: string): string | undefined | Promise<string | undefined>;
  /** Returns the texts that the requested files had at a revision of git. */
  earlier(revision: string, request: FileRequest): readonly SourceText[] | Promise<readonly SourceText[]>;
  /** Imports records of other systems. */
  importRecords(records: RecordRequest): ImportResult | Promise<ImportResult>;
  exportTexts(target: Target, files: readonly ExportedText[], options: { readonly language?: string }): ExportResult | ExportRefusal;
  /** Writes changed files; absent where nothing may be written. */
  readonly write?: (files: readonly ChangedFile[]) => void;
}

/** Records of other systems: files by their paths, or texts. The ending of a path says which form a record has. */
export type RecordRequest = { readonly paths: readonly string[] } | { readonly texts: readonly SourceText[] };
