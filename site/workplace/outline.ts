/** The list of programs by owner, and the row of files above the editor. */
import type { ProgramEntry } from '../../server/standings.ts';
import { button, byId, element } from './elements.ts';
import type { WorkServer } from './server.ts';
import type { Work, WorkFile } from './work.ts';

/** What the lists need of the page. */
export interface OutlinePage {
  readonly work: Work;
  readonly server: WorkServer;
  go(uri: string, range: ProgramEntry['range']): void;
  /** Offers what can be done with a file. */
  offer(file: WorkFile): void;
}

const KINDS: Readonly<Record<string, string>> = {
  certification: 'Certification',
  certificate: 'Certificate program',
  attendance: 'Attendance program',
  program: 'Kind not decided',
};

/** Draws the row of files. */
export function drawFiles({ work, offer }: OutlinePage): void {
  byId('files').replaceChildren(
    ...work.files.map(file => {
      const isShown = file === work.active;
      const open = button(file.name, () => (isShown ? offer(file) : work.show(file)));
      if (isShown) {
        open.setAttribute('aria-current', 'true');
        open.title = 'Rename, save, take out…';
        open.append(element('span', { className: 'unseen', textContent: ', shown; choose it again for what can be done with it' }));
      }
      return element('li', {}, [open]);
    }),
  );
}

/** Draws the programs of all files, by owner. */
export async function drawPrograms({ work, server, go }: OutlinePage): Promise<void> {
  const all = await server.request<readonly ProgramEntry[]>('cred/programs', {}).catch(() => []);
  const owners = new Map<string, { readonly label: string; readonly entries: ProgramEntry[]; readonly go?: () => void }>();
  for (const one of all) {
    const { owner } = one;
    const key = owner ? `${owner.uri} ${owner.name}` : '';
    const group = owners.get(key) ?? {
      label: owner?.label ?? 'No owner stated',
      entries: [],
      ...(owner && { go: () => go(owner.uri, owner.range) }),
    };
    group.entries.push(one);
    owners.set(key, group);
  }
  const place = byId('programs');
  place.replaceChildren(
    ...[...owners.values()].map(group =>
      element('li', {}, [
        group.go ? button(group.label, group.go, 'owner') : element('span', { className: 'owner', textContent: group.label }),
        element(
          'ul',
          {},
          group.entries.map(one => {
            const made = button(one.label, () => go(one.uri, one.range));
            made.append(element('span', { className: 'detail', textContent: KINDS[one.kind] ?? one.kind }));
            return element('li', {}, [made]);
          }),
        ),
      ]),
    ),
  );
  byId('outline').hidden = all.length < 2 && work.files.length < 2;
}
