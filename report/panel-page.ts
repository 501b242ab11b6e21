/** The page that the panel loads once; its script fills it with each profile that arrives. */
import { html } from './html.ts';

export interface PanelPage {
  /** Addresses of dist/panel.js and dist/panel.css as the webview sees them. */
  readonly script: string;
  readonly style: string;
  /** New for each page. */
  readonly nonce: string;
  readonly cspSource: string;
  readonly title: string;
  /** What it says until the first profile arrives. */
  readonly waiting: string;
}

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
