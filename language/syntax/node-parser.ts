/**
 * Runs the parser that Langium builds from the grammar, and keeps of each rule only its name, its tokens and the nodes of the
 * rules that it called. Langium's own parser builds an AST and a concrete syntax tree as well. That takes three times as long,
 * and nothing in Cred would read them.
 */
import type { IToken, TokenType } from 'chevrotain';
import { AbstractLangiumParser, GrammarAST, type LangiumCoreServices } from 'langium';
import type { Token } from './token.ts';

type RuleResult = ReturnType<AbstractLangiumParser['rule']>;

/** The result of one grammar rule: the rule's name, and the tokens and nodes that it took in order. */
export interface Node {
  readonly rule: string;
  readonly items: (Token | Node)[];
}

/** A Cred token in the form that Chevrotain, the parser engine, takes. */
export interface Carrier extends IToken {
  readonly token: Token;
}

/** Returns whether an item of a node is a node itself. */
export const isNode = (item: Token | Node): item is Node => 'rule' in item;

/** A Langium parser that builds plain nodes in place of Langium's AST. */
export class NodeParser extends AbstractLangiumParser {
  private readonly stack: Node[] = [];

  constructor(services: LangiumCoreServices) {
    super(services, false);
  }

  /** Parses the tokens from the entry rule. Returns its node, or `undefined` if the grammar does not accept the tokens. */
  parse(tokens: Carrier[]): Node | undefined {
    this.stack.length = 0;
    this.wrapper.input = tokens;
    const node = this.wrapper.rule(this.mainRule) as Node | undefined;
    return this.wrapper.errors.length > 0 ? undefined : node;
  }

  rule(rule: GrammarAST.ParserRule | GrammarAST.InfixRule, body: (args: Record<string, boolean>) => unknown): RuleResult {
    const isFragment = GrammarAST.isParserRule(rule) && rule.fragment;
    // Langium marks rule names with a zero-width space, so that they differ from token names.
    const made = this.wrapper.DEFINE_RULE(`${rule.name}\u200B`, args => {
      if (this.isRecording() || isFragment) {
        body(args);
        return undefined;
      }
      const node: Node = { rule: rule.name, items: [] };
      this.stack.push(node);
      body(args);
      this.stack.pop();
      return node;
    });
    this.allRules.set(rule.name, made);
    if (GrammarAST.isParserRule(rule) && rule.entry) this.mainRule = made;
    return made;
  }

  consume(index: number, type: TokenType, _feature: GrammarAST.AbstractElement): void {
    const taken = this.wrapper.wrapConsume(index, type);
    if (!this.isRecording()) this.stack[this.stack.length - 1]!.items.push((taken as Carrier).token);
  }

  subrule(index: number, rule: RuleResult, isFragment: boolean, _feature: GrammarAST.AbstractElement, args: Record<string, boolean>): void {
    const node = this.wrapper.wrapSubrule(index, rule, args) as Node | undefined;
    if (node && !isFragment && !this.isRecording()) this.stack[this.stack.length - 1]!.items.push(node);
  }

  /** Overrides Langium's handling of grammar actions: Cred's grammar has none. */
  action(): void {}
}
