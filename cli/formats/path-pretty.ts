/** Formats the path that a program fits for people: the verdict, what points where, and what to state next. */
import pc from 'picocolors';
import { printable } from '../../language/model/printable.ts';
import type { Fit } from '../checking/fits.ts';

const FITS: Readonly<Record<string, string>> = {
  certificate: 'fits a certificate program',
  certification: 'fits a certification',
  both: 'fits both, a certificate program and a certification: two programs',
  neither: 'fits neither a certificate program nor a certification',
};
/** The kinds of program in words. */
export const KIND: Readonly<Record<string, string>> = {
  certificate: 'a certificate program',
  certification: 'a certification',
  attendance: 'an attendance program',
  neither: 'none of the kinds',
};

/** Formats one program. */
export function pathPretty({ title, declared, fits, firmness, reasons, next, path, range, as }: Fit, colours: boolean): string {
  const c = pc.createColors(colours);
  const at = (line: number): string => c.dim(`${printable(path)}:${line + 1}`);
  const kind = KIND[declared];
  return [
    `${c.bold(printable(title))}  ${at(range.start.line)}`,
    `  ${FITS[fits] ? `What is described ${FITS[fits]}${firmness === undefined ? '' : `: ${firmness}`}` : 'It cannot be told yet which kind the description fits'}. ${kind ? `It is declared as ${kind}.` : 'Its kind is not declared yet.'}`,
    ...reasons.map(
      one => `    ${one.dimension}: ${printable(one.because)}  ${at(one.range.start.line)}  ${c.dim(`→ ${KIND[one.pointsTo]}`)}`,
    ),
    ...(next.length > 0 ? ['  Next:', ...next.map(one => `    ${one}`)] : []),
    ...(as
      ? [
          `  As ${KIND[as.kind]} it would have ${as.findings.length === 0 ? 'no errors or warnings.' : 'these findings:'}`,
          ...as.findings.map(
            one => `    ${one.severity}${one.isNew ? ', new' : ''}: ${printable(one.message)} (${one.rule})  ${at(one.range.start.line)}`,
          ),
        ]
      : []),
    '',
  ].join('\n');
}
