/** Gives formats what the package says of its rules and itself. */
import { homepageOf } from '../../host/homepage.ts';
import { PACKAGE, rulePage, version } from '../files/package.ts';
import type { FormatContext } from '../formats/formats.ts';
import { engine } from './bundles.ts';

/** Returns the part of a format's context that does not depend on what is checked. */
export function packageContext(env: Environment): Pick<FormatContext, 'version' | 'page' | 'severity' | 'homepage' | 'pipeline'> {
  let severities: ReadonlyMap<string, string> | undefined;
  return {
    version: version(),
    pipeline: pipelineOf(env),
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

type Environment = Readonly<Record<string, string | undefined>>;

/** What Azure DevOps wants to know of the pipeline, and the variables in which it says so itself. */
const PIPELINE: Readonly<Record<string, string>> = {
  'azuredevops/pipeline/build/buildDefinitionId': 'SYSTEM_DEFINITIONID',
  'azuredevops/pipeline/build/buildDefinitionName': 'BUILD_DEFINITIONNAME',
  'azuredevops/pipeline/build/phaseId': 'SYSTEM_PHASEID',
  'azuredevops/pipeline/build/phaseName': 'SYSTEM_PHASENAME',
};

/** Returns the pipeline that runs this; `undefined` elsewhere than in Azure DevOps. */
export function pipelineOf(env: Environment): Readonly<Record<string, string>> | undefined {
  if (!env.TF_BUILD) return undefined;
  return Object.fromEntries(Object.entries(PIPELINE).flatMap(([name, variable]) => (env[variable] ? [[name, env[variable]!]] : [])));
}
