/** Measures shapes in separate processes, so that an endless one can be ended and none warms up the next. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import type { Growth } from './measure.ts';

const PATIENCE_MS = 240_000;

/**
 * The garbage collector works on the measured thread: on a busy machine its helpers spend CPU time on waiting for each other. It can be
 * called, so that each run begins without the garbage of the one before.
 */
const FLAGS = ['--expose-gc', '--single-threaded-gc'];

/**
 * The services that are measured beside checking, at the ends of the texts, and the shapes that are hard for them; measuring all
 * combinations would take an hour.
 */
const SERVICES = ['format', 'fix', 'rename', 'complete', 'hover'];
const HARD_FOR_SERVICES = ['quotes', 'cmtLn', 'close', 'membersflat', 'duptop', 'unkowners', 'oneownermix', 'domains', 'commaw', 'mixed'];

/** The shapes for `fix --unsafe`: many fixes for each of many blocks, or of one block, or each alike. */
const HARD_FOR_ALL_FIXES = ['bare', 'dupkey', 'membersflat', 'unkowners'];

/** Returns what is measured with which shape. */
export const measured = (shapes: readonly string[]): readonly (readonly [what: string, shape: string])[] => [
  ...shapes.map(shape => ['check', shape] as const),
  ...SERVICES.flatMap(what => HARD_FOR_SERVICES.map(shape => [what, shape] as const)),
  ...HARD_FOR_ALL_FIXES.map(shape => ['fixAll', shape] as const),
];

/** Builds the measuring program in a folder of the repository; returns its path. */
export async function measuringProgram(root: string): Promise<string> {
  const outfile = path.join(root, 'node_modules/.cache/cred/measure.mjs');
  await build({
    entryPoints: [path.join(root, 'test/hostile/measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    loader: { '.md': 'text', '.cred': 'text' },
    logLevel: 'warning',
  });
  return outfile;
}

/** Returns the growth for a text of twice the length; `Infinity` if it took too long. Throws if the program fails. */
export function growthOf(program: string, what: string, shape: string): Growth {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...FLAGS, program, shape, what], {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  if (signal) return { growth: Number.POSITIVE_INFINITY, length: 0, ms: PATIENCE_MS };
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Growth;
}
