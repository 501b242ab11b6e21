import { addBlocks } from '../../fixes/place.ts';
import type { Program } from '../../vocabulary/program.ts';
import { practice, type RuleContext, rule } from '../define.ts';
import { soleOwner } from '../shared/owner.ts';

const WANTED = [
  { kind: 'needs-analysis', called: 'a needs analysis' },
  { kind: 'evaluation', called: 'an evaluation' },
] as const;

/** Instruction is designed for a need, and looked at afterwards. */
export default rule('certificate/quality', {
  title: 'A certificate program rests on a needs analysis and is evaluated',
  severity: 'information',
  source: practice('Needs analysis and program evaluation'),
  reads: 'project',
  appliesTo: 'certificate',
  check(program, context) {
    const { file, report } = context;
    const absent = WANTED.filter(
      ({ kind }) => program.all(kind).length === 0 && !(kind === 'evaluation' && ownerEvaluates(program, context)),
    );
    if (absent.length === 0) return;
    const list = absent.map(({ called }) => called).join(' and ');
    report({
      at: program,
      message:
        `"${program.label}" does not mention ${absent.map(({ kind, called }) => (kind === 'evaluation' ? `${called} of the program` : called)).join(' or ')}. ` +
        `${absent.length > 1 ? 'These show that it meets a need and keeps meeting it.' : absent[0]!.kind === 'evaluation' ? 'It shows whether the program reaches its purpose.' : 'The intended learning outcomes are drawn from it.'}`,
      fixes: [
        {
          title: `Add ${list}`,
          safe: false,
          adds: true,
          addsKind: 'evaluation',
          edits: () =>
            addBlocks(
              file,
              program,
              absent.map(({ kind }) => ({ kind })),
            ),
        },
      ],
    });
  },
});

/**
 * Returns whether the owner evaluates the program. An owner may evaluate all its programs together. A review of another type does not
 * count; one of unknown type may.
 */
function ownerEvaluates(program: Program, context: RuleContext): boolean {
  const owner = soleOwner(program, context);
  // A misspelt owner has a finding of its own.
  if (program.owner && !owner && !program.owner.isHole) return true;
  const evaluations = owner?.parts.filter(({ kind }) => kind === 'evaluation') ?? [];
  return evaluations.some(({ says, open }) => !says.type || open.includes('type') || says.type.includes('program-evaluation'));
}
