/**
 * Publishes the findings of every `cred.json` of a workspace, and publishes them anew when the programs, standards or files of its project
 * change.
 */
import type { Finding } from '../language/findings/finding.ts';
import { configFindings, type ProjectPaths } from '../language/project/config-findings.ts';
import type { Project } from '../language/project/project.ts';
import { unreadableFindings } from '../language/project/unreadable-findings.ts';
import type { WorkspaceConfig } from './places.ts';

/** The part of the workspace that is needed here. */
interface ProjectsByFolder {
  /** Each `cred.json` by its folder. */
  readonly configs: () => ReadonlyMap<string, WorkspaceConfig>;
  readonly projectAt: (folder: string) => Project;
  /** Returns the paths of the files to which the `cred.json` of a folder applies. */
  readonly pathsIn: (folder: string) => ProjectPaths;
  /** A counter that increases whenever a file comes or goes. */
  readonly listing: () => number;
}

/** The findings of every `cred.json` of a workspace. */
export class SettingsFindings {
  private published: ReadonlySet<string> = new Set();
  private restOn = '';

  /** `publish` computes the findings itself, so that it also reports a failure. */
  constructor(
    private readonly workspace: ProjectsByFolder,
    private readonly publish: (uri: string, findings: () => readonly Finding[]) => void,
  ) {}

  /** Publishes all findings. A `cred.json` may name standards of the project, so all files must have been read before. */
  publishAll(): void {
    const now = new Set<string>();
    for (const [folder, config] of this.workspace.configs()) {
      now.add(config.uri);
      this.publish(config.uri, () => this.findingsOf(folder, config));
    }
    for (const uri of this.published) if (!now.has(uri)) this.publish(uri, () => []);
    this.published = now;
    this.restOn = this.named();
  }

  /** Returns the findings of the `cred.json` in a folder. */
  findingsOf(folder: string, { uri, text, config, unreadable }: WorkspaceConfig): readonly Finding[] {
    const project = this.workspace.projectAt(folder);
    const { host } = project;
    return unreadable
      ? unreadableFindings(unreadable, uri, host)
      : configFindings(text, config, project, host, this.workspace.pathsIn(folder));
  }

  /** Returns each `cred.json` with its findings, by its folder. */
  get all(): readonly { readonly folder: string; readonly uri: string; readonly findings: readonly Finding[] }[] {
    return [...this.workspace.configs()].map(([folder, one]) => ({ folder, uri: one.uri, findings: this.findingsOf(folder, one) }));
  }

  renew(): void {
    if (this.workspace.configs().size > 0 && this.named() !== this.restOn) this.publishAll();
  }

  /** Counts the blocks for each name in every `cred.json`. When the counts change, the findings may change. */
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
