/** Starts the workplace: the editor, the tabs beside it, the store, and the server in its worker. */
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Range } from 'vscode-languageserver-protocol';
import { fileNameFor } from '../../language/analysis/choice/file-name.ts';
import * as asks from './asks.ts';
import { type BeginPage, waysToBegin } from './begin.ts';
import { whichProgram } from './choice.ts';
import { type Command, editorCommands, keyboardHelp, keyInWords, palette } from './commands.ts';
import { compareTab } from './compare-tab.ts';
import { ask, dialog, pick, show } from './dialogs.ts';
import { drawnTabs } from './drawn.ts';
import { applyEdit, extensions, wrap } from './editor.ts';
import { button, byId, download, element } from './elements.ts';
import { chooseText, dropped, openFiles, saveFile } from './files.ts';
import { Findings } from './findings.ts';
import { openFolder, saveArchive, saveEvery } from './folder.ts';
import { Keeper } from './keeper.ts';
import { offerUpdates } from './offline.ts';
import { drawFiles, drawPrograms } from './outline.ts';
import { paste } from './paste.ts';
import { offset } from './places.ts';
import { questionsTab } from './questions.ts';
import { reportTab } from './report-tab.ts';
import { WorkServer } from './server.ts';
import { addressOf, visitOf } from './sharing.ts';
import { Tabs } from './tabs.ts';
import { Work, type WorkFile } from './work.ts';

const HOME = new URL('../', location.href).href;
let resting: ReturnType<typeof setTimeout> | undefined;
/** Says something in the line below, and offers what can be done about it. */
function say(words: string, offer?: { readonly label: string; run(): void }): void {
  byId('said').replaceChildren(words, ...(offer ? [' ', button(offer.label, offer.run)] : []));
}

const server = new WorkServer(
  {
    files: () => work.files,
    published: (uri, diagnostics, version) => findings.take(uri, diagnostics, version),
    changed: () => {
      tabs.refresh();
      programsSoon();
    },
  },
  () => void (byId('count').textContent = 'The findings cannot be worked out in this browser.'),
);
const config = {
  extensions: extensions(
    server,
    () => work,
    (editor, data) => paste(page, editor, data),
  ),
};
const work = new Work(doc => EditorState.create({ doc, ...config }));
const view = new EditorView({ parent: byId('editor'), dispatchTransactions: transactions => work.take(transactions) });
work.attach(view);
const keeper = new Keeper(work, say);

