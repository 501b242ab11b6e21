/**
 * The JSON schema of `cred.json`. The reader checks settings against it, VS Code completes by the schema file that is generated from it,
 * and the documentation lists it.
 */

/** The part of JSON Schema that `cred.json` needs. */
export interface ConfigSchema {
  readonly type: 'object' | 'array' | 'string' | 'number';
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, ConfigSchema>>;
  /** The schema of all other keys; `false` if there are none. */
  readonly additionalProperties?: ConfigSchema | false;
  readonly items?: ConfigSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  /** 1 allows only whole numbers. */
  readonly multipleOf?: 1;
  /** `date` is `YYYY-MM-DD`; `files` is a pattern as in .gitignore. */
  readonly format?: 'date' | 'files';
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
}

export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

const patterns = (description: string): ConfigSchema => ({
  type: 'array',
  description: `${description} Patterns as in .gitignore, relative to the folder of cred.json.`,
  items: { type: 'string', format: 'files' },
});

const rules: ConfigSchema = {
  type: 'object',
  description:
    'How serious a rule is, by its id ("certification/scope"), for a group ("measurement/*") or for all ("*"). The closest one counts. "off" turns a rule off.',
  additionalProperties: { type: 'string', enum: SEVERITIES },
};

export const CONFIG_SCHEMA = {
  type: 'object',
  description: 'Settings of a Cred project: the folder of this file and what is below it.',
  properties: {
    $schema: { type: 'string', description: 'Where the schema of this file is found, for editors.' },
    rules,
    overrides: {
      type: 'array',
      description: 'Other severities for some files or programs. A later one counts more than an earlier one.',
      items: {
        type: 'object',
        properties: {
          files: patterns('The files that it is for.'),
          programs: { type: 'array', description: 'The programs that it is for, by their names.', items: { type: 'string' } },
          rules,
        },
        required: ['rules'],
        additionalProperties: false,
      },
    },
    standards: {
      type: 'array',
      description:
        'The standards that programs are judged by on request, beside those that they seek or hold, by their names. Without it, those that accredit their kind.',
      items: { type: 'string' },
      examples: [['NCCA-2021']],
    },
    exclude: patterns('Files to leave out: they are neither checked nor read for names.'),
    limits: {
      type: 'object',
      description: 'How old something may be, or how long before its day it is spoken of, for the rules about time that have a limit.',
      additionalProperties: { type: 'number', minimum: 0 },
    },
    indent: {
      type: 'number',
      description:
        'How many blanks a level is indented by when files are laid out, from 1 to 8. Without it, 2, whatever an editor is set to.',
      minimum: 1,
      maximum: 8,
      multipleOf: 1,
    },
    asOf: {
      type: 'string',
      format: 'date',
      description: 'The day to check for, YYYY-MM-DD, instead of today. "--as-of" on the command line counts more.',
    },
  },
  additionalProperties: false,
} as const satisfies ConfigSchema;
