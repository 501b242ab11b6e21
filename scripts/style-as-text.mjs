// Bundles a style sheet as text, without comments and blanks.
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

/** The plugin of esbuild. */
export const styleAsText = {
  name: 'style-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, ({ path: file }) => ({
      contents: transformSync(readFileSync(file, 'utf8'), { loader: 'css', minify: true }).code,
      loader: 'text',
    }));
  },
};
