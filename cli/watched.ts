/** The projects that `cred check --watch` follows: after each change only what it touches is checked again. */
import { pathToFileURL } from 'node:url';
import type { Finding } from '../language/findings/finding.ts';
import { NO_CONFIG, readConfig } from '../language/project/config.ts';
import { configFindings } from '../language/project/config-findings.ts';
import { Project } from '../language/project/project.ts';
import { type ProjectFiles, pathsOf } from './files.ts';
import { nodeHost } from './host.ts';
import { plain } from './part.ts';
import type { FileResult } from './result.ts';

interface Followed {
  readonly project: Project;
  readonly config: string | undefined;
}

export class Watched {
  private readonly followed = new Map<string, Followed>();

  constructor(private readonly asOf: string | undefined) {}

  /** What there is to say of the files as they are now. */
  results(projects: readonly ProjectFiles[], today: string): FileResult[] {
    const files: FileResult[] = [];
    for (const given of projects) {
      const project = this.follow(given, today);
      if (given.config) {
        const config = readConfig(given.config.text);
        const found = configFindings(given.config.text, config, project, project.host, pathsOf(given));
        if (found.length > 0) files.push({ ...resultOf(given.config, found), isConfig: true });
      }
      for (const file of given.files) {
        if (!file.reported) continue;
        const uri = pathToFileURL(file.file).href;
        files.push({ ...resultOf(file, project.findings(uri)), ...project.count(uri) });
      }
    }
    return files;
  }

  private follow(given: ProjectFiles, today: string): Project {
    const { root, config, asOf, files } = given;
    const day = this.asOf ?? asOf ?? today;
    let one = this.followed.get(root);
    if (!one || one.config !== config?.text || one.project.host.today !== day) {
      const host = nodeHost(day, config ? readConfig(config.text) : NO_CONFIG, given);
      this.followed.set(root, (one = { project: new Project(host), config: config?.text }));
    }
    const { project } = one;
    const now = new Set(files.map(({ file }) => pathToFileURL(file).href));
    for (const uri of project.uris) if (!now.has(uri)) project.remove(uri);
    for (const { file, text } of files) project.set(pathToFileURL(file).href, text, false);
    return project;
  }
}

const resultOf = ({ file, shown, text }: { file: string; shown: string; text: string }, findings: readonly Finding[]): FileResult => ({
  file,
  path: shown,
  text,
  findings: findings.map(one => plain(one)),
  silenced: [],
  names: [],
  asked: [],
  programs: 0,
  holes: 0,
  isConfig: false,
});
