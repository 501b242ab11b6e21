/**
 * Answers the views beside the text: it lists the programs of the workspace, tells where one of them stands, and notifies the client of
 * changes.
 */
import type { Connection, Position } from 'vscode-languageserver';
import { ownerOf } from '../language/analysis/judging/readiness.ts';
import type { Standing } from '../language/analysis/standing/standing.ts';
import { standingOf } from '../language/check/standing-of.ts';
import { whatIf } from '../language/check/what-if.ts';
import { fileName, unescaped } from '../language/model/address.ts';
import type { NamedFacts } from '../language/model/facts.ts';
import type { CredFile } from '../language/model/file.ts';
import type { TextRange } from '../language/model/lines.ts';
import { offsets } from '../language/model/span.ts';
import type { Project } from '../language/project/project.ts';
import { isStandard } from '../language/standards/index.ts';
import type { ProgramKind } from '../language/vocabulary/define.ts';
import { isProgramKind } from '../language/vocabulary/kinds.ts';
import type { Program } from '../language/vocabulary/program.ts';
import { boardMarkdown, partsHtml, profileHtml, REPORT_STYLE, type ReportReader, reportHtml, reportMarkdown } from '../report/index.ts';
import { ownRequest, type Request } from './requests.ts';
import { soon } from './soon.ts';
import type { Workspace } from './workspace.ts';

interface Owner {
  readonly name: string;
  readonly label: string;
  readonly uri: string;
  readonly range: TextRange;
}

/** A program as the tree of programs shows it. */
export interface ProgramEntry {
  readonly uri: string;
  /** The range of its name, to which a click leads. */
  readonly range: TextRange;
  /** The range of the whole program. */
  readonly whole: TextRange;
  readonly name?: string;
  readonly title?: string;
  readonly label: string;
  readonly kind: string;
  readonly status: string;
  readonly owner?: Owner;
  /** Its index among the programs of the file. Requests use it for a program without a name. */
  readonly index: number;
  /** The folder of its project. */
  readonly project: string;
}

/** A program's name, or its index among the programs of its file. */
export type ProgramKey = string | number;

/** The shape of parameters that select a program of a file: by its name or index, or by a position in the text. */
export const WHICH = { uri: 'text', 'program?': 'anything', 'position?': { line: 'count', character: 'count' } } as const;

/** Returns the handlers for programs, standings, what-if questions, profiles and reports. */
export const standings = (workspace: Workspace): readonly Request[] => [
  ownRequest('cred/programs', 'anything', () =>
    workspace.byFolder.flatMap(([folder, project]) => programsOf(folder, project, uri => workspace.isShown(uri))),
  ),
  ownRequest('cred/standing', WHICH, ({ uri, ...where }: { uri: string; program?: ProgramKey; position?: Position }) => {
    const at = workspace.at(uri);
    const found = findProgram(at, where);
    return found ? standing(at.project, found) : null;
  }),
  ownRequest(
    'cred/whatIf',
    { uri: 'text', program: 'anything', kind: 'text' },
    ({ uri, program, kind }: { uri: string; program: ProgramKey; kind: string }) => {
      const at = workspace.at(uri);
      const { project } = at;
      const found = isProgramKind(kind) ? findProgram(at, { program }) : undefined;
      return found ? whatIf(found.program, kind as ProgramKind, { file: found.file, names: project, host: project.host }) : null;
    },
  ),
  ownRequest('cred/profile', { ...WHICH, 'parts?': ['text'] }, ({ uri, parts, ...where }: ProfileRequest) => {
    const at = workspace.at(uri);
    const found = findProgram(at, where);
    if (!found) return null;
    const { file, program } = found;
    return {
      program: program.name ?? file.programs.indexOf(program),
      label: program.label,
      html: parts ? partsHtml(standing(at.project, found), parts) : profileHtml(standing(at.project, found)),
    };
  }),
  ownRequest(
    'cred/report',
    { uris: ['text'], format: 'text', 'below?': 'text', 'reader?': 'text' },
    async ({ uris, format, below, reader }: ReportRequest) => {
      const all = uris.flatMap(asked => {
        const { project, uri } = workspace.at(asked);
        const file = project.has(uri) ? project.file(uri) : undefined;
        return file ? file.programs.map(program => standing(project, { file, program })) : [];
      });
      const path = (uri: string): string | undefined => (isStandard(uri) ? undefined : pathBelow(uri, below));
      if (all.length === 0) return null;
      if (format === 'html') return reportHtml(all, { path, styleHash: await sha256(REPORT_STYLE), reader });
      return reader === 'board' ? boardMarkdown(all) : reportMarkdown(all, path);
    },
  ),
];