/** Leads to a place of a file, shown or not. */
function go(uri: string, range: Range, focus = true): void {
  const file = work.find(uri);
  if (!file) return void asks.showStandard(page, uri);
  if (file !== work.active) work.show(file);
  const { doc } = view.state;
  const anchor = offset(doc, range.start);
  view.dispatch({ selection: { anchor, head: offset(doc, range.end) }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
  if (!focus) return;
  byId('workplace').dataset.side = 'write';
  view.focus();
}

/** The second server, for what takes long; it is started when it is first needed. */
let second: Promise<WorkServer> | undefined;
async function side(): Promise<WorkServer> {
  second ??= (async () => {
    const made = new WorkServer({ files: () => work.files, published: () => {}, changed: () => {} }, () =>
      say('This cannot be worked out in this browser.'),
    );
    await made.start(HOME);
    return made;
  })();
  const made = await second;
  made.update();
  return made;
}

const store = () => keeper.store;
const state = () => view.state;
const page = { server, work, view, go, say, side, store, state };
const findings = new Findings({ ...page, list: element('ul', { id: 'findings' }), count: byId('count') });
const tabs = new Tabs(
  [
    {
      id: 'findings',
      title: 'Findings',
      show(panel) {
        panel.append(findings.page.list);
        findings.draw();
      },
    },
    questionsTab({ ...page, apply: edit => applyEdit(work, view, edit) }),
    ...drawnTabs(page),
    reportTab(page),
    compareTab({ ...page, choose: chooseText }),
  ],
  id => keeper.set('tab', id),
);
const outline = { ...page, offer: (file: WorkFile) => void offer(file) };
const samples = JSON.parse(byId('examples').textContent!) as Readonly<Record<string, { title: string; files: Record<string, string> }>>;
const beginPage: BeginPage = {
  server,
  work,
  examples: Object.entries(samples).map(([name, { title }]) => ({ name, title })),
  example: async name => openExample(name),
  whichProgram: choose,
  open: () => openFiles(page),
  openFolder: () => openFolder(page),
};

const commands: readonly Command[] = [
  { id: 'begin', title: 'New…', run: begin },
  { id: 'open', title: 'Open…', key: 'Mod-o', run: () => openFiles(page) },
  { id: 'save', title: 'Save', key: 'Mod-s', run: () => work.active && saveFile(page, work.active) },
  { id: 'share', title: 'Share by link', run: share },
  { id: 'question', title: 'Next open question', key: 'Alt-q', run: () => look('questions') },
  { id: 'choice', title: 'Which program fits?', run: choose },
  { id: 'fixes', title: 'What can be done here', key: 'Mod-.', run: () => asks.actionsHere(page) },
  { id: 'missing', title: 'Add all missing features', run: () => asks.addMissing(page) },
  { id: 'rename', title: 'Rename what stands at the cursor', key: 'F2', run: () => asks.renameHere(page) },
  { id: 'format', title: 'Mend the layout', key: 'Shift-Alt-f', run: () => asks.formatFile(page) },
  { id: 'definition', title: 'Go to where it is defined', key: 'F12', run: () => asks.goToDefinition(page) },
  { id: 'uses', title: 'List where it is used', key: 'Shift-F12', run: () => asks.findUses(page) },
  { id: 'symbols', title: 'Go to a block of this file', key: 'Mod-Shift-o', run: () => asks.goToSymbol(page) },
  { id: 'what-if', title: 'What if it were of another kind?', run: () => asks.whatIf(page) },
  { id: 'wrap', title: 'Wrap long lines, or not', key: 'Alt-z', run: toggleWrap },
  ...editorCommands(view),
  { id: 'folder', title: 'Open a folder…', run: () => openFolder(page) },
  { id: 'save-every', title: 'Save every file', key: 'Mod-Shift-s', run: () => saveEvery(page) },
  { id: 'archive', title: 'Take everything out as one archive', run: () => saveArchive(work.files) },
  { id: 'where', title: 'Where is my work kept?', run: () => keeper.explain() },
  { id: 'other', title: 'Go between the text and what is beside it', key: 'F6', run: otherSide },
  { id: 'keyboard', title: 'By the keyboard', run: () => keyboardHelp(commands) },
  { id: 'commands', title: 'All commands', key: 'F1', run: () => palette(commands) },
];

work.listen({
  editing: (file, transaction) => server.edit(file, transaction),
  edited() {
    server.update();
    unshare();
  },
  listed() {
    server.update();
    redraw();
  },
  shown() {
    redraw();
    findings.shown();
    tabs.redraw();
  },
});

function redraw(): void {
  drawFiles(outline);
  const isEmpty = work.files.length === 0;
  byId('start').hidden = !isEmpty;
  byId('editor').hidden = isEmpty;
  programsSoon();
}
/** Draws the programs when nothing has changed for a moment: many files may come one after the other. */
function programsSoon(): void {
  clearTimeout(resting);
  resting = setTimeout(() => void drawPrograms(outline), 200);
}

function look(tab: string): void {
  byId('workplace').dataset.side = 'look';
  tabs.choose(tab);
}

function otherSide(): void {
  if (view.hasFocus) {
    byId('workplace').dataset.side = 'look';
    byId(`tab-${tabs.shown}`).focus();
  } else {
    byId('workplace').dataset.side = 'write';
    view.focus();
  }
}

let wrapped = true;
function toggleWrap(): void {
  wrapped = !wrapped;
  wrap(view, wrapped);
}

async function begin(): Promise<void> {
  await dialog('Begin', settle => waysToBegin(beginPage, () => settle()));
}

async function choose(): Promise<void> {
  const begun = (await keeper.setting<Record<string, string>>('choice')) ?? {};
  const made = await whichProgram(server, begun, answers => keeper.set('choice', answers));
  if (made) work.add(`${fileNameFor(made.title)}.cred`, made.text);
}

function openExample(name: string): void {
  const found = samples[name];
  if (!found) return say('There is no such example.');
  for (const [file, text] of Object.entries(found.files)) work.add(file, text);
}

async function offer(file: WorkFile): Promise<void> {
  const does = await pick(file.name, [
    { label: 'Save', value: 'save' },
    { label: 'Download', value: 'download' },
    { label: 'Rename the file…', value: 'rename' },
    { label: 'Take it out of the workplace…', value: 'remove' },
  ] as const);
  if (does === 'save') await saveFile(page, file);
  else if (does === 'download') download(file.name, file.text);
  else if (does === 'rename') {
    await ask('Rename the file', 'The new name', { value: file.name, does: 'Rename', wrong: name => work.rename(file, name) });
  } else if (does === 'remove') {
    const sure = await dialog<true>(`Take "${file.name}" out?`, settle => [
      element('p', { textContent: 'It is no longer kept here. Files that were saved or downloaded stay as they are.' }),
      element('p', { className: 'ways' }, [button('Keep it', () => settle(), 'main'), button('Take it out', () => settle(true))]),
    ]);
    if (sure) work.remove(file);
  }
}

// —— links ——

/** Whether the address holds the program as it is. */
let shared = false;
async function share(): Promise<void> {
  if (!work.active) return say('There is no program to share yet.');
  const made = await addressOf(work.active.text);
  if ('why' in made) return void show('This program is not shared', made.why);
  history.replaceState(null, '', made.address);
  shared = true;
  const more = work.files.length > 1 ? ` It holds "${work.active.name}" alone.` : '';
  try {
    await navigator.clipboard.writeText(made.address);
    say(`The address with this program is copied.${more} Nothing was sent anywhere.`);
  } catch {
    say(`The address of this page holds this program now: copy it from the address bar.${more} Nothing was sent anywhere.`);
  }
}
/** Removes the program from the address, which holds what was shared and not what is written since. */
function unshare(): void {
  if (!shared) return;
  shared = false;
  history.replaceState(null, '', location.pathname + location.search);
}

/** Shows what the address asks for. Returns whether there is such a thing. */
async function visit(): Promise<boolean> {
  const asked = await visitOf(location.hash);
  if (asked === undefined) return false;
  if ('broken' in asked) {
    say('The program in this address cannot be read: part of the address may be missing.');
    return false;
  }
  if ('example' in asked && !samples[asked.example]) return false;
  keeper.lookAt('example' in asked ? 'This is an example.' : 'This program came by a link.', () => {
    if ('text' in asked) work.add('shared.cred', asked.text);
    else openExample(asked.example);
  });
  return true;
}
addEventListener('hashchange', () => void visit());

// —— the page ——

for (const id of ['begin', 'open', 'save', 'share', 'question', 'commands']) {
  const { title, key, run } = commands.find(one => one.id === id)!;
  const made = button(title, () => void run());
  made.id = `do-${id}`;
  if (key) made.title = keyInWords(key);
  byId('bar').append(made);
}
for (const one of ['write', 'look'] as const) byId(`go-${one}`).onclick = () => void (byId('workplace').dataset.side = one);
byId('where').onclick = () => void keeper.explain();
byId('start').append(...waysToBegin(beginPage, () => {}));
addEventListener('keydown', event => {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const key = [(event.ctrlKey || event.metaKey) && 'Mod', event.shiftKey && 'Shift', event.altKey && 'Alt', keyOf(event)]
    .filter(Boolean)
    .join('-');
  const found = commands.find(one => one.key === key);
  if (!found) return;
  event.preventDefault();
  void found.run();
});
/** With Alt some keyboards write another letter, so the place of the key counts then. */
function keyOf({ key, code, altKey }: KeyboardEvent): string {
  if (altKey && code.startsWith('Key')) return code.slice(3).toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}
addEventListener('dragover', event => event.preventDefault());
addEventListener('drop', event => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  void dropped(page, event.dataTransfer);
});

const started = server.start(HOME);
await keeper.begin(config);
if (!(await visit())) await keeper.showOwn();
await started;
tabs.choose((await keeper.setting<string>('tab')) ?? 'findings');
redraw();
byId('workplace').hidden = false;
document.body.dataset.started = 'yes';
void offerUpdates(say);
