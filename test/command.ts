/** Runs the command line in a folder: in this process, or in a process of its own if the process itself is tested. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable } from 'node:stream';
import { folderOf } from './folders.ts';

export const CRED = path.resolve(import.meta.dirname, '../dist/cred.cjs');
if (!existsSync(CRED)) throw new Error('dist/cred.cjs is not built: run "npm run build" first.');

/** The shipped command line, without the process around it. */
const { run } = createRequire(import.meta.url)(path.resolve(import.meta.dirname, '../dist/main.cjs')) as typeof import('../cli/main.ts');

export { folderOf };

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

/** An organization of which there is nothing to report, and a program with one error. */
export const CLEAN = 'organization ABWP "American Board of Widget Professionals" {\n  legal-form: nonprofit\n}\n';
export const GOAL = 'certification CWT "Widget Technician" {\n  status: developing\n  goal: acquire-competence\n}\n';

/** Returns what was printed as JSON. */
export const json = (ran: Ran) => JSON.parse(ran.out);

/** Returns the rules of the findings of each file, of a check that was printed as JSON. */
export const rulesByFile = (ran: Ran): Record<string, string[]> =>
  Object.fromEntries(
    json(ran).files.map((file: { path: string; findings: { rule: string }[] }) => [file.path, file.findings.map(one => one.rule)]),
  );

/** Runs `cred check` in a new folder with these files. */
export const check = (files: Parameters<typeof folderOf>[0], ...args: string[]): Promise<Ran> => cred(folderOf(files), ['check', ...args]);
