/** Runs the command line in a folder: in this process, or in a process of its own if the process itself is tested. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';

export const CRED = path.resolve(import.meta.dirname, '../dist/cred.cjs');
if (!existsSync(CRED)) throw new Error('dist/cred.cjs is not built: run "npm run build" first.');

/** The shipped command line, without the process around it. */
const { run } = createRequire(import.meta.url)(path.resolve(import.meta.dirname, '../dist/main.cjs')) as typeof import('../cli/main.ts');

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder with these files. */
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

interface RanWith {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the output is a terminal. */
  readonly terminal?: boolean;
  /** The standard input. */
  readonly input?: string | Uint8Array;
}

/** Runs `cred` in a folder. */
export async function cred(cwd: string, args: readonly string[], { env = {}, terminal = false, input = '' }: RanWith = {}): Promise<Ran> {
  const ran = { out: '', err: '' };
  const code = await run(args, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: { write: text => void (ran.out += text), isTTY: terminal },
    stderr: { write: text => void (ran.err += text) },
    env,
    cwd: () => path.resolve(cwd),
    once: () => {},
  });
  return { code, ...ran };
}

/** Runs `cred` in a process of its own. */
export function credProcess(cwd: string, args: readonly string[], { env = {}, input = '' }: Omit<RanWith, 'terminal'> = {}): Ran {
  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !['NO_COLOR', 'FORCE_COLOR', 'TERM'].includes(name)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [CRED, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...plain, ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}
