/** Findings are written file after file while others are still checked: in the order of the files, and no faster than they are read. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { CRED, cred, folderOf } from './command.ts';

const { run } = createRequire(import.meta.url)(path.resolve(import.meta.dirname, '../dist/main.cjs')) as typeof import('../cli/main.ts');
const program = (i: number): string => `certification C${i} "Thing ${i}" {\n  goal: acquire-competence\n}\n`;
const nameOf = (i: number): string => `p${String(i).padStart(4, '0')}.cred`;
const filesOf = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [nameOf(i), program(i)]));
const namesIn = (out: string): string[] => [...new Set([...out.matchAll(/^(p\d+\.cred):/gm)].map(([, name]) => name!))];

/** Runs `cred` with an output whose reader takes one part after the other, each when `take` is called. */
function withSlowReader(folder: string, args: readonly string[]) {
  const parts: string[] = [];
  let drained: (() => void) | undefined;
  const status = run(args, {
    stdin: Readable.from([]),
    stdout: {
      write(text) {
        parts.push(text);
        return false;
      },
      once: (_, then) => {
        drained = then;
      },
    },
    stderr: { write: () => {} },
    env: {},
    cwd: () => folder,
    once: () => {},
  });
  const later = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 5));
  return {
    parts,
    status,
    /** Waits until the next part is written, and takes the one before. */
    async take(): Promise<void> {
      while (!drained) await later();
      const then = drained;
      drained = undefined;
      then();
    },
  };
}

test.each(['1', '2'])(
  'nothing is written before the reader has taken what came before, with %s threads',
  async jobs => {
    const count = 240;
    const folder = folderOf(filesOf(count));
    const reading = withSlowReader(folder, ['check', '--format', 'compact', '--jobs', jobs]);
    for (let taken = 0; taken < count; taken++) {
      await reading.take();
      // One part is taken; at most the next one waits.
      expect(reading.parts.length).toBeLessThanOrEqual(taken + 2);
    }
    expect(await reading.status).toBe(1);
    expect(namesIn(reading.parts.join(''))).toEqual(Array.from({ length: count }, (_, i) => nameOf(i)));
  },
  240_000,
);

test('the threads wait for a reader who waits, and then go on', async () => {
  const count = 1200;
  const folder = folderOf(filesOf(count));
  const child = spawn(process.execPath, [CRED, 'check', '--format', 'json', '--jobs', '2'], { cwd: folder });
  const chunks: Buffer[] = [];
  await new Promise(resolve => setTimeout(resolve, 1500));
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const { files } = JSON.parse(Buffer.concat(chunks).toString()) as { files: { path: string }[] };
  expect(files.map(file => file.path)).toEqual(Array.from({ length: count }, (_, i) => nameOf(i)));
}, 240_000);

test('several outputs at once say the same as each alone, and files are whole or not there', async () => {
  const files = filesOf(30);
  const formats = ['json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'compact', 'pretty'];
  const together = folderOf(files);
  const asOf = ['--as-of', '2026-01-01'];
  await cred(together, ['check', ...asOf, ...formats.flatMap(name => ['--format', `${name}=out.${name}`])]);
  for (const name of formats) {
    const alone = (await cred(folderOf(files), ['check', ...asOf, '--format', name])).out;
    const folders = /"file:[^"]*"/g; // SARIF names the folder.
    expect(readFileSync(path.join(together, `out.${name}`), 'utf8').replace(folders, ''), name).toBe(alone.replace(folders, ''));
  }
  expect(readdirSync(together).filter(name => name.endsWith('.tmp'))).toEqual([]);
});

test('an output that cannot be written is refused before anything is printed, and nothing is left behind', async () => {
  const folder = folderOf(filesOf(3));
  const { code, out, err } = await cred(folder, [
    'check',
    '--format',
    'json=a.json',
    '--format',
    'junit=none/b.xml',
    '--format',
    'compact',
  ]);
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: '"none/b.xml" cannot be written: its folder is not there.\n' });
  expect(readdirSync(folder).sort()).toEqual([nameOf(0), nameOf(1), nameOf(2)]);
});

test.runIf(process.platform !== 'win32')(
  'who ends a check early finds no unfinished file',
  async () => {
    const folder = folderOf(filesOf(1200));
    const before = readdirSync(folder).length;
    const child = spawn(process.execPath, [CRED, 'check', '--format', 'sarif=out.sarif', '--format', 'compact'], { cwd: folder });
    await new Promise(resolve => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    const [, signal] = await new Promise<[number | null, string | null]>(resolve => child.once('exit', (...ended) => resolve(ended)));
    expect(signal).toBe('SIGINT');
    expect(readdirSync(folder)).toHaveLength(before);
  },
  120_000,
);
