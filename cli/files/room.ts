/** Whether the files of a command fit into memory, for commands that hold the trees of all of them at once. */
import { getHeapStatistics } from 'node:v8';
import type { ProjectFiles } from './gather.ts';

/** Bytes of memory for each byte of text: 65 was measured for an export, 1,000 files of 8 KB; the rest is for the result. */
const FOR_EACH_BYTE = 80;

/**
 * Returns why the files of these projects cannot be held at once, with what to do, or `undefined` if they can. `memory` is the number of
 * bytes that V8 may use.
 */
export function whyTooMuch(projects: readonly ProjectFiles[], memory = getHeapStatistics().heap_size_limit): string | undefined {
  const files = projects.flatMap(project => project.files);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const needed = bytes * FOR_EACH_BYTE;
  if (needed <= memory) return undefined;
  const megabytes = Math.ceil(needed / 2 ** 20);
  return `${files.length} files are more than fit into memory at once. Take a folder of them at a time, or set NODE_OPTIONS=--max-old-space-size=${megabytes}.`;
}
