// Sets the seed of what tests make by chance, so that a failure comes again. Another one is tried with CRED_SEED=2 npm run test:unit.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.CRED_SEED ?? 1) });
