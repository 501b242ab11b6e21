/** Gives formats what the package says of its rules and itself. */
import { homepageOf } from '../../host/homepage.ts';
import { PACKAGE, rulePage, version } from '../files/package.ts';
import type { FormatContext } from '../formats/formats.ts';
import { engine } from './bundles.ts';

/** Returns the part of a format's context that does not depend on the run. */
export function packageContext(): Pick<FormatContext, 'version' | 'page' | 'severity' | 'homepage'> {
  let severities: ReadonlyMap<string, string> | undefined;
  return {
    version: version(),
    homepage: homepageOf(PACKAGE),
    page: rule => rulePage(rule) ?? clausePage(rule),
    severity(rule) {
      severities ??= new Map(
        engine()
          .ruleLines(() => '')
          .map(one => [one.id, one.severity]),
      );
      return severities.get(rule) as ReturnType<FormatContext['severity']>;
    },
  };
}

/** Returns the page of a clause of a built-in standard. */
function clausePage(rule: string): string | undefined {
  const found = engine().explain(rule);
  return 'text' in found ? found.text : undefined;
}
