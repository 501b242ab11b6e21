/** One set of components draws the panel beside the editor and the report. */

export { boardMarkdown } from './board.ts';
export { reportMarkdown } from './markdown.ts';
export { type PanelPage, panelPage } from './panel-page.ts';
export { profileHtml } from './profile.ts';
export { REPORT_STYLE, type ReportOptions, type ReportReader, reportHtml } from './report-page.ts';
