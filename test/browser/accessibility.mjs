// Looks for violations of accessibility in a page, by axe.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails if the page has a violation; `where` names the page and how it is shown. `options` are those of axe. */
export async function withoutViolations(page, where, options = {}) {
  // The page's policy lets no script in, so axe is run in the browser's own way.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(how => globalThis.axe.run(document, { resultTypes: ['violations'], ...how }), options);
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(node => node.html.slice(0, 160))
        .join(' | ')}`,
  );
  expect(told, where).toEqual([]);
}
