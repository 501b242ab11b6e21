import { unreadableRule } from '../../findings/declared-rules.ts';
import { LANGUAGE } from '../define.ts';

/** A file whose text Cred could not get at. */
export default unreadableRule('language/unreadable', {
  title: 'Every file of the project can be read',
  severity: 'error',
  source: LANGUAGE,
  check({ why, remedy }, { report }) {
    report({ message: `This file ${why}, so nothing in it is checked. ${remedy}` });
  },
});
