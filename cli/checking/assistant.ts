/** Gives the tools for assistants the projects on the disk. It is part of the engine's bundle. */
import { pathToFileURL } from 'node:url';
import type { AssistantProject } from '../../assistant/surroundings.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import { configFindings } from '../../language/project/config-findings.ts';
import { Project } from '../../language/project/project.ts';
import { unreadableFindings } from '../../language/project/unreadable-findings.ts';
import { type ProjectFiles, pathsOf } from '../files/gather.ts';
import { shownPath } from '../files/paths.ts';
import { sourceText } from '../files/source.ts';
import { nodeHost } from './host.ts';

export { PROMPTS, promptText } from '../../assistant/prompts.ts';
export { completions, FAMILIES, readResource, resources } from '../../assistant/resources.ts';
export { ToolRefusal } from '../../assistant/surroundings.ts';
export { inputOf, outputOf, runTool } from '../../assistant/tool.ts';
export { TOOLS } from '../../assistant/tools.ts';

interface AssistantOptions {
  readonly asOf: string | undefined;
  readonly today: string;
  /** The folder to which paths are relative. */
  readonly cwd: string;
}

/** Loads a project for one request. */
export function assistantProject(given: ProjectFiles, { asOf, today, cwd }: AssistantOptions): AssistantProject {
  const { files, config: written, unreadable } = given;
  const config = written ? readConfig(written.text) : NO_CONFIG;
  const host = nodeHost(asOf ?? given.asOf ?? today, config, given);
  const project = new Project(host);
  for (const one of files) project.set(uriOf(one.file), sourceText(one), false);
  const settings = written
    ? written.unreadable
      ? unreadableFindings(written.unreadable, uriOf(written.file), host)
      : configFindings(written.text, config, project, host, pathsOf(given))
    : [];
  return {
    project,
    files: files.filter(({ reported }) => reported).map(({ file, shown }) => ({ uri: uriOf(file), path: shown })),
    more: [
      ...(settings.length > 0 ? [{ path: written!.shown, findings: settings }] : []),
      ...unreadable
        .filter(({ reported }) => reported)
        .map(({ file, shown, unreadable: why }) => ({ path: shown, findings: unreadableFindings(why, uriOf(file), host) })),
    ],
    shown: uri => shownPath(uri, cwd),
  };
}

const uriOf = (file: string): string => pathToFileURL(file).href;
