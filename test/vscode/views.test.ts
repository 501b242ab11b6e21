import { strToU8, zipSync } from 'fflate';
import * as vscode from 'vscode';
import type { CredExtension } from '../../client/contribute.ts';
import type { TreeNode } from '../../client/programs.ts';
import * as assert from './assert.ts';
import { apply, file, open, place, rules, until } from './helpers.ts';

const CHOICE = {
  title: 'Certified Lift Inspector',
  owner: 'Lift Board',
  goal: 'validate',
  purpose: 'recognize',
  instruction: 'none',
  assessment: 'role',
  award: 'designation',
  maintenance: 'yes',
  people: 'many',
  risk: 'risk',
  discipline: 'yes',
  means: 'years',
};

suite('Views of Cred', () => {
  let cred: CredExtension;

  suiteSetup(async () => {
    cred = await vscode.extensions.getExtension<CredExtension>('cred.cred')!.activate();
  });

  const replace = async (document: vscode.TextDocument, from: string, to: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    const start = place(document, from);
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, from.length)), to);
    await apply(edit);
  };

  const restore = async (document: vscode.TextDocument, text: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await apply(edit);
  };

  test('the Programs view: owner, program, standard, clause', async () => {
    await open('seeking.cred');
    const { programs } = cred;
    const owner = await until('an owner', async () => (await programs.getChildren()).find(({ type }) => type === 'owner'));
    const all = (await Promise.all((await programs.getChildren()).map(one => programs.getChildren(one)))).flat();
    const labels = all.map(node => String(programs.getTreeItem(node).label));
    assert.ok(labels.includes('Certified Lift Planner'), labels.join());
    assert.equal(owner.type, 'owner');
    const program = all.find(node => programs.getTreeItem(node).label === 'Certified Lift Planner')!;
    const [standard] = await programs.getChildren(program);
    const item = programs.getTreeItem(standard!);
    assert.equal(item.label, 'NCCA-2021');
    assert.match(String(item.description), /^\d+ of \d+ met/);
    const clauses = (await programs.getChildren(standard)).map(node => programs.getTreeItem(node));
    assert.ok(clauses.length > 3, String(clauses.length));
    assert.ok(
      clauses.every(({ iconPath, command }) => iconPath instanceof vscode.ThemeIcon && command?.command === 'cred.showAt'),
      'each has an icon and leads to a place',
    );
  });

  const clauseNode = async (title: string): Promise<TreeNode> => {
    const { programs } = cred;
    const inner = async (of?: TreeNode): Promise<TreeNode[]> => {
      const children = await programs.getChildren(of);
      return [...children, ...(await Promise.all(children.map(inner))).flat()];
    };
    const labelled = (label: string) => (node: TreeNode) => String(programs.getTreeItem(node).label).startsWith(label);
    return until(`"${title}" in the tree`, async () => {
      const program = (await inner(undefined)).find(labelled('Certified Lift Planner'));
      return program && (await inner(program)).find(labelled(title));
    });
  };

  test('the tree says that it is reading, and not that there is nothing', async () => {
    const reading = cred.programs.getChildren();
    assert.equal(cred.programs.view.message, 'Reading the programs…');
    assert.ok((await reading).length > 0);
    assert.equal(cred.programs.view.message, undefined);
  });

  test('a clause in the tree: what is missing is added, a document attached, and it is set aside with a reason', async () => {
    const document = await open('seeking.cred');
    const before = document.getText();
    const node = await clauseNode('13 Panel Composition');
    assert.equal(cred.programs.getTreeItem(node).contextValue, 'clause add attest explain ignore');
    await vscode.commands.executeCommand('cred.addLacking', node);
    assert.match(document.getText(), /panel \{\s+purpose: \?/);
    await vscode.commands.executeCommand('cred.attachEvidence', await clauseNode('5 Human Resources'), file('evidence/staff list.pdf'));
    assert.match(document.getText(), /supports: NCCA-2021\.S5[^}]*document: "evidence\/staff list\.pdf"/);
    await vscode.commands.executeCommand('cred.ignoreLacking', await clauseNode('11 Conflict of Interest'), 'the board signs in spring');
    assert.match(document.getText(), /\/\/ cred-ignore ncca-2021\/S11: the board signs in spring\n/);
    await until('what is attested and set aside', async () => {
      const [attested, aside] = [await clauseNode('5 Human Resources'), await clauseNode('11 Conflict of Interest')];
      return (
        cred.programs.getTreeItem(attested).description === 'attested by a document' &&
        cred.programs.getTreeItem(aside).contextValue === 'clause explain'
      );
    });
    await restore(document, before);
  });

  test('the profile acts as the tree does, and leads to a block of its picture', async () => {
    const document = await open('seeking.cred');
    const before = document.getText();
    vscode.window.activeTextEditor!.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('cred.showProfile');
    const shown = await until('the profile', () => cred.profile.shown?.html.includes('Lift examination') && cred.profile.shown);
    assert.match(shown.html, /data-act="add" data-lack="ncca-2021\/S13"/);
    assert.match(shown.html, /data-act="ignore" data-lack="ncca-2021\/S13"/);
    cred.profile.hear({ type: 'act', does: 'add', id: 'ncca-2021/S13' });
    await until('a panel with holes', () => /panel \{\s+purpose: \?/.test(document.getText()));
    await restore(document, before);
    const box = /<a class="map-box examination[^>]*data-uri="([^"]+)" data-line="(\d+)" data-character="(\d+)"/.exec(shown.html);
    assert.ok(box, 'the examination in the picture has a place');
    const [, uri, line, character] = box as unknown as [string, string, string, string];
    cred.profile.hear({ type: 'jump', uri, line: Number(line), character: Number(character) });
    const at = place(document, 'exam "Lift examination"');
    await until('the cursor at the examination', () => vscode.window.activeTextEditor?.selection.active.isEqual(at));
  });

  test('a file is compared with another one, and who is usually told is said', async () => {
    const document = await open('seeking.cred');
    const older = document.getText().replace('items: 100', 'items: 80').replace('weight: 60%', 'weight: 50%');
    await vscode.workspace.fs.writeFile(file('older/seeking.cred'), new TextEncoder().encode(older));
    const comparison = await vscode.commands.executeCommand<{ markdown: string; changes: number }>('cred.compare', {
      file: file('older/seeking.cred'),
    });
    assert.equal(comparison.changes, 2);
    assert.match(comparison.markdown, /candidates or participants/);
    await until('its page', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('compared with seeking.cred'))),
    );
    await vscode.workspace.fs.delete(file('older'), { recursive: true });
  });

  test('two programs of one name in a file are two in the views', async () => {
    const document = await open('seeking.cred');
    const before = document.getText();
    await restore(document, `${before}\n${before}`);
    const ids = (): string[] => [...cred.clauses.controller.items].map(([id]) => id.slice(id.indexOf('#')));
    await until(
      () => `both; there are: ${ids().join(' ')}`,
      async () => {
        await cred.clauses.refresh();
        return ids().includes('#LSB') && ids().includes('#3');
      },
    );
    await restore(document, before);
    await until('one of each again', async () => {
      await cred.clauses.refresh();
      return !ids().includes('#3');
    });
  });

  test('all tests together judge by what is sought or held; others run on request', async () => {
    await open('seeking.cred');
    const { clauses } = cred;
    await clauses.runAll();
    const standards = () => new Set([...clauses.results.keys()].map(id => id.slice(id.indexOf('#') + 1).replace(/\..*$/, '')));
    assert.deepEqual([...standards()], ['LIFT NCCA-2021']);
    const { token } = new vscode.CancellationTokenSource();
    const program = await until('the certificate', () => [...clauses.controller.items].find(([id]) => id.endsWith('#LSB'))?.[1]);
    await clauses.judge(new vscode.TestRunRequest([program]), token);
    assert.ok(standards().has('LSB ICE-1100-2019'), [...standards()].join());
    const item = [...program.children].find(([id]) => id.endsWith('ASTM-E2659-2024'))![1];
    await clauses.judge(new vscode.TestRunRequest([item]), token);
    assert.deepEqual([...standards()], ['LSB ASTM-E2659-2024']);
  });

  test('clauses are tests that pass, fail or are skipped', async () => {
    const document = await open('seeking.cred');
    const { clauses } = cred;
    await clauses.refresh();
    const judge = async () => {
      await clauses.runAll();
      return clauses.results;
    };
    const results = await judge();
    assert.deepEqual([...new Set(results.values())].sort(), ['failed', 'passed', 'skipped']);
    const failed = (all: ReadonlyMap<string, string>) =>
      [...all].filter(([id, result]) => id.includes('#LIFT NCCA-2021.') && result === 'failed');
    const before = failed(results);
    assert.ok(before.length > 1, 'something of NCCA-2021 is missing');
    const [first] = before[0]!;
    const supports = first.slice(first.lastIndexOf(' ') + 1);
    await replace(document, 'job-analysis { }', `evidence "Minutes" { supports: ${supports}; note: "Kept at the office" }`);
    const after = await until('a failure less', async () => {
      const now = failed(await judge()).length;
      return now < before.length && now;
    });
    assert.ok(after > 0, 'others still fail');
  });

  test('the profile opens, follows an edit and the cursor', async () => {
    const document = await open('seeking.cred');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('cred.showProfile');
    const shown = (words: string) => until(words, () => cred.profile.shown?.html.includes(words) && cred.profile.shown);
    await shown('Certified Lift Planner');
    const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));
    await until('its tab', () => tabs().includes('Profile of Certified Lift Planner')).catch(() => assert.ok(false, tabs().join()));
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await replace(document, 'Certified Lift Planner', 'Certified Lift Designer');
    await shown('Certified Lift Designer');
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const at = place(document, 'audience');
    editor.selection = new vscode.Selection(at, at);
    await shown('Lift Safety Basics');
  });

  test('the status bar names the program under the cursor', async () => {
    const document = await open('seeking.cred');
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await until('the certification', () => /LIFT: certification, NCCA-2021: \d+ of \d+ met/.test(cred.statusBar.item.text));
    const at = place(document, 'audience');
    editor.selection = new vscode.Selection(at, at);
    await until('the certificate', () => cred.statusBar.item.text.includes('LSB: certificate program'));
  });

  test('the guided choice writes a file with what was said, and holes', async () => {
    await vscode.commands.executeCommand('cred.whichProgram', CHOICE);
    const document = vscode.window.activeTextEditor!.document;
    assert.match(document.getText(), /organization LB "Lift Board"/);
    assert.match(document.getText(), /certification CLI "Certified Lift Inspector" \{\n {2}owner: LB\n/);
    await until('its holes', () => rules(document).includes('language/hole'));
  });

  test('what if it were of another kind changes nothing', async () => {
    const document = await open('seeking.cred');
    const before = document.getText();
    const asked = vscode.commands.executeCommand('cred.whatIf', 'certificate');
    await new Promise(resolve => setTimeout(resolve, 1000));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    assert.equal(document.getText(), before);
  });

  test('a report of the workspace is written', async () => {
    const target = file('report.html');
    await vscode.commands.executeCommand('cred.writeReport', target);
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(page, /<!DOCTYPE html>[^]*Lift Safety Basics/);
    await vscode.commands.executeCommand('cred.writeReport', file('report.md'));
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(file('report.md'))), /^# /);
  });

  const RECORD =
    '{"@type": "ceterms:Certification", "@id": "https://x.example/1", "ceterms:ctid": "ce-1", "ceterms:name": {"en": "Certified Hoist Mechanic"}, "ceterms:odd": 7}';

  test('an export opens as a preview, unsaved', async () => {
    await open('seeking.cred');
    await vscode.commands.executeCommand('cred.export', 'json');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.isUntitled, true);
    assert.match(document.getText(), /"LIFT"/);
    await open('seeking.cred');
    await vscode.commands.executeCommand('cred.export', 'markdown');
    assert.match(vscode.window.activeTextEditor!.document.getText(), /Lift Safety Basics/);
  });

  test('an import opens as a preview, unsaved', async () => {
    await vscode.workspace.fs.writeFile(file('record.json'), new TextEncoder().encode(RECORD));
    await vscode.commands.executeCommand('cred.import', file('record.json'));
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.languageId, 'cred');
    assert.match(document.getText(), /certification \S+ "Certified Hoist Mechanic"/);
  });

  test('so does a sheet', async () => {
    await vscode.workspace.fs.writeFile(file('sheet.csv'), new TextEncoder().encode('Name;Type\n"Lifts; and hoists";certificate\n'));
    await vscode.commands.executeCommand('cred.import', file('sheet.csv'));
    assert.match(vscode.window.activeTextEditor!.document.getText(), /certificate lifts-hoists "Lifts; and hoists"/);
  });

  test('so do all files of an archive', async () => {
    const another = RECORD.replaceAll('Certified Hoist Mechanic', 'Certified Crane Mechanic')
      .replace('example/1', 'example/2')
      .replace('ce-1', 'ce-2');
    await vscode.workspace.fs.writeFile(file('records.zip'), zipSync({ 'a.json': strToU8(RECORD), 'b/a.json': strToU8(another) }));
    await vscode.commands.executeCommand('cred.import', file('records.zip'));
    const text = vscode.window.activeTextEditor!.document.getText();
    assert.match(text, /certification \S+ "Certified Hoist Mechanic"/);
    assert.match(text, /certification \S+ "Certified Crane Mechanic"/);
  });

  test('the sample opens unsaved', async () => {
    await vscode.commands.executeCommand('cred.openSample');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.isUntitled, true);
    await until('its findings', () => rules(document).includes('certification/goal'));
  });
});
