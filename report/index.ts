/** The entry point of the report. The panel and the report are drawn by the same components. */

export { boardMarkdown, boardSections } from './board.ts';
export { differencesMarkdown } from './differences.ts';
export { reportMarkdown } from './markdown.ts';
export { type PanelPage, panelPage } from './panel-page.ts';
export { partsHtml, profileHtml } from './profile.ts';
export { REPORT_STYLE, type ReportOptions, type ReportReader, reportHtml } from './report-page.ts';
