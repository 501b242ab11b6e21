/** The editor and the command line give the same findings for programs that are made by chance, and lay them out alike. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { formatted } from '../cli/checking/fixing.ts';
import { write } from '../exchange/write.ts';
import { features } from '../server/features.ts';
import { byCommandLine, compared, edited, type Files } from './both-faces.ts';
import { DAY } from './expect.ts';
import { folderOf } from './folders.ts';
import { programs } from './generated-programs.ts';
import { tries } from './sample.ts';
import { after } from './server-folder.ts';

/** Random programs, each a project of its own, with irregular blanks and line ends. */
function generated(count: number): Files {
  const made = fc.sample(fc.tuple(programs, fc.infiniteStream(fc.nat(99))), { numRuns: count, seed: 14 });
  const files: Record<string, string> = {};
  for (const [i, [blocks, chance]] of made.entries()) {
    const next = (): number => chance.next().value!;
    const text = write(blocks)
      .replaceAll(/\n +/g, blanks => ['\n', '\n\t', '\n        ', ';\n', blanks][next()] ?? blanks)
      .replaceAll(/ \{\n/g, brace => ['{\n', '\n{', ' {  '][next()] ?? brace);
    files[`p${i}/a.cred`] = text;
    files[`p${i}/cred.json`] = JSON.stringify({ asOf: DAY, ...(i % 3 === 0 && { indent: (i % 8) + 1 }) });
  }
  return files;
}

/** How many files are made by chance. */
const FILES = tries(1000, 5);

test('the findings are the same, and every editor lays them out as `cred fmt` does', async () => {
  const files = generated(FILES);
  const folder = folderOf(files);
  const said = byCommandLine(folder);
  expect(Object.keys(said).length).toBeGreaterThan(0.9 * FILES);
  const editor = await edited(folder, false);
  expect(compared(folder, editor.published)).toEqual(said);

  const formatting = features(
    editor.workspace,
    () => ({ capabilities: {}, settings: {}, suggest: undefined, nextQuestion: undefined }),
    () => 1,
  ).find(({ method }) => method === 'textDocument/formatting')!.answer as (params: object) => TextEdit[];
  let moved = 0;
  for (const [name, text] of Object.entries(files).filter(([one]) => one.endsWith('.cred'))) {
    const textDocument = { uri: pathToFileURL(path.join(folder, name)).href };
    const edits = formatting({ textDocument, options: { tabSize: 8, insertSpaces: name.length % 2 === 0 } });
    const laidOut = after(text, edits);
    const config = files[name.replace('a.cred', 'cred.json')]!;
    expect(laidOut, name).toBe(formatted(text, config));
    // A text that is laid out stays unchanged by `cred fmt --check`.
    expect(formatted(laidOut, config), name).toBe(laidOut);
    if (laidOut !== text) moved++;
  }
  expect(moved).toBeGreaterThan(0.9 * FILES);
}, 300_000);
