/** Makes the report of programs as one text. It is part of the engine's bundle. */
import { createHash } from 'node:crypto';
import { boardMarkdown, REPORT_STYLE, type ReportReader, reportHtml, reportMarkdown } from '../../report/index.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { shownPath } from '../files/paths.ts';
import { type StandingsOptions, standingsOf } from './standings.ts';

/** Which report to make. */
export interface ReportTask extends StandingsOptions {
  readonly format: 'html' | 'markdown';
  readonly cwd: string;
  readonly reader: ReportReader;
}

/** Makes the report of the requested files, and counts their programs. */
export function tellReport(projects: readonly ProjectFiles[], task: ReportTask): { readonly programs: number; readonly text: string } {
  const standings = standingsOf(projects, task);
  // A built-in standard is not a file that users have, so it has no path.
  const path = (uri: string): string | undefined => (uri.startsWith('file:') ? shownPath(uri, task.cwd) : undefined);
  const styleHash = `'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'`;
  const markdown = (): string => (task.reader === 'board' ? boardMarkdown(standings) : reportMarkdown(standings, path));
  const text = task.format === 'html' ? reportHtml(standings, { path, styleHash, reader: task.reader }) : markdown();
  return { programs: standings.length, text };
}
