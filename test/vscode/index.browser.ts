// Runs the same suite in the web host, as one bundle, since nothing can be loaded from a disk there.
import 'mocha/mocha';

declare const mocha: {
  setup(options: object): void;
  run(done: (failures: number) => void): { stats?: { passes: number } };
};

export function run(): Promise<void> {
  console.log('##tests');
  mocha.setup({ ui: 'tdd', timeout: 30_000, reporter: 'spec' });
  return import('./extension.test.ts')
    .then(() => import('./views.test.ts'))
    .then(
      () =>
        new Promise((resolve, reject) => {
          const runner = mocha.run(failures => {
            const passes = runner.stats?.passes ?? 0;
            console.log(`${passes} passed, ${failures} failed`);
            if (failures || !passes) reject(new Error(failures ? `${failures} tests failed` : 'no test ran'));
            else resolve();
          });
        }),
    );
}
