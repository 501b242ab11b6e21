// Takes the work out of the workplace, as its command does.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';

/** Returns the archive that the command downloads, and the texts in it by the names of their files. */
export async function takenOut(page) {
  await page.keyboard.press('F1');
  await page.locator('dialog input').fill('everything out');
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('cred-work.zip');
  const bytes = readFileSync(await download.path());
  return { bytes, texts: Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)])) };
}
