/** `cred`: starts the command line (dist/main.cjs). */
import { bundle } from './bundle.ts';

bundle('main');
