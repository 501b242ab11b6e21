/** The findings of every `cred.json` of a workspace, published anew when what they rest on changes: the programs, standards and files of its project. */
import type { Finding } from '../language/findings/finding.ts';
import { configFindings, type ProjectPaths } from '../language/project/config-findings.ts';
import type { Project } from '../language/project/project.ts';
import { unreadableFindings } from '../language/project/unreadable-findings.ts';
import type { WorkspaceConfig } from './places.ts';

/** What is asked of the workspace. */
interface ProjectsByFolder {
  /** Each `cred.json` by its folder. */
  readonly configs: () => ReadonlyMap<string, WorkspaceConfig>;
  readonly projectAt: (folder: string) => Project;
  /** The files that the `cred.json` of a folder is for. */
  readonly pathsIn: (folder: string) => ProjectPaths;
  /** Goes up when a file comes or goes. */
  readonly listing: () => number;
}

export class SettingsFindings {
  private published: ReadonlySet<string> = new Set();
  private restOn = '';

  /** `publish` works the findings out itself, so that a failure is its to tell. */
  constructor(
    private readonly workspace: ProjectsByFolder,
    private readonly publish: (uri: string, findings: () => readonly Finding[]) => void,
  ) {}

  /** A `cred.json` may name standards, so all files have been read before. */
  publishAll(): void {
    const now = new Set<string>();
    for (const [folder, { uri, text, config, unreadable }] of this.workspace.configs()) {
      now.add(uri);
      const project = this.workspace.projectAt(folder);
      const { host } = project;
      this.publish(uri, () =>
        unreadable
          ? unreadableFindings(unreadable, uri, host)
          : configFindings(text, config, project, host, this.workspace.pathsIn(folder)),
      );
    }
    for (const uri of this.published) if (!now.has(uri)) this.publish(uri, () => []);
    this.published = now;
    this.restOn = this.named();
  }

  renew(): void {
    if (this.workspace.configs().size > 0 && this.named() !== this.restOn) this.publishAll();
  }

  /** How often there is what each `cred.json` names: when that changes, so may its findings. */
  private named(): string {
    return [...this.workspace.configs()]
      .flatMap(([folder, { config }]) => {
        const project = this.workspace.projectAt(folder);
        const { programs, standards, files, exclude } = config.named;
        const paths = files.length + exclude.length > 0 ? [this.workspace.listing()] : [];
        return [...[...programs, ...standards].map(({ name }) => project.top(name).length), ...paths];
      })
      .join();
  }
}
