/** Tells build servers why a check could not be made, where its findings would have been shown. */

import { homepageOf } from '../../host/homepage.ts';
import { refusalIn } from '../../host/refusal.ts';
import { printableLines } from '../../language/model/printable.ts';
import { PACKAGE, version } from '../files/package.ts';
import { topOf } from '../files/top.ts';
import { writeWhole } from '../files/write.ts';
import { errorCommand } from '../formats/github.ts';
import { failedSarif } from '../formats/sarif.ts';
import { outputs } from '../outputs.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { pipelineOf } from './rule-pages.ts';

/**
 * Writes the reasons as the formats of a `cred check` command line say it: an annotation for GitHub, a SARIF file with notifications. The
 * command line is read again, because a mistake in it may be the reason. In a job of GitHub Actions every command makes annotations.
 */
export function tellFailure(cli: Invocation, argv: readonly string[]): void {
  const reasons = cli.complaints;
  if (reasons.length === 0) return;
  const wanted = argv[0] === 'check' ? outputs(formatsIn(argv), cli.cwd) : [];
  const made = typeof wanted === 'string' ? [] : wanted;
  const isAction = cli.surroundings.env.GITHUB_ACTIONS === 'true';
  const annotations = reasons.map(one => errorCommand(printableLines(one))).join('');
  if (made.some(({ format, file }) => format === 'github' && !file)) cli.print(annotations);
  else if (isAction) cli.surroundings.stderr.write(annotations);
  for (const { format, file } of made) {
    if (format !== 'sarif' || !file) continue;
    try {
      const text = failedSarif(reasons, {
        version: version(),
        cwd: topOf(cli) ?? cli.cwd,
        homepage: homepageOf(PACKAGE),
        pipeline: pipelineOf(cli.surroundings.env),
      });
      writeWhole(cli.resolve(file), text, file);
    } catch (error) {
      cli.say(refusalIn(error));
    }
  }
}

/** Returns the values of `--format` on a command line. */
function formatsIn(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.flatMap((one, i) => {
    if (one === '--format') return options[i + 1] === undefined ? [] : [options[i + 1]!];
    return one.startsWith('--format=') ? [one.slice('--format='.length)] : [];
  });
}
