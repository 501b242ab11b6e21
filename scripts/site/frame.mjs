// Makes what all pages share: head, policy, navigation, foot.
import { escaped, MAIN, SECTIONS } from './pages.mjs';
import { SITE } from './settings.mjs';

const up = page => '../'.repeat(page.split('/').length - 1);

const OWN = "default-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'self'";
/** The policies of pages, by the scripts that they run. Nothing is loaded from elsewhere. */
const POLICIES = {
  none: `${OWN}; style-src 'self'`,
  // The workplace's editor sets styles at run time, and its service worker comes from the site.
  workplace: `${OWN}; style-src 'self' 'unsafe-inline'; script-src 'self'; worker-src 'self'; frame-src 'self'`,
  // The index is read by a program in WebAssembly.
  search: `${OWN}; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'`,
};

/** Returns a page. `says` is what it is about, in a sentence. */
export function frame(page, title, body, { scripts = 'none', id = 'site', says, styles = [] } = {}) {
  const policy = POLICIES[scripts];
  const section = SECTIONS.find(one => isIn(one, page));
  const current = to => (to === page ? ' aria-current="page"' : section && isIn(section, to) ? ' aria-current="true"' : '');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${says ? `<meta name="description" content="${escaped(says)}">\n` : ''}<title>${escaped(title)}${title === 'Cred' ? '' : ' – Cred'}</title>
${SITE ? `<link rel="canonical" href="${SITE}${page === 'index.html' ? '' : page}">\n` : ''}<link rel="icon" href="${up(page)}cred.svg">
${['site.css', ...styles].map(file => `<link rel="stylesheet" href="${up(page)}${file}">\n`).join('')}</head>
<body id="${id}">
<a class="skip" href="#content">Skip to the content</a>
<header class="site"><a class="home" href="${up(page)}index.html"><img src="${up(page)}cred.svg" width="28" height="28" alt="">Cred</a><nav aria-label="Main">${MAIN.map(([to, name]) => `<a href="${up(page)}${to}"${current(to)}>${name}</a>`).join('')}</nav>${page === 'search.html' ? '' : `<form role="search" action="${up(page)}search.html"><input type="search" name="q" aria-label="Search" placeholder="Search"></form>`}</header>
${body}
${id === 'workplace-body' ? '' : foot(page)}</body>
</html>
`;
}

/** Returns a page of the documentation with the other pages of its section beside it. */
export const documentation = (page, title, markup, says) =>
  frame(page, title, `<div class="docs">${beside(page)}<main class="page" id="content">${markup}</main></div>`, { says });

function beside(page) {
  const item = ([to, name]) => `<li><a href="${up(page)}${to}"${to === page ? ' aria-current="page"' : ''}>${escaped(name)}</a></li>`;
  const sections = SECTIONS.map(section => {
    const here = isIn(section, page);
    // A hundred rules are too many for a list, so only those of the page's own group are shown.
    const more = section.more
      .filter(([to]) => folderOf(to) === folderOf(page))
      .map(item)
      .join('');
    return `<details${here ? ' open' : ''}><summary>${section.title}</summary><ul>${section.pages.map(item).join('')}${more && `<li><ul>${more}</ul></li>`}</ul></details>`;
  });
  // On a narrow screen it stands below the page.
  return `<nav class="beside" aria-label="Documentation">${sections.join('')}</nav>`;
}

const folderOf = page => page.slice(0, page.lastIndexOf('/') + 1);
const isIn = ({ pages, more }, page) => [...pages, ...more].some(([to]) => to === page);

const foot = page =>
  `<footer class="site"><p>Cred is no accreditor and gives no legal advice. It cites standards by edition, number and title and does not quote them; what they ask in full stands in the documents of their publishers.</p><p>MIT license · <a href="${up(page)}CHANGELOG.html">Changes</a> · <a href="${up(page)}THIRD-PARTY-NOTICES.txt">Notices</a></p></footer>\n`;
