// The protocol's package brings a validator of JSON Schema for what a server asks of its user in a form. Cred's server asks for no forms, and
// checks arguments itself (assistant/schema.ts), so the validator is left out.
const VALIDATOR = `
export class AjvJsonSchemaValidator {
  getValidator() {
    throw new Error('This server asks for no forms.');
  }
}
`;

/** The plugin for esbuild. */
export const withoutAjv = {
  name: 'without-ajv',
  setup(build) {
    const namespace = 'without-ajv';
    build.onResolve({ filter: /ajv-provider\.js$/ }, () => ({ path: 'validator', namespace }));
    build.onLoad({ filter: /^validator$/, namespace }, () => ({ contents: VALIDATOR }));
  },
};
