// What the tests in a browser share.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe } from 'vitest';
import { hasChromium } from '../../scripts/headless.mjs';

/** The folder for pictures of what is tested, and of what has failed. */
export const PICTURES = process.env.CRED_PICTURES ?? path.resolve(import.meta.dirname, '../../node_modules/.cache/cred/pictures');
mkdirSync(PICTURES, { recursive: true });

/** Tests that need Chromium. Without it they are skipped, loudly; where CI is set that is a failure. */
export function withChromium(what, tests) {
  if (!hasChromium) console.warn(`SKIPPED: ${what} needs Chromium: apt-get install chromium (or set CHROMIUM to its path)`);
  describe.skipIf(!hasChromium && !process.env.CI)(what, () => {
    beforeAll(() => {
      if (!hasChromium) throw new Error('Chromium is not here, and CI is set.');
    });
    tests();
  });
}

/** Keeps a picture of the page where a test fails. */
export function picturesOfFailures(page) {
  beforeEach(({ onTestFailed, task }) => {
    const file = path.join(PICTURES, `failed-${task.name.replace(/[^a-z0-9]+/gi, '-')}.png`);
    onTestFailed(() => page()?.screenshot({ path: file }));
  });
}