interface ProfileRequest {
  readonly uri: string;
  readonly program?: ProgramKey;
  readonly position?: Position;
  /** The parts to draw, for a page that shows them apart. Without them everything is drawn, for a page of its own. */
  readonly parts?: readonly string[];
}

interface ReportRequest {
  /** The files whose programs the report contains. */
  readonly uris: readonly string[];
  readonly format: 'html' | 'markdown';
  /** The reader for whom the report is written. Default: a reviewer. */
  readonly reader?: ReportReader;
  /** The folder to which paths are relative. */
  readonly below?: string;
}

/** Returns a hash as a content security policy spells it. `crypto.subtle` exists in browsers and in Node. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

const pathBelow = (uri: string, folder: string | undefined): string =>
  folder && uri.startsWith(folder) ? unescaped(uri.slice(folder.length).replace(/^\//, '')) : fileName(uri);

/**
 * A program together with its file. They belong together: a closed file is parsed anew for each request, which makes new program objects.
 */
interface FoundProgram {
  readonly file: CredFile;
  readonly program: Program;
}

function standing(project: Project, { file, program }: FoundProgram): Standing {
  return standingOf(program, { file, names: project, host: project.host, found: project.findings(file.uri) });
}

/** Finds a program by name or index. For a position it is the program there, else the next one below, else the last one. */
export function findProgram(
  { project, uri }: ReturnType<Workspace['at']>,
  { program, position }: { program?: ProgramKey | undefined; position?: Position | undefined },
) {
  const file = project.has(uri) ? project.file(uri) : undefined;
  if (!file) return undefined;
  const found = (one?: Program): FoundProgram | undefined => one && { file, program: one };
  if (typeof program === 'number') return found(file.programs[program]);
  if (program !== undefined) return found(file.programs.find(({ name }) => name === program));
  const at = position ? file.lines.offset(position) : 0;
  return found(file.programs.find(({ span }) => at <= offsets(span).end) ?? file.programs.at(-1));
}

/**
 * Lists the programs of a folder. The names of closed files are known without parsing them; a file with programs without names is parsed.
 */
function programsOf(folder: string, project: Project, isShown: (uri: string) => boolean): ProgramEntry[] {
  return project.uris.filter(isShown).flatMap(uri => {
    const named = project.namesOf(uri).filter(({ kind }) => isProgramKind(kind));
    if (named.length === project.count(uri).programs) return named.map((one, index) => ofNamed(one, index, folder, project));
    const file = project.file(uri)!;
    return file.programs.map((program, index): ProgramEntry => {
      const owner = ownerOf(program, file, project);
      return {
        uri,
        range: file.range(program.headSpan),
        whole: file.range(program.span),
        ...(program.name !== undefined && { name: program.name }),
        ...(program.title !== undefined && { title: program.title }),
        label: program.label,
        kind: program.kind,
        status: program.status?.value ?? 'operating',
        ...(owner && { owner: ownerEntry(owner) }),
        index,
        project: folder,
      };
    });
  });
}

function ofNamed(one: NamedFacts, index: number, folder: string, project: Project): ProgramEntry {
  const { uri, range, whole, name, title, kind, says } = one;
  const owner = says.owner?.[0] === undefined ? undefined : project.top(says.owner[0]).find(other => other.kind === 'organization');
  return {
    uri,
    range,
    whole,
    name,
    ...(title !== undefined && { title }),
    label: title || name,
    kind,
    status: says.status?.[0] ?? 'operating',
    ...(owner && { owner: ownerEntry(owner) }),
    index,
    project: folder,
  };
}

const ownerEntry = ({ name, title, uri, range }: NamedFacts): Owner => ({ name, label: title || name, uri, range });

/** Returns a function that collects changed files and notifies the client once for all that are published together. */
export function changedTeller(connection: Connection): (uri: string) => void {
  const changed = new Set<string>();
  return uri => {
    if (changed.size === 0) {
      soon(() => {
        const uris = [...changed];
        changed.clear();
        connection.sendNotification('cred/changed', { uris }).catch(() => {}); // The client may be gone already.
      });
    }
    changed.add(uri);
  };
}
