/** Takes the answers of filled-in self-studies into the files of the current folder, for `cred import`. */
import { readFileSync } from 'node:fs';
import type { StudyAnswer } from '../../exchange/office/study-answers.ts';
import { exchange } from '../checking/bundles.ts';
import { gathered } from '../files/gathered.ts';
import { markOf } from '../files/read.ts';
import { rewriteAll } from '../files/rewrite.ts';
import { diffOf } from '../formats/diff.ts';
import { CLEAN, FOUND } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';

/** Shows what the answers change, or makes the changes with `apply`. Only evidence and its notes change. */
export function importStudy(cli: Invocation, answers: readonly StudyAnswer[], apply: boolean): void {
  const read = gathered(cli, ['.'], { rewrites: apply });
  if (!read) return;
  const { files, said, problems } = exchange().changesOf(read.projects, answers);
  for (const one of problems) cli.say(one);
  if (apply) {
    if (!rewriteAll(cli, files, 'Changed')) return cli.refuse();
  } else {
    const terminal = cli.surroundings.stdout.isTTY;
    for (const { file, shown, before, after } of files) {
      const mark = markOf(readFileSync(file));
      cli.print(diffOf(shown, mark + before, mark + after, { colours: false, terminal }));
    }
  }
  for (const one of said) cli.say(one);
  if (files.length === 0) cli.say('The answers say nothing new.');
  else if (!apply) cli.say('Nothing is changed yet; --apply makes these changes.');
  cli.status = problems.length > 0 ? FOUND : CLEAN;
}
