/** The report of programs as one text. Part of the engine's bundle. */
import { createHash } from 'node:crypto';
import { REPORT_STYLE, reportHtml, reportMarkdown } from '../../report/index.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { shownPath } from '../files/paths.ts';
import { type StandingsOptions, standingsOf } from './standings.ts';

export interface ReportTask extends StandingsOptions {
  readonly format: 'html' | 'markdown';
  readonly cwd: string;
}

export function tellReport(projects: readonly ProjectFiles[], task: ReportTask): { readonly programs: number; readonly text: string } {
  const standings = standingsOf(projects, task);
  // A built-in standard is no file that people have written.
  const path = (uri: string): string | undefined => (uri.startsWith('file:') ? shownPath(uri, task.cwd) : undefined);
  const styleHash = `'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'`;
  const text = task.format === 'html' ? reportHtml(standings, { path, styleHash }) : reportMarkdown(standings, path);
  return { programs: standings.length, text };
}
