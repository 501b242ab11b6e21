import { replace } from '../../fixes/fix.ts';
import { LANGUAGE, rule } from '../define.ts';
import { RULE_IDS } from '../ids.ts';
import { featurePathSlips } from './feature-paths.ts';
import { references, suggestion, waitsForOwner } from './references.ts';
import { calledKinds, didYouMean } from './words.ts';

/** A name that nothing bears. */
export default rule('language/unresolved-reference', {
  title: 'Every name that is referred to stands for something',
  severity: 'error',
  source: LANGUAGE,
  reads: 'project',
  check(file, { names, report }) {
    for (const reference of references(file, names)) {
      const { path, wanted, found } = reference;
      if (found.length === path.length || waitsForOwner(reference, file, names)) continue;
      const name = path[found.length]!;
      const owner = found[found.length - 1];
      const meant = suggestion(reference, file, names);
      // Whoever suggests a name has asked for it: when it goes, this is checked again.
      if (meant && !owner) names.top(meant.text.split('.')[0]!);
      const isLast = found.length === path.length - 1;
      const what = owner ? `In "${owner.path}" nothing is called "${name}".` : `Nothing here is called "${name}".`;
      const hint = meant
        ? didYouMean(meant.text)
        : isLast
          ? ` Name ${calledKinds(wanted)}, or write "?" while it is not described yet.`
          : '';
      const at = reference.segment(found.length);
      report({ at, message: what + hint, fixes: meant ? [replace(file, at, meant.text, undefined, meant.sure)] : [] });
    }
    for (const { at, message, meant, sure, quoted } of featurePathSlips(file, RULE_IDS)) {
      report({
        at,
        message: message + didYouMean(meant),
        fixes: meant === undefined ? [] : [replace(file, at, quoted ? `"${meant}"` : meant, `Write "${meant}"`, sure === true)],
      });
    }
  },
});
