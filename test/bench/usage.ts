/** Measures what a program needs: wall time, CPU time with that of its threads, and memory. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Usage {
  /** Wall time in milliseconds. */
  readonly ms: number;
  /** CPU time of all threads in milliseconds. */
  readonly cpu: number;
  /** Peak memory in MB. */
  readonly peak: number;
}

/**
 * Returns a function that runs Node with arguments in a folder and returns what it needed. It throws if the exit status is none of
 * `expected`. `folder` is for temporary files; `tell` gets what the program has printed, otherwise its output goes into a file there.
 */
export function measuring(
  folder: string,
  tell?: (ran: SpawnSyncReturns<string>) => void,
): (cwd: string, expected: readonly number[], ...args: string[]) => Usage {
  const usage = path.join(folder, 'usage.json');
  const preloaded = path.join(folder, 'usage.cjs');
  writeFileSync(
    preloaded,
    `require('worker_threads').isMainThread && process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      const used = { cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1000 };
      require('fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(used));
    });`,
  );
  return (cwd, expected, ...args) => {
    const out = tell ? 'pipe' : openSync(path.join(folder, 'printed'), 'w');
    const start = performance.now();
    const ran = spawnSync(process.execPath, ['--require', preloaded, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', out, 'pipe'] });
    const ms = performance.now() - start;
    if (typeof out === 'number') closeSync(out);
    if (!expected.includes(ran.status ?? -1)) throw new Error(`"${args.join(' ')}" ended with ${ran.status}: ${ran.stderr}`);
    tell?.(ran);
    return { ms, ...(JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; peak: number }) };
  };
}
