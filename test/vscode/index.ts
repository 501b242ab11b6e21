// VS Code calls run() inside the extension host (`extensionTestsPath`).
import path from 'node:path';
import mocha from 'mocha';
import * as vscode from 'vscode';

/** Mocha is an ES module, so what is required of it is its namespace; its types speak of the class alone. */
const { Mocha } = mocha as unknown as { readonly Mocha: typeof mocha };

export function run(): Promise<void> {
  console.log('##tests');
  const runs = new Mocha({ ui: 'tdd', timeout: 30_000, reporter: 'spec', color: false });
  // Several folders opened together are what the projects are tried with; one folder, everything else.
  const suites = vscode.workspace.workspaceFile ? ['projects'] : ['extension', 'views'];
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
