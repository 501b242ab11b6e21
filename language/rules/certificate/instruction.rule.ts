import { addBlock } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';

/** Instruction is a part of the program itself. */
export default rule('certificate/instruction', {
  title: 'A certificate program teaches',
  severity: 'warning',
  source: definingFeatures('Instruction'),
  appliesTo: 'certificate',
  check(program, { file, report }) {
    if (program.all('module').length > 0) return;
    report({
      at: program,
      message: `"${program.label}" has no instruction. A certificate program provides the course that its assessment is about: add a module for each part of it.`,
      fixes: [addBlock(file, program, { kind: 'module' })],
    });
  },
});
