// VS Code calls run() inside the extension host (`extensionTestsPath`).
import path from 'node:path';
import mocha from 'mocha';
import * as vscode from 'vscode';

/** Mocha is an ES module, so `require` returns its namespace; its types describe only the class. */
const { Mocha } = mocha as unknown as { readonly Mocha: typeof mocha };

export function run(): Promise<void> {
  console.log('##tests');
  const runs = new Mocha({ ui: 'tdd', timeout: 30_000, reporter: 'spec', color: false });
  // The projects are tested with several folders opened together, everything else with one folder.
  const suites = vscode.workspace.workspaceFile ? ['projects'] : ['extension', 'views', 'assistants'];
  for (const suite of suites) runs.addFile(path.join(__dirname, `${suite}.test.cjs`));
  return new Promise((resolve, reject) => {
    const runner = runs.run(failures => {
      const passes = runner.stats?.passes ?? 0;
      console.log(`${passes} passed, ${failures} failed`);
      if (failures || !passes) reject(new Error(failures ? `${failures} tests failed` : 'no test ran'));
      else resolve();
    });
  });
}
