/** Finds who belongs to a group that a policy names: a body of the owner, a panel of the program, or a single person. */
import type { BlockFacts } from '../../model/facts.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { soleOwner } from '../shared/owner.ts';
import { lastOf } from '../shared/policies.ts';

/** The bodies of the owner and the panels of the program, by name. */
export class PeopleGroups {
  private readonly bodies: readonly BlockFacts[];

  constructor(
    private readonly program: Program,
    private readonly context: RuleContext,
  ) {
    this.bodies = soleOwner(program, context)?.parts.filter(({ kind }) => kind === 'body') ?? [];
  }

  /** Returns whether two names are the same group or person, or whether all known members of one group also belong to the other. */
  areSame(hearing: string, deciding: string): boolean {
    if (hearing === deciding) return true;
    const members = this.members(hearing);
    const others = new Set(this.members(deciding));
    return members.length > 0 && members.every(name => others.has(name));
  }

  governs(name: string): boolean {
    const body = this.body(name);
    return body?.says.governs?.some(one => lastOf(one) === this.program.name) ?? false;
  }

  called(name: string): string {
    const title =
      this.body(name)?.title ?? this.panel(name)?.title ?? this.context.names.top(name).find(({ kind }) => kind === 'person')?.title;
    return `"${title ?? name}"`;
  }

  /** Returns the names of the members of a group. A person is the only member of himself or herself. */
  members(name: string): readonly string[] {
    const body = this.body(name);
    if (body) return (body.says.members ?? []).map(lastOf);
    const panel = this.panel(name);
    if (panel) return panel.members?.items.flatMap(({ value }) => value?.path.at(-1) ?? []) ?? [];
    return [name];
  }

  private readonly body = (name: string): BlockFacts | undefined => this.bodies.find(one => one.name === name);
  private readonly panel = (name: string) => this.program.all('panel').find(one => one.name === name);
}
