import * as vscode from 'vscode';
import type { CredExtension } from '../../client/contribute.ts';
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
    await until('the certification', () => /LIFT: certification, NCCA-2021 \d+\/\d+/.test(cred.statusBar.item.text));
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

  test('the sample opens unsaved', async () => {
    await vscode.commands.executeCommand('cred.openSample');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.isUntitled, true);
    await until('its findings', () => rules(document).includes('certification/goal'));
  });
});
