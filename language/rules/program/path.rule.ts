import { type PathFit, pathOf, pointsElsewhere } from '../../analysis/path.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import { definingFeatures, rule } from '../define.ts';
import { type DeclaredKind, declareAs } from '../shared/declare.ts';

const CALLED: Readonly<Record<DeclaredKind, string>> = {
  certificate: 'a certificate program',
  certification: 'a certification',
  attendance: 'an attendance program',
};

/** Says which path an undecided program fits, and when a declared kind is most likely another. */
export default rule('program/path', {
  title: 'The description fits the kind',
  severity: 'information',
  source: definingFeatures('All features'),
  reads: 'project',
  appliesTo: PROGRAMS,
  check(program, { file, names, report }) {
    if (program.kind === 'program') {
      const fit = pathOf(program, file, names);
      report({
        at: program,
        nature: 'weak',
        message: messageOf(program.label, fit),
        fixes: fit.outside ? [] : ORDER[fit.path].map(kind => declareAs(program, kind)),
      });
      return;
    }
    const elsewhere = pointsElsewhere(program, file, names);
    if (!elsewhere) return;
    const { kind, reasons, fit } = elsewhere;
    const both = fit.path === 'both';
    report({
      at: program,
      severity: 'warning',
      nature: 'contradiction',
      message:
        `"${program.label}" is declared ${CALLED[program.kind]}, but ${reasons.length} of the ${fit.stated} dimensions that it states point to ${CALLED[kind]}: ${list(reasons)}. ` +
        (both ? fit.next[0] : `Declare it ${CALLED[kind]}, or change what does not fit.`),
      fixes: both ? [] : [declareAs(program, kind)],
      related: reasons.map(({ span, because }) => ({ at: span, message: `${because[0]!.toUpperCase()}${because.slice(1)}.` })),
    });
  },
});

const ORDER: Readonly<Record<PathFit['path'], readonly DeclaredKind[]>> = {
  certificate: ['certificate', 'certification', 'attendance'],
  certification: ['certification', 'certificate', 'attendance'],
  both: ['certificate', 'certification', 'attendance'],
  neither: ['attendance', 'certificate', 'certification'],
  undecided: ['certificate', 'certification', 'attendance'],
};

const list = (reasons: readonly { readonly because: string }[]): string => reasons.map(({ because }) => because).join('; ');
const firmly = (confidence: number): string =>
  confidence >= 0.8 ? 'firmly' : confidence >= 0.5 ? 'fairly firmly' : 'only tentatively so far';

function messageOf(label: string, { path, confidence, reasons, outside, next }: PathFit): string {
  const ask = next.slice(0, 2).join(' ');
  const toward = (kind: string): string => list(reasons.filter(({ pointsTo }) => pointsTo === kind));
  switch (path) {
    case 'both':
      return `"${label}" fits both paths, ${firmly(confidence)}. As a certificate program: ${toward('certificate')}. As a certification: ${toward('certification')}. ${ask}`;
    case 'neither':
      return outside
        ? `"${label}" fits neither path, ${firmly(confidence)}: ${toward('neither')}. ${ask}`
        : `"${label}" fits neither path as described, ${firmly(confidence)}: nothing in it must be passed. ${ask}`;
    case 'undecided':
      return reasons.length === 0
        ? `Nothing is said yet from which the path of "${label}" could be told. ${ask}`
        : `It cannot be told yet which path "${label}" fits; so far ${list(reasons)}. ${ask}`.trim();
    default: {
      const against = list(reasons.filter(({ pointsTo }) => pointsTo !== path));
      return `"${label}" fits the path of ${CALLED[path]}, ${firmly(confidence)}: ${toward(path)}.${against ? ` Against it: ${against}.` : ''} ${ask}`.trim();
    }
  }
}
