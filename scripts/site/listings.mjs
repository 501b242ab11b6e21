// Makes what search engines and assistants read of the site: its map, and a list of its pages with what each is about.
import { SECTIONS } from './pages.mjs';
import { SITE } from './settings.mjs';

/** Returns `sitemap.xml`, whose addresses have to be whole; `undefined` if the address of the site is not set. */
export const siteMap = pages =>
  SITE &&
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages
    .map(({ page }) => `<url><loc>${SITE}${page === 'index.html' ? '' : page}</loc></url>`)
    .join('\n')}\n</urlset>\n`;

/** Returns `llms.txt`: https://llmstxt.org. */
export function listing(pages, says) {
  const about = new Map(pages.map(one => [one.page, one.says]));
  const line = ([page, title]) => `- [${title}](${SITE ?? ''}${page})${about.get(page) ? `: ${about.get(page)}` : ''}`;
  const sections = SECTIONS.map(({ title, pages: own, more }) => `## ${title}\n\n${[...own, ...more].map(line).join('\n')}`);
  return `# Cred\n\n> ${says}\n\n${sections.join('\n\n')}\n`;
}
