/**
 * Measures how the CPU time of one service grows with one shape, in a separate process: `node MEASURE.mjs SHAPE WHAT`, with the flags of
 * `growth.ts`. Prints the growth per doubling and the length of the longest text.
 */
import { plainHost } from '../../language/findings/host.ts';
import type { CredFile } from '../../language/model/file.ts';
import type { Position } from '../../language/model/lines.ts';
import { Project } from '../../language/project/project.ts';
import { complete } from '../../language/services/completion.ts';
import { format } from '../../language/services/format.ts';
import { hover } from '../../language/services/hover.ts';
import { rename } from '../../language/services/rename.ts';
import { fixProject } from '../../library/fixing.ts';
import { SHAPES } from './shapes.ts';

export { SHAPES };

const URI = 'file:///hostile.cred';
const host = plainHost('2026-01-01');

/** What is done with a text. Each run has a project of its own, so that nothing is cached. */
const DOES: Readonly<Record<string, (text: string) => () => unknown>> = {
  check: text => () => projectOf(text).findings(URI),
  format: text => () => format(text),
  fix: text => {
    const project = projectOf(text);
    return () => fixProject(project, host, [URI], false);
  },
  fixAll: text => {
    const project = projectOf(text);
    return () => fixProject(project, host, [URI], true);
  },
  rename: text => {
    const project = projectOf(text);
    const file = project.file(URI)!;
    return () => namesIn(file).map(at => rename(project, URI, at, 'another'));
  },
  complete: text => {
    const project = projectOf(text);
    const file = project.file(URI)!;
    return () => ends(file).map(at => complete(file, at, project, host));
  },
  hover: text => {
    const project = projectOf(text);
    const file = project.file(URI)!;
    return () => ends(file).map(at => hover(file, at, project, host));
  },
};

function projectOf(text: string): Project {
  const project = new Project(host);
  project.set(URI, text, true);
  return project;
}

/** The number of words of the middle line at which a service is asked. */
const WORDS = 8;

/**
 * Returns the ends of the text and of the first words of its middle line. These are places of one kind in texts of all lengths; the very
 * middle stands now in a name and then in a keyword, which are not the same work.
 */
function ends({ text }: CredFile): number[] {
  const line = text.lastIndexOf('\n', (text.length >> 1) - 1) + 1;
  const words = text
    .slice(line, line + 200)
    .split('\n', 1)[0]!
    .matchAll(/[\w-]+:? ?/g);
  const inside = Array.from(words, ({ 0: word, index }) => line + index + word.length).slice(0, WORDS);
  return [text.length, text.length - 1, ...inside].filter(at => at >= 0);
}

/** Returns the last name that the file declares, and the last name that it contains. */
function namesIn({ names }: CredFile): Position[] {
  const last = names[names.length - 1];
  return [last, last?.children[last.children.length - 1]].flatMap(one => (one ? [one.range.start] : []));
}

/** The milliseconds from which on the time depends on the text and not on the machine. */
const FROM_MS = 50;
/** The number of doublings; a single one says more about the garbage collector than about the text. */
const DOUBLINGS = 3;
/** Where even the longest texts take little more than `FROM_MS`, shorter ones make up the doublings, if they take as many milliseconds. */
const LEAST_MS = 5;
const LONGEST = 4_000_000;
/** A text that takes longer to read is not made longer for a service that takes no time: how reading grows is measured by checking. */
const LONGEST_READING_MS = 3_000;

export interface Growth {
  /** The factor of the time for a text of twice the length; 1 if even the longest one takes no time. */
  readonly growth: number;
  readonly length: number;
  readonly ms: number;
}

export function growthOf(shape: string, what: string): Growth {
  const make = SHAPES[shape]!;
  const times: number[] = [];
  /** The index of the first time that depends on the text. */
  let from = -1;
  let length = 0;
  for (let n = 32; ; n *= 2) {
    const text = make(n);
    if (text.length > LONGEST) break;
    length = text.length;
    const { ms, readingMs } = timeOf(() => DOES[what]!(text));
    times.push(ms);
    if (from < 0 && ms >= FROM_MS) from = times.length - 1;
    if (from < 0 ? readingMs > LONGEST_READING_MS : times.length - from > DOUBLINGS) break;
  }
  const last = times.length - 1;
  if (from < 0) return { growth: 1, length, ms: times[last]! };
  let first = Math.max(0, Math.min(from, last - DOUBLINGS));
  while (first < from && times[first]! < LEAST_MS) first++;
  const over = (start: number): number => (start === last ? 1 : (times[last]! / times[start]!) ** (1 / (last - start)));
  // Short times may grow faster for other reasons, so they only excuse a single doubling and never accuse.
  return { growth: Math.min(over(from), over(first)), length, ms: times[last]! };
}

/** Returns the least CPU time of a few runs in milliseconds, and that of the reading before the first. */
function timeOf(prepare: () => () => unknown): { readonly ms: number; readonly readingMs: number } {
  let ms = Number.POSITIVE_INFINITY;
  let readingMs = 0;
  for (let run = 0; run < 3 && (run === 0 || Math.max(ms, readingMs) < 1500); run++) {
    const start = process.cpuUsage();
    const act = prepare();
    if (run === 0) readingMs = since(start);
    // What the runs before have left over must not be cleared up in this one: that takes as long as they were long.
    collect();
    const before = process.cpuUsage();
    act();
    ms = Math.min(ms, since(before));
  }
  return { ms, readingMs };
}

/** Collects garbage, which Node offers with `--expose-gc`. */
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {});

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const [shape, what] = process.argv.slice(2);
if (shape && what) console.log(JSON.stringify(growthOf(shape, what)));
