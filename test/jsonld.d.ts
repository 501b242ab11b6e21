/** The part of the library that the tests use. */
declare module 'jsonld' {
  type Loader = (url: string) => Promise<{ documentUrl: string; document: object; contextUrl?: string }>;
  const jsonld: { expand(document: object, options: { documentLoader: Loader; safe?: boolean }): Promise<object[]> };
  export default jsonld;
}
