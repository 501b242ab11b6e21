/** The texts with which a file can begin. */
import { template } from '../language/services/template.ts';
import { PROGRAMS } from '../language/vocabulary/define.ts';

/** The kinds of which a file can begin with a template. */
export const TEMPLATES: readonly string[] = ['organization', ...PROGRAMS];

/** Returns the text of a new program or organization, with holes; `undefined` if there is no template of the kind. */
export const templateOf = (kind: string): string | undefined => (TEMPLATES.includes(kind) ? template(kind, 'NEW', 'Its title') : undefined);
