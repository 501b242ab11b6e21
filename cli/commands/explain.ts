/** `cred explain TOPIC` and `cred rules`: show Cred's pages on the terminal. */
import { Argument, Command, Option } from 'commander';
import { engine } from '../checking/bundles.ts';
import { helpOf } from '../checking/host.ts';
import { gather } from '../files/gather.ts';
import { rulePage } from '../files/package.ts';
import { forTerminal } from '../formats/for-terminal.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { type ColourChoice, colorOption } from '../terminal/paint.ts';

/** Declares `cred explain`. */
export function explainCommand(cli: Invocation): Command {
  return new Command('explain')
    .description('explain a rule, a kind, a property, a standard or a clause')
    .addArgument(new Argument('<topic>', 'certification/goal, job-analysis, assessment.reliability, NCCA-2021, NCCA-2021.S14 …'))
    .addOption(colorOption())
    .addHelpText(
      'after',
      '\nExamples:\n  cred explain certification/independent-assessment\n  cred explain assessment.passing-score\n  cred explain NCCA-2021.S14\n\nExit code: 0 explained, 2 nothing is called so.',
    )
    .action((topic: string, { color }: { color: ColourChoice }) => {
      const known = engine().explain(topic);
      const found = 'near' in known ? (engine().explainIn(topic, gather(['.'], cli.cwd).projects, cli.cwd) ?? known) : known;
      if ('near' in found) {
        return cli.refuse(
          `Nothing in Cred is called "${topic}".${found.near ? ` Did you mean "${found.near}"?` : ''} "cred rules" lists the rules, "cred explain program" begins with the language.`,
        );
      }
      const page = found.rule ? rulePage(found.rule) : found.text;
      if (page === undefined) return cli.refuse(`The page of "${topic}" is not in this package.`);
      cli.print(forTerminal(page, cli.colours(color)));
    });
}

/** Declares `cred rules`. */
export function rulesCommand(cli: Invocation): Command {
  return new Command('rules')
    .description('list the rules that Cred checks')
    .addOption(new Option('--format <format>', 'output format').choices(['pretty', 'json']).default('pretty'))
    .addHelpText('after', '\nExamples:\n  cred rules\n  cred rules --format json\n\nExit code: 0.')
    .action(({ format }: { format: 'pretty' | 'json' }) => {
      const rules = engine().ruleLines(helpOf);
      if (format === 'json') {
        cli.print(`${JSON.stringify({ version: 1, rules }, undefined, 2)}\n`);
        return;
      }
      const widest = Math.max(...rules.map(({ id }) => id.length));
      const severity = Math.max(...rules.map(rule => rule.severity.length));
      cli.print(rules.map(rule => `${rule.id.padEnd(widest)}  ${rule.severity.padEnd(severity)}  ${rule.title}\n`).join(''));
    });
}
