// VS Code calls run() inside the extension host (`extensionTestsPath`).
import path from 'node:path';
import Mocha from 'mocha';

export function run(): Promise<void> {
  console.log('##tests');
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, reporter: 'spec', color: false });
  for (const suite of ['extension', 'views']) mocha.addFile(path.join(__dirname, `${suite}.test.cjs`));
  return new Promise((resolve, reject) => {
    const runner = mocha.run(failures => {
      const passes = runner.stats?.passes ?? 0;
      console.log(`${passes} passed, ${failures} failed`);
      if (failures || !passes) reject(new Error(failures ? `${failures} tests failed` : 'no test ran'));
      else resolve();
    });
  });
}
