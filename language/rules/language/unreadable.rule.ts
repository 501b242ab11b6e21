import { unreadableRule } from '../../findings/declared-rules.ts';
import { LANGUAGE } from '../define.ts';

/** A file that Cred cannot read. */
export default unreadableRule('language/unreadable', {
  title: 'Every file of the project can be read',
  severity: 'error',
  source: LANGUAGE,
  check({ why, remedy }, { report }) {
    report({ message: `This file ${why}, so nothing in it is checked. ${remedy}` });
  },
});
