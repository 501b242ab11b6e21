import * as vscode from 'vscode';
import { firstStart } from '../../client/first-start.ts';
import * as assert from './assert.ts';
import { apply, ask, file, nonEmpty, open, place, quickFix, rules, until } from './helpers.ts';

suite('Cred in VS Code', () => {
  test('is active for a .cred file', async () => {
    const document = await open('flawed.cred');
    assert.equal(document.languageId, 'cred');
    const extension = vscode.extensions.getExtension('cred.cred');
    await until('the activation', () => extension?.isActive);
  });

  test('has its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    const named = [
      'newProgram',
      'whichProgram',
      'whatIf',
      'compare',
      'addLacking',
      'attachEvidence',
      'explainLacking',
      'ignoreLacking',
      'nextQuestion',
      'showProfile',
      'writeReport',
      'openSample',
      'explainRule',
      'reportProblem',
      'restart',
      'showProgram',
    ];
    for (const command of named) assert.ok(commands.includes(`cred.${command}`), command);
  });

  test('the report of a problem shows nothing of the text that its author does not give', async () => {
    const document = await open('flawed.cred');
    await until('findings', () => rules(document).length > 0);
    const body = (shown: string) => vscode.commands.executeCommand<string>('cred.reportProblem', shown);
    const without = await body('none');
    assert.match(without, /Cred \d+\.\d+\.\d+, .* \d+\.\d+\.\d+, \d{4}-\d\d-\d\d\n\n.*certification\/goal/);
    for (const [, words] of document.getText().matchAll(/"([^"]{4,})"/g)) assert.ok(!without.includes(words!), words);
    assert.ok((await body('file')).includes(document.getText().slice(0, 200)));
  });

  test('a menu runs a command on its file', async () => {
    await open('bare.cred');
    await vscode.commands.executeCommand('cred.showProfile', file('flawed.cred'));
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, file('flawed.cred').path);
  });

  test('findings appear in the Problems model', async () => {
    const document = await open('flawed.cred');
    await until('a finding certification/goal', () => rules(document).includes('certification/goal'));
    const [finding] = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => document.getText(range) === 'acquire-competence');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
  });

  test('findings appear for files that are not open', async () => {
    const unopened = file('bare.cred');
    await until('findings in bare.cred', () => vscode.languages.getDiagnostics(unopened).length > 0);
  });

  test('a finding leads to the page of its rule', async () => {
    const document = await open('flawed.cred');
    const [finding] = await until('findings', () => nonEmpty(vscode.languages.getDiagnostics(document.uri)));
    assert.ok(typeof finding?.code === 'object', 'the code has a link');
    const page = await vscode.workspace.openTextDocument(finding.code.target);
    assert.ok(page.getText().includes(`# ${finding.code.value}`), page.getText().slice(0, 200));
  });

  test('a kind explains itself on hover', async () => {
    const document = await open('flawed.cred');
    const hovers = await ask<vscode.Hover[]>('executeHoverProvider', document.uri, place(document, 'certification'));
    assert.match(hovers.flatMap(hover => hover.contents.map(part => (typeof part === 'string' ? part : part.value))).join('\n'), /certif/i);
  });

  test('completion offers what may stand in a certification', async () => {
    const document = await open('flawed.cred');
    const { items } = await ask<vscode.CompletionList>('executeCompletionItemProvider', document.uri, new vscode.Position(4, 2));
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('job-analysis') && labels.includes('assessment'), labels.join());
  });

  test('all missing features are added, as holes', async () => {
    const document = await open('bare.cred');
    const missing = () => rules(document).filter(rule => rule.startsWith('certification/'));
    await until('findings about missing features', () => missing().length > 0);

    await apply(await quickFix(document, place(document, 'BARE'), 'Add all missing features'));

    await until('the end of those findings', () => missing().length === 0);
    assert.match(document.getText(), /\?/);
    assert.ok(rules(document).includes('language/hole'), rules(document).join());
  });

  test('a text typed over a "?" has its two quotes, and words are whole', async () => {
    const content = 'certification X ? {\n  goal: validate-competence\n}\n';
    const document = await vscode.workspace.openTextDocument({ language: 'cred', content });
    const editor = await vscode.window.showTextDocument(document);
    const hole = document.positionAt(content.indexOf('?'));
    assert.equal(document.getText(document.getWordRangeAtPosition(hole)), '?');
    editor.selection = new vscode.Selection(hole, hole.translate(0, 1));
    for (const text of '"Widget Technician"') await vscode.commands.executeCommand('type', { text });
    assert.equal(document.lineAt(0).text, 'certification X "Widget Technician" {');

    const end = document.lineAt(1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('cursorWordLeftSelect');
    assert.equal(document.getText(editor.selection), 'validate-competence');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a finding is ignored with the cursor where the reason goes', async () => {
    const content = 'certification X "Thing" {\n  goal: acquire-competence\n}\n';
    const document = await vscode.workspace.openTextDocument({ language: 'cred', content });
    const editor = await vscode.window.showTextDocument(document);
    const at = place(document, 'acquire');
    await until('a finding certification/goal', () => rules(document).includes('certification/goal'));
    await apply(await quickFix(document, at, 'Ignore certification/goal here'));
    await until('the comment', () => document.lineCount === 5);
    await vscode.commands.executeCommand('type', { text: 'as the board decided' });
    assert.equal(document.lineAt(1).text, '  // cred-ignore certification/goal: as the board decided');
    assert.equal(document.lineAt(2).text, '  goal: acquire-competence');
    assert.equal(editor.document, document);
    await until('the end of the finding', () => !rules(document).includes('certification/goal'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a rule is turned off for the project, in a cred.json that is made for it', async () => {
    const document = await open('flawed.cred');
    await until('a finding certification/goal', () => rules(document).includes('certification/goal'));
    const at = place(document, 'acquire-competence');
    await apply(await quickFix(document, at, 'Turn certification/goal off for the project'));
    const settings = await vscode.workspace.openTextDocument(file('cred.json'));
    assert.deepEqual(JSON.parse(settings.getText()), { rules: { 'certification/goal': 'off' } });
    await settings.save();
    await until('the end of the finding', () => !rules(document).includes('certification/goal'));
    await vscode.workspace.fs.delete(file('cred.json'));
    await until('the finding again', () => rules(document).includes('certification/goal'));
  });

  test('formatting tidies a document, and a tidy document stays', async () => {
    const document = await open('untidy.cred');
    const format = async () => {
      const edits = await ask<vscode.TextEdit[] | undefined>('executeFormatDocumentProvider', document.uri, {
        tabSize: 2,
        insertSpaces: true,
      });
      if (!edits?.length) return document.getText(); // VS Code refuses to apply nothing
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      await apply(edit);
      return document.getText();
    };
    const tidy = await format();
    assert.match(tidy, /^certification TIDY "Certified Widget Planner" \{\n {2}owner: ABWP \/\/ who answers for it\n/);
    assert.equal(await format(), tidy);
  });

  test('a rename reaches the other files', async () => {
    const [organization, program] = [await open('organization.cred'), await open('flawed.cred')];
    const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', organization.uri, place(organization, 'ABWP'), 'BOARD');
    await apply(edit);
    assert.match(organization.getText(), /^organization BOARD /);
    assert.match(program.getText(), /owner: BOARD$/m);
  });

  test('code lenses and inlay hints are shown, and go when they are switched off', async () => {
    const document = await open('tidy (2026).cred');
    const lenses = async () =>
      (await ask<vscode.CodeLens[]>('executeCodeLensProvider', document.uri, 9)).map(({ command }) => command?.title ?? '');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async () =>
      (await ask<vscode.InlayHint[]>('executeInlayHintProvider', document.uri, whole)).map(({ label }) => String(label));
    await until('a lens', async () => (await lenses()).some(title => /certification · \d+ of \d+ defining features/.test(title)));
    await until('a hint', async () => (await hints()).length > 0);
    for (const [name, shown] of [['codeLens.enable', lenses] as const, ['inlayHints.enable', hints] as const]) {
      const settings = vscode.workspace.getConfiguration('cred');
      await settings.update(name, false, vscode.ConfigurationTarget.Workspace);
      await until(`the end of ${name}`, async () => (await shown()).length === 0);
      await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
      await until(`the return of ${name}`, async () => (await shown()).length > 0);
    }
  });

  test('a rule is as severe as the settings say', async () => {
    const document = await open('tidy (2026).cred');
    const settings = vscode.workspace.getConfiguration('cred');
    const one = () => nonEmpty(rules(document))?.[0];
    const rule = await until('a finding', one);
    await settings.update('rules', { [rule]: 'off' }, vscode.ConfigurationTarget.Workspace);
    await until(`the end of ${rule}`, () => !rules(document).includes(rule));
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await until(`the return of ${rule}`, () => rules(document).includes(rule));
  });

  test('a file whose name an editor escapes counts once', async () => {
    const document = await open('tidy (2026).cred');
    await until('findings', () => nonEmpty(rules(document)));
    assert.ok(!rules(document).includes('language/duplicate-name'), rules(document).join());
    const symbols = await ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'TIDY26');
    assert.deepEqual(
      symbols.filter(({ name }) => name.includes('Certified Widget Auditor') || name === 'TIDY26').length,
      1,
      symbols.map(({ name }) => name).join(),
    );
  });

  test('a reference to a built-in standard opens it', async () => {
    const standard = await vscode.workspace.openTextDocument(vscode.Uri.parse('cred-standard:/NCCA-2021.cred'));
    assert.match(standard.getText(), /standard NCCA-2021/);
    assert.equal(standard.languageId, 'cred');
  });

  test('a new program comes from a template', async () => {
    await vscode.commands.executeCommand('cred.newProgram', { kind: 'certificate', name: 'WBC', title: 'Widget Basics' });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'cred');
    assert.match(document.getText(), /^certificate WBC "Widget Basics" \{/m);
  });

  test('a table is pasted as Cred, by where the cursor stands, and plainly', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'cred', content: 'certification C "C" {\n  goal: ?\n  \n}\n' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(2, 2, 2, 2);
    const table = 'Domain\tWeight\nSafety\t25%\nRepair\t75%';
    await vscode.commands.executeCommand('cred.pasteTable', table, 'cred');
    assert.match(document.getText(), /\n {2}domain safety "Safety" \{ weight: 25% \}\n {2}domain repair/);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('cred.pasteTable', table, 'plain');
    assert.match(document.getText(), /\n {2}Domain\tWeight\n/);
  });

  test('a workbook is imported, and a self-study written and read again', async () => {
    await vscode.commands.executeCommand('cred.import', file('sheets.xlsx'));
    await until('the programs of the workbook', () =>
      vscode.window.activeTextEditor?.document.getText().includes('domain working-safely "Working safely"'),
    );
    await open('seeking.cred');
    const study = file('self-study.docx');
    await vscode.commands.executeCommand('cred.selfStudy', study);
    const bytes = await vscode.workspace.fs.readFile(study);
    assert.equal(String.fromCharCode(...bytes.slice(0, 2)), 'PK');
    const before = vscode.window.activeTextEditor?.document.getText();
    await vscode.commands.executeCommand('cred.import', study);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), before);
    await vscode.workspace.fs.delete(study);
  });

  test('a rule is explained', async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('cred-page:/certification/goal.md'));
    assert.equal(page.languageId, 'markdown');
    assert.match(page.getText(), /certification/);
    await vscode.commands.executeCommand('cred.explainRule', 'certification/goal');
    await until('the preview', () => vscode.window.tabGroups.all.some(group => group.tabs.some(tab => tab.label.includes('goal'))));
  });

  test('a link to a rule, as in a hover or in Problems, opens its page rendered', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse('cred-page:/alignment/weights-sum.md'));
    const rendered = (): boolean =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputCustom && input.uri.path === '/alignment/weights-sum.md'),
      );
    await until('the rendered page', rendered);
  });

  test('the first start opens the walkthrough beside the text, later ones do not', async () => {
    const document = await open('flawed.cred');
    const kept = new Map<string, unknown>();
    const memory: vscode.Memento = {
      keys: () => [...kept.keys()],
      get: <T>(key: string) => kept.get(key) as T,
      update: async (key, value) => void kept.set(key, value),
    };
    assert.equal(await firstStart(memory), true);
    const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until(
      () => `its tab; there are: ${labels().join(', ')}`,
      () => labels().some(label => /Get started with Cred|Walkthrough|Welcome/.test(label)),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    assert.equal(await firstStart(memory), false);
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  test('the server restarts', async () => {
    await vscode.commands.executeCommand('cred.restart');
    const document = await open('flawed.cred');
    await until('findings again', () => rules(document).includes('certification/goal'));
  });
});
