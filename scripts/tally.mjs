// Tests of a script that drives something from outside: each is run, told with a tick or a cross, and counted.

/** `failed` is called with how many have failed so far, to keep a picture of it. */
export function tally(failed = async () => {}) {
  const counts = { passed: 0, failed: 0 };
  return {
    async test(what, run) {
      try {
        await run();
        counts.passed++;
        console.log(`  ✔ ${what}`);
      } catch (error) {
        counts.failed++;
        console.log(
          `  ✖ ${what}\n    ${String(error.stack ?? error)
            .split('\n')
            .slice(0, 12)
            .join('\n    ')}`,
        );
        await failed(counts.failed);
      }
    },
    /** Says the counts and gives the exit code; nothing run is a failure too. */
    end() {
      console.log(`${counts.passed} passed, ${counts.failed} failed`);
      return counts.failed > 0 || counts.passed === 0 ? 1 : 0;
    },
  };
}

export function ok(value, message) {
  if (!value) throw new Error(message);
}
