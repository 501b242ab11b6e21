/** Makes the report: a self-contained page without scripts or external resources. */
import type { Standing } from '../language/analysis/standing/standing.ts';
import { counted } from '../language/model/sentence.ts';
import { boardPage } from './board.ts';
import { reportFace } from './face.ts';
import { type Html, html, stylesheet } from './html.ts';
import { SPRITE } from './icons.ts';
import { byOwner, overview } from './overview.ts';
import { type PartMarkup, program } from './profile.ts';
import components from './styles/components.css';
import own from './styles/report.css';

import { PARTS } from './words.ts';

/** How to make the report. */
export interface ReportOptions {
  /** Returns a file's path as people know it; `undefined` for built-in standards. */
  path(uri: string): string | undefined;
  /** The hash of {@link REPORT_STYLE} for the content security policy, `'sha256-…'`. */
  readonly styleHash: string;
  /** The reader. For a board, each program has a page of its own, without places and ids. Default: a reviewer. */
  readonly reader?: ReportReader;
}

/** The readers for whom a report can be made. */
export type ReportReader = 'reviewer' | 'board';

/** The report's own rules come last, so that they override the others on paper. */
export const REPORT_STYLE = `${components}${own}`;

/** Returns the report of programs as HTML. */
export function reportHtml(standings: readonly Standing[], { path, styleHash, reader }: ReportOptions): string {
  const single = standings.length === 1 ? standings[0] : undefined;
  const title = single ? single.program.label : 'Credentialing programs';
  const days = [...new Set(standings.map(({ asOf }) => asOf))].join(', ');
  if (reader === 'board') return page(title, styleHash, board(standings)).toString();
  const owners = byOwner(standings).filter(({ standings: [one] }) => one!.program.owner).length;
  const sections = new Map(standings.map((one, i) => [one, single ? '' : `p${i + 1}-`]));
  const face = (one: Standing) =>
    reportFace({
      level: single ? 1 : 2,
      of: single ? undefined : one.program.label,
      prefix: sections.get(one)!,
      home: one.program.at.uri,
      path,
    });
  const body = single
    ? html`<main class="report">${program(single, face(single), parts => contents(parts, ''))}${written(single, path)}</main>`
    : html`<header class="report-head"><h1 class="h0">${title}</h1><p class="summary">${counted(standings.length, 'program')}${owners > 1 && ` of ${owners} owners`}${days && `, looked at as of ${days}`}.</p></header>
<main class="report">${overview(standings, one => `${sections.get(one)}program`)}${standings.map(
        one =>
          html`<article class="program" aria-labelledby="${sections.get(one)}program">${program(one, face(one), parts => contents(parts, sections.get(one)!, one.program.label))}${written(one, path)}<p class="up"><a href="#overview">Back to the overview</a></p></article>
`,
      )}</main>`;
  return page(title, styleHash, body).toString();
}

const board = (standings: readonly Standing[]): Html =>
  html`<main class="report board">${standings.map(
    one => html`<article class="program">${boardPage(one, 1)}<footer class="colophon"><p>What is met is what the description shows; whether a program is accredited is for the accreditor to decide.</p></footer></article>
`,
  )}</main>`;

const page = (title: string, hash: string, body: Html): Html => html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Cred">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${stylesheet(REPORT_STYLE)}
</head>
<body>
${SPRITE}${body}
</body>
</html>
`;

const contents = (parts: readonly PartMarkup[], prefix: string, of?: string): Html =>
  html`<nav class="contents" aria-label="${of === undefined ? 'Contents' : `Contents of ${of}`}"><ul role="list">${parts.map(({ name }) => html`<li><a href="#${prefix}${name}">${PARTS[name].title}</a></li>`)}</ul></nav>`;

const written = ({ program: { at }, asOf }: Standing, path: ReportOptions['path']): Html =>
  html`<footer class="colophon"><p>Made with Cred from <code>${path(at.uri) ?? at.uri}</code> as of ${asOf}. Line numbers without a file are those of this file. What is met is what the description shows; whether a program is accredited is for the accreditor to decide.</p></footer>`;
