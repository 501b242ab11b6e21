/** Generates from the schema of `cred.json` the schema file, with which editors complete, and its page. */
import { CONFIG_SCHEMA, type ConfigSchema } from '../../language/project/config-schema.ts';
import type { Rule } from '../../language/rules/define.ts';

/** Returns the schema with the name of every rule, so that an editor can complete and explain them. */
export function configSchema(rules: readonly Rule[]): object {
  const groups = [...new Set(rules.map(rule => `${rule.id.slice(0, rule.id.indexOf('/'))}/*`))];
  const ruleKeys = {
    '*': { description: 'All rules.' },
    ...Object.fromEntries(groups.map(group => [group, { description: `All rules of ${group.slice(0, -1)}` }])),
    ...Object.fromEntries(rules.map(rule => [rule.id, { description: `${rule.title}. Unless set: ${rule.severity}.` }])),
  };
  const limits = Object.fromEntries(
    rules.flatMap(({ id, title, limit }) =>
      limit ? [[id, { description: `${title}. In ${limit.unit}; unless set: ${limit.default}.`, default: limit.default }]] : [],
    ),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'cred.json',
    ...extended(CONFIG_SCHEMA, { rules: ruleKeys, limits }),
  };
}

/** Adds properties to each object under one of the known keys, with the schema that applies to other properties there. */
function extended(schema: ConfigSchema, known: Readonly<Record<string, object>>, key = ''): object {
  const { properties, additionalProperties, items, format, ...rest } = schema;
  const named = known[key];
  return {
    ...rest,
    // Editors do not know our other format.
    ...(format === 'date' && { format }),
    ...((properties ?? named) && {
      properties: {
        ...Object.fromEntries(Object.entries(properties ?? {}).map(([name, one]) => [name, extended(one, known, name)])),
        ...(named && Object.fromEntries(Object.entries(named).map(([name, one]) => [name, { ...(additionalProperties || {}), ...one }]))),
      },
    }),
    ...(additionalProperties !== undefined && { additionalProperties }),
    ...(items && { items: extended(items, known) }),
  };
}

/** Returns the page in Markdown. */
export function configPage(rules: readonly Rule[]): string {
  const rows = Object.entries(CONFIG_SCHEMA.properties as Readonly<Record<string, ConfigSchema>>).map(
    ([key, schema]) => `| \`${key}\` | ${schema.description} |`,
  );
  const inOverrides = Object.entries(CONFIG_SCHEMA.properties.overrides.items.properties as Readonly<Record<string, ConfigSchema>>).map(
    ([key, schema]) => `| \`overrides[].${key}\` | ${schema.description} |`,
  );
  const limits = rules.flatMap(({ id, title, limit }) =>
    limit ? [`| [${id}](rules/${id}.md) | ${title} | ${limit.default} ${limit.unit} |`] : [],
  );
  return `<!-- Made from language/project/config-schema.ts by npm run generate. -->
# cred.json

A folder with a \`cred.json\` is a project: its \`.cred\` files share their names, and are judged by the settings in it. The nearest one above a file counts, and only that one. The editor and the command line read the same file; the editor reads it again when it changes. A mistake in it is a [finding](rules/language/config.md) with its place, which only its own name turns off.

\`\`\`json
{
  "rules": { "certification/scope": "off", "measurement/*": "information" },
  "overrides": [
    { "files": ["drafts/"], "rules": { "*": "information" } },
    { "programs": ["CWT"], "rules": { "measurement/low-reliability": "error" } }
  ],
  "standards": ["NCCA-2021"],
  "exclude": ["archive/"],
  "limits": { "time/job-analysis-age": 7 }
}
\`\`\`

| Setting | What it does |
|---|---|
${[...rows, ...inOverrides].join('\n')}

A severity is one of error, warning, information, hint and off. A rule is named by its id, by its group with \`*\`, or with all others by \`*\`; the closest name counts, whatever the order. Clauses of standards are named in the same way: \`ncca-2021/S14\`, \`ncca-2021/*\`.

What is set here counts as it is: the status of a program (planned, retired) changes it no more.

## Limits

| Rule | What it looks after | Unless set |
|---|---|---|
${limits.join('\n')}
`;
}
