/** Measures Langium's own way from a text to a tree beside ours; the result is the reason why our documents have their own life cycle. */
import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject } from 'langium';
import { CredGeneratedModule, CredGeneratedSharedModule } from '../../language/generated/module.ts';
import { CredFile } from '../../language/model/file.ts';
import { parse } from '../../language/syntax/document.ts';

const RUNS = 25;
const WARM = 10;

/** Returns the median of some runs in milliseconds, after some runs to warm up; each run gets its number. */
function median(run: (i: number) => void): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS + WARM; i++) {
    const start = performance.now();
    run(i);
    if (i >= WARM) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

/**
 * Returns in milliseconds how long a text takes with the lexer and parser that Langium makes of our grammar, with ours in full, and with
 * ours after an edit, including the model.
 */
export function readings(text: string): { readonly langium: number; readonly ours: number; readonly edit: number } {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), CredGeneratedSharedModule);
  const { LangiumParser } = inject(createDefaultCoreModule({ shared }), CredGeneratedModule).parser;
  const { lexerErrors, parserErrors } = LangiumParser.parse(text);
  if (lexerErrors.length + parserErrors.length > 0) throw new Error(`Langium does not read the text: ${parserErrors[0]?.message}`);
  const at = text.indexOf('audience: "', text.length / 2) + 'audience: "'.length;
  const typed = `${text.slice(0, at)}x${text.slice(at)}`;
  let file = CredFile.read('file:///bench/a.cred', text);
  return {
    langium: median(() => LangiumParser.parse(text)),
    ours: median(() => parse(text)),
    edit: median(i => (file = CredFile.read(file.uri, i % 2 === 0 ? typed : text, file))),
  };
}
