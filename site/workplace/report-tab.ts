/** The tab with the report: to look at, to print, to download in each form, and what other systems take. */
import { TARGETS } from '../../exchange/targets.ts';
import type { ExportAnswer } from '../../server/exchange.ts';
import type { SelfStudyAnswer } from '../../server/self-study.ts';
import { show } from './dialogs.ts';
import { button, download, element } from './elements.ts';
import type { WorkServer } from './server.ts';
import type { Tab } from './tabs.ts';
import { FOLDER, type Work } from './work.ts';

/** What the tab needs of the page. */
export interface ReportPage {
  readonly work: Work;
  /** Returns the second server, so that a report never holds up the typing. */
  side(): Promise<WorkServer>;
  say(words: string): void;
}

const READERS = { reviewer: 'For a reviewer: all of it', board: 'For a board: one page a program' } as const;
const TYPES: Readonly<Record<string, string>> = { '.json': 'application/json', '.csv': 'text/csv', '.md': 'text/markdown' };

/** Returns bytes as a file to be downloaded. */
const file = (bytes: Uint8Array): Blob => new Blob([bytes as BlobPart]);

/** Returns the tab. */
export function reportTab(page: ReportPage): Tab {
  const reader = element(
    'select',
    {},
    Object.entries(READERS).map(([value, textContent]) => element('option', { value, textContent })),
  );
  const frame = element('iframe', { title: 'The report', className: 'report' });
  // Nothing in it runs; the page prints it and reads its height.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  const none = element('p', { className: 'empty', textContent: 'There is no program to report on yet.' });
  let resting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const made = async (format: 'html' | 'markdown'): Promise<string | null> => {
    const server = await page.side();
    const uris = page.work.files.filter(({ uri }) => uri.endsWith('.cred')).map(({ uri }) => uri);
    return server.request<string | null>('cred/report', { uris, format, reader: reader.value, below: FOLDER });
  };
  const draw = async (): Promise<void> => {
    if (!frame.isConnected) return;
    const mine = ++asked;
    const html = await made('html');
    if (mine !== asked) return;
    none.hidden = html !== null;
    frame.hidden = html === null;
    if (html !== null) frame.srcdoc = html;
  };
  const save = async (format: 'html' | 'markdown'): Promise<void> => {
    const text = await made(format);
    if (text === null) return page.say(none.textContent!);
    download(format === 'html' ? 'report.html' : 'report.md', text, format === 'html' ? 'text/html' : 'text/markdown');
  };
  const exported = async (to: keyof typeof TARGETS): Promise<void> => {
    const { active } = page.work;
    if (!active) return;
    const server = await page.side();
    const answer = await server.request<ExportAnswer | null>('cred/export', { uri: active.uri, to });
    if (!answer) return page.say('This file cannot be exported.');
    if (answer.refused) return void show('Nothing is exported', answer.refused.join('\n'));
    const { ending } = TARGETS[to];
    const name = `${active.name.replace(/\.cred$/, '')}${ending}`;
    if (answer.sheets) download(name, file((await import('../../host/office/xlsx-out.ts')).workbookBytes(answer.sheets)));
    else download(name, answer.text!, TYPES[ending]);
    if (answer.left.length > 0) void show(`Exported; ${answer.left.length} things are left out`, answer.left.join('\n'));
    else page.say(`"${active.name}" is exported.`);
  };
  const study = async (form: 'docx' | 'xlsx'): Promise<void> => {
    const { active } = page.work;
    const server = await page.side();
    const answer = active && (await server.request<SelfStudyAnswer | null>('cred/selfStudy', { uri: active.uri }));
    if (!answer) return page.say('There is no program in this file.');
    const bytes =
      form === 'xlsx'
        ? (await import('../../host/office/xlsx-out.ts')).workbookBytes(answer.sheets)
        : (await import('../../host/office/docx-out.ts')).documentBytes(answer.parts, answer.title);
    download(`self-study.${form}`, file(bytes));
  };
  reader.onchange = () => void draw();

  return {
    id: 'report',
    title: 'Report',
    show(panel) {
      panel.append(
        element('p', { className: 'ways' }, [
          element('label', {}, ['Reader ', reader]),
          button('Print…', () => frame.contentWindow?.print()),
          button('Download as a page', () => void save('html')),
          button('Download as Markdown', () => void save('markdown')),
        ]),
        none,
        frame,
        element('h2', { textContent: 'Self-study' }),
        element('p', { className: 'ways' }, [
          button('For Word', () => void study('docx')),
          button('For Excel', () => void study('xlsx')),
          element('span', {
            className: 'muted',
            textContent: 'What the programs of this file show, clause by clause, with room for answers.',
          }),
        ]),
        element('h2', { textContent: 'For other systems' }),
        element('p', {
          className: 'muted',
          textContent: 'The programs of the file that is open. What has no counterpart there is listed.',
        }),
        element(
          'ul',
          { className: 'exports' },
          (Object.keys(TARGETS) as (keyof typeof TARGETS)[]).map(to =>
            element('li', {}, [button(to, () => void exported(to)), ` ${TARGETS[to].says}`]),
          ),
        ),
      );
      void draw();
    },
    refresh() {
      clearTimeout(resting);
      resting = setTimeout(() => void draw(), 400);
    },
  };
}
