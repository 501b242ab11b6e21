// What the tests in a real VS Code share.
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Writes files into a new folder below `within`, opens the first of them in the workbench, and returns the folder. */
export async function openFiles({ page, remote, address }, within, files) {
  const folder = mkdtempSync(path.join(within, 'programs-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  const keys = [
    ['extensionDevelopmentPath', remote(root)],
    ['openFile', remote(path.join(folder, Object.keys(files)[0]))],
  ];
  await page.goto(address(folder, keys));
  await page.locator('.editor-instance .view-lines').first().waitFor({ timeout: 60_000 });
  await page.locator('.statusbar-item', { hasText: 'Cred' }).first().waitFor({ timeout: 60_000 });
  return folder;
}
