/** A language for `hljs.registerLanguage('cred', highlightJs)`. */
export declare function highlightJs(hljs: object): object;
/** Adds the language to Prism: `prism(Prism)`. */
export declare function prism(Prism: object): void;
