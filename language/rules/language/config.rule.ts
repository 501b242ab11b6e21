import { configRule } from '../../findings/declared-rules.ts';
import { nearest } from '../../model/nearest.ts';
import { LANGUAGE } from '../define.ts';

/** A setting that would otherwise be ignored silently. */
export default configRule('language/config', {
  title: 'cred.json says something that Cred can follow',
  severity: 'error',
  source: LANGUAGE,
  check({ config, rules, limited, standards, programs, unfit }, { report }) {
    for (const slip of config.slips) report(slip);
    const unknown = (
      named: readonly { name: string; start: number; end: number }[],
      known: ReadonlySet<string>,
      says: (name: string) => string,
    ) => {
      for (const { name, start, end } of named) {
        if (known.has(name)) continue;
        const near = nearest(
          name,
          [...known].filter(one => one !== '*'),
        );
        // Another version of Cred, or a standard that is not written yet, may have the name.
        report({ start, end, severity: 'warning', message: `${says(name)}${near ? ` Did you mean "${near.word}"?` : ''}` });
      }
    };
    unknown(config.named.rules, rules, name => `There is no rule "${name}", so its severity is not used.`);
    unknown(config.named.standards, standards, name => `There is no standard "${name}" in this project, and none is built in.`);
    unknown(config.named.programs, programs, name => `There is no program "${name}" in this project, so nothing is set for it.`);
    unknown(config.named.limits, limited, name =>
      rules.has(name) ? `The rule "${name}" has no limit that could be set.` : `There is no rule "${name}", so its limit is not used.`,
    );
    for (const { name, start, end } of config.named.empty)
      report({
        start,
        end,
        severity: 'warning',
        message: `This list of ${name} is empty, so these severities are for none. Name the ${name} that they are for, or take "${name}" out for all.`,
      });
    for (const { name, start, end, of, leftOut } of unfit) {
      if (of === 'exclude')
        report({
          start,
          end,
          // The pattern may be meant for files that exist only at times.
          severity: 'information',
          message: `No .cred file of this project fits "${name}", so nothing is left out by it. Correct the pattern, or take it out.`,
        });
      else
        report({
          start,
          end,
          severity: 'warning',
          message: leftOut
            ? `Only files that "exclude" leaves out fit "${name}", so nothing is set by it. Take the pattern out here or there.`
            : `No .cred file of this project fits "${name}", so nothing is set by it. Correct the pattern, or take it out.`,
        });
    }
  },
});
