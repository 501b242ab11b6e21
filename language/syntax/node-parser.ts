/**
 * Runs the grammar's rules as Langium builds them, and keeps of each only what Cred reads: the rule's name, its tokens and
 * the nodes of the rules it called. Langium's own parser makes a syntax object and a concrete tree beside it, which
 * takes three times as long; nothing here would read them.
 */
import type { IToken, TokenType } from 'chevrotain';
import { AbstractLangiumParser, GrammarAST, type LangiumCoreServices } from 'langium';
import type { Token } from './token.ts';

type RuleResult = ReturnType<AbstractLangiumParser['rule']>;

export interface Node {
  readonly rule: string;
  readonly items: (Token | Node)[];
}

/** What Langium's parser is given for one of our tokens. */
export interface Carrier extends IToken {
  readonly token: Token;
}

export const isNode = (item: Token | Node): item is Node => 'rule' in item;

export class NodeParser extends AbstractLangiumParser {
  private readonly stack: Node[] = [];

  constructor(services: LangiumCoreServices) {
    super(services, false);
  }

  /** The entry rule's node, or `undefined` where the grammar does not accept the tokens. */
  parse(tokens: Carrier[]): Node | undefined {
    this.stack.length = 0;
    this.wrapper.input = tokens;
    const node = this.wrapper.rule(this.mainRule) as Node | undefined;
    return this.wrapper.errors.length > 0 ? undefined : node;
  }

  rule(rule: GrammarAST.ParserRule | GrammarAST.InfixRule, body: (args: Record<string, boolean>) => unknown): RuleResult {
    const isFragment = GrammarAST.isParserRule(rule) && rule.fragment;
    // Langium keeps rule names apart from token names by a blank without width.
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

  /** The grammar has no actions. */
  action(): void {}
}
