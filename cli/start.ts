/** Runs `cred` as a process: passes its arguments and streams to the command line (dist/main.cjs). */
import { bundle } from './bundle.ts';
import { OWN_FAULT, WRONG_USAGE } from './terminal/exit.ts';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader may close the pipe early, as in `cred check | head`; that is not an error.
    if (error.code === 'EPIPE') process.exit();
    const why = error.code === 'ENOSPC' ? 'the disk is full' : error.message;
    if (stream === process.stdout) process.stderr.write(`What Cred has to say cannot be written: ${why}.\n`);
    process.exit(WRONG_USAGE);
  });
}

/** Handles errors that no promise or caller catches. */
process.on('uncaughtException', error => {
  process.stderr.write(`Cred has stopped on an error of its own; please report it, with what you did.\n${error?.stack ?? String(error)}\n`);
  process.exit(OWN_FAULT);
});

const { run } = bundle('main') as typeof import('./main.ts');
void run(process.argv.slice(2), process).then(status => {
  process.exitCode = status;
});
