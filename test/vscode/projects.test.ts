/** Which project a file belongs to, in VS Code: a subfolder of a project opened, beside another folder that comes and goes. */
import * as vscode from 'vscode';
import * as assert from './assert.ts';
import { rules, until } from './helpers.ts';

suite('Projects in VS Code', () => {
  const folders = () => vscode.workspace.workspaceFolders ?? [];
  const at = (folder: number, name: string): vscode.Uri => vscode.Uri.joinPath(folders()[folder]!.uri, name);
  const has = (uri: vscode.Uri): boolean => vscode.languages.getDiagnostics(uri).length > 0;

  suiteSetup(async () => {
    await vscode.extensions.getExtension('cred.cred')!.activate();
  });

  test('a subfolder of a project has the settings and the names of the project', async () => {
    const document = await vscode.workspace.openTextDocument(at(0, 'lift.cred'));
    await until('a hole', () => rules(document).includes('language/hole'));
    await until('findings of the other folder', () => has(at(1, 'loose.cred')));
    assert.deepEqual(rules(document), ['language/hole']);
    const [target] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('LB')),
    );
    assert.match(String(target!.targetUri), /board\/organization\.cred$/);
    assert.ok(!has(target!.targetUri), 'what is not opened has no findings');
  });

  test('an untitled text belongs to the project of the first folder', async () => {
    const content = 'certification NEW "Certified Newcomer" {\n  owner: LB\n  audience: ?\n}\n';
    const document = await vscode.workspace.openTextDocument({ language: 'cred', content });
    await until('a hole', () => rules(document).includes('language/hole'));
    assert.deepEqual(rules(document), ['language/hole']);
  });

  test('a folder that leaves the workspace takes its findings along', async () => {
    const loose = folders()[1]!.uri;
    const file = at(1, 'loose.cred');
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1), 'the folder is taken out');
    await until('the end of its findings', () => !has(file));
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: loose }), 'the folder is back');
    await until('its findings', () => has(file));
  });
});
