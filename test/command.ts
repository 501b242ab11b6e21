/** The command line as a process, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

export const CRED = path.resolve(import.meta.dirname, '../dist/cred.cjs');
if (!existsSync(CRED)) throw new Error('dist/cred.cjs is not built: run "npm run build" first.');

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cred-cli-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `cred` in a folder; `terminal` makes it believe that it writes on one. */
export function cred(
  cwd: string,
  args: readonly string[],
  { env = {}, terminal = false }: { env?: Record<string, string>; terminal?: boolean } = {},
): Ran {
  const script = terminal ? ['-e', `process.stdout.isTTY = true; require(${JSON.stringify(CRED)})`, '--'] : [CRED];
  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !['NO_COLOR', 'FORCE_COLOR', 'TERM'].includes(name)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...script, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...plain, ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}
