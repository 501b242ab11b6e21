/** Makes the page that the panel loads once; its script shows each profile that arrives. */
import { html } from './html.ts';

/** What the page needs. */
export interface PanelPage {
  /** The addresses of dist/panel.js and dist/panel.css within the webview. */
  readonly script: string;
  readonly style: string;
  /** The nonce of the content security policy, new for each page. */
  readonly nonce: string;
  readonly cspSource: string;
  readonly title: string;
  /** The text shown until the first profile arrives. */
  readonly waiting: string;
}

/** Returns the page as HTML. */
export const panelPage = ({ script, style, nonce, cspSource, title, waiting }: PanelPage): string =>
  html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; img-src ${cspSource}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="profile"><p class="waiting">${waiting}</p></div>
<p id="told" class="spoken" role="status"></p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`.toString();
