/** `cred` as a process: runs the command line (dist/main.cjs) on its arguments and streams. */
import { bundle } from './bundle.ts';

/** A reader that has seen enough, `cred check | head`, is no failure of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

const { run } = bundle('main') as typeof import('./main.ts');
void run(process.argv.slice(2), process).then(status => {
  process.exitCode = status;
});
