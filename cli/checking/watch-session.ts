/** Keeps the projects of `cred check --watch` in memory: after a change, only the affected files are checked again. */
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../language/findings/finding.ts';
import type { Host } from '../../language/findings/host.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import { configFindings } from '../../language/project/config-findings.ts';
import { Project } from '../../language/project/project.ts';
import { unreadableFindings } from '../../language/project/unreadable-findings.ts';
import { type ProjectFiles, pathsOf } from '../files/gather.ts';
import { sourceText } from '../files/source.ts';
import type { FileResult } from '../result/result.ts';
import { plain } from './file-checker.ts';
import { nodeHost } from './host.ts';

interface WatchedProject {
  readonly project: Project;
  readonly config: string | undefined;
  readonly documents: Documents;
}

/** Records which documents the files name, and whether they exist. */
class Documents {
  private readonly answers = new Map<string, { readonly of: string; readonly relative: string; readonly at: string }>();
  readonly host: Host;

  constructor(private readonly asked: Host) {
    this.host = {
      ...asked,
      whereabouts: (of, relative) => {
        const at = asked.whereabouts(of, relative);
        this.answers.set(`${of} ${relative}`, { of, relative, at: JSON.stringify(at) });
        return at;
      },
    };
  }

  /** Whether a document has come or gone since it was asked for; then the records are cleared. */
  haveChanged(): boolean {
    const changed = [...this.answers.values()].some(({ of, relative, at }) => JSON.stringify(this.asked.whereabouts(of, relative)) !== at);
    if (changed) this.answers.clear();
    return changed;
  }
}

/** The state between two checks of `cred check --watch`. */
export class WatchSession {
  private readonly followed = new Map<string, WatchedProject>();

  constructor(private readonly asOf: string | undefined) {}

  /** Returns the findings of all files in their current state. */
  results(projects: readonly ProjectFiles[], today: string): FileResult[] {
    const files: FileResult[] = [];
    for (const given of projects) {
      const project = this.follow(given, today);
      if (given.config) {
        const { text, file, unreadable } = given.config;
        const found = unreadable
          ? unreadableFindings(unreadable, pathToFileURL(file).href, project.host)
          : configFindings(text, readConfig(text), project, project.host, pathsOf(given));
        if (found.length > 0) files.push({ ...resultOf(given.config, found), isConfig: true });
      }
      for (const one of given.unreadable) {
        if (!one.reported) continue;
        const found = unreadableFindings(one.unreadable, pathToFileURL(one.file).href, project.host);
        files.push(resultOf({ ...one, text: '' }, found));
      }
      for (const file of given.files) {
        if (!file.reported) continue;
        const uri = pathToFileURL(file.file).href;
        files.push({ ...resultOf({ ...file, text: sourceText(file) }, project.findings(uri)), ...project.count(uri) });
      }
    }
    return files;
  }

  private follow(given: ProjectFiles, today: string): Project {
    const { root, config, asOf, files } = given;
    const day = this.asOf ?? asOf ?? today;
    let one = this.followed.get(root);
    if (!one || one.config !== config?.text || one.project.host.today !== day) {
      const documents = new Documents(nodeHost(day, config ? readConfig(config.text) : NO_CONFIG, given));
      this.followed.set(root, (one = { project: new Project(documents.host), config: config?.text, documents }));
    }
    const { project, documents } = one;
    if (documents.haveChanged()) project.recheckAll();
    const now = new Set(files.map(({ file }) => pathToFileURL(file).href));
    for (const uri of project.uris) if (!now.has(uri)) project.remove(uri);
    for (const one of files) project.set(pathToFileURL(one.file).href, sourceText(one), false);
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
