// Removes the folders that the tests of a file have made. This is a setup file, which vitest runs for each file of tests: a module that the
// files of a worker share is read once, so a hook in it would serve the first of them alone.
import { afterAll } from 'vitest';
import { removeFolders } from './folders.ts';

afterAll(removeFolders, 60_000);
