import { weightTotals } from '../../analysis/alignment.ts';
import { replace } from '../../fixes/fix.ts';
import type { Stated, StatedList } from '../../model/block.ts';
import type { Reference } from '../../model/values.ts';
import type { Body } from '../../vocabulary/body.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import type { Panel } from '../../vocabulary/panel.ts';
import type { Program } from '../../vocabulary/program.ts';
import { practice, type RuleContext, rule } from '../define.ts';
import { inUnitOf, isOfWholeCycle, wholesOf } from '../shared/upkeep.ts';

/** A part that is larger than its whole. */
export default rule('program/impossible-counts', {
  title: 'No part is larger than its whole',
  severity: 'error',
  source: practice('What the figures mean: a part is not more than its whole'),
  appliesTo: [...PROGRAMS, 'organization'],
  check(owner, context) {
    for (const { respondents, invited } of owner.all('job-analysis'))
      if (respondents?.value !== undefined && invited?.value !== undefined && respondents.value > invited.value)
        wrong(
          context,
          respondents,
          `${respondents.value} practitioners cannot have answered where ${invited.value} were invited. Check both figures of the job analysis of "${owner.label}".`,
          [{ at: invited, message: 'So many were invited.' }],
        );
    for (const body of owner.all('body')) seats(body, context);
    for (const panel of owner.all('panel')) members(panel, context);
    if (owner.kind !== 'organization') {
      itemsOfDomains(owner as Program, context);
      panelists(owner as Program, context);
    }
    for (const maintenance of owner.all('maintenance')) {
      for (const part of maintenance.all('requirement')) {
        const amount = part.amount?.value;
        if (!amount || !isOfWholeCycle(part, maintenance)) continue;
        const wholes = wholesOf(maintenance).flatMap(stated => {
          const most = inUnitOf(amount, { ...stated.value!, amount: stated.value!.to ?? stated.value!.amount });
          return most === undefined ? [] : [{ stated, most }];
        });
        if (wholes.length === 0 || wholes.some(({ most }) => amount.amount <= most)) continue;
        const { stated } = wholes[0]!;
        const whole = context.file.textOf(stated.span);
        wrong(
          context,
          part.amount!,
          `"${part.label}" asks for ${context.file.textOf(part.amount!.span)}, but all that the maintenance of "${owner.label}" asks for is ${whole}. Check both figures.`,
          [{ at: stated, message: `The whole is ${whole}.` }],
        );
      }
    }
  },
});

type RelatedPlace = { readonly at: Stated<unknown> | StatedList<unknown>; readonly message: string };

function wrong({ file, report }: RuleContext, at: Stated<unknown>, message: string, related: readonly RelatedPlace[]): void {
  report({ at, message, fixes: [replace(file, at, '?', 'Write "?" until it is known')], related });
}

/** Reports seats. Public and certified members are different people, so together they cannot have more seats than there are. */
function seats(body: Body, context: RuleContext): void {
  const { seats: all, publicMembers, certifiedMembers } = body;
  const parts = [publicMembers, certifiedMembers].filter(part => part?.value !== undefined) as Stated<number>[];
  const taken = parts.reduce((sum, { value }) => sum + value!, 0);
  if (all?.value !== undefined && taken > all.value) {
    const [last, ...others] = [...parts].reverse();
    const what = parts.length > 1 ? 'public and certified members' : last === publicMembers ? 'public members' : 'certified members';
    wrong(context, last!, `"${body.label}" has ${taken} ${what}, but only ${seatsOf(all.value)}. Check the figures.`, [
      { at: all, message: `It has ${seatsOf(all.value)}.` },
      ...others.map(at => ({ at, message: `${at.value} of the members are counted here.` })),
    ]);
  }
  tooMany(body, all, context);
}

/** An examination has at least as many items as its domains together; how many of them a candidate gets out of a bank is another matter. */
function itemsOfDomains(program: Program, context: RuleContext): void {
  for (const { domains, assessments } of weightTotals(program)) {
    const [first] = assessments;
    const isFixed = assessments.every(({ items, formAssembly }) => items?.value && (!formAssembly || formAssembly.value === 'fixed'));
    if (!first || !isFixed) continue;
    const counted = domains.flatMap(({ items }) => (items?.value === undefined ? [] : [items]));
    const parts = counted.reduce((sum, { value }) => sum + value!, 0);
    const whole = assessments.reduce((sum, { items }) => sum + Math.max(items!.value!.low, items!.value!.high), 0);
    if (parts <= whole) continue;
    const isOwn = domains.some(domain => first.all('domain').includes(domain));
    const where = assessments.length > 1 ? 'the examinations that measure them have' : isOwn ? 'it has' : `"${first.label}" has`;
    wrong(
      context,
      first.items!,
      `The domains of "${isOwn ? first.label : program.label}" have ${parts} items together, but ${where} only ${whole}. Check the figures.`,
      counted.map(at => ({ at, message: `${at.value} of the ${parts} items are counted here.` })),
    );
  }
}

/** Of a panel no more people take part in a study than it has. */
function panelists(program: Program, context: RuleContext): void {
  for (const study of program.all('assessment').flatMap(assessment => assessment.all('standard-setting'))) {
    const { panelists: taking, panel: named } = study;
    const path = named && context.target(named)?.path;
    const panel = path && program.all('panel').find(one => context.file.named(one)?.path === path);
    const size = panel ? panel.size : undefined;
    if (!panel || taking?.value === undefined || size?.value === undefined || taking.value <= size.value) continue;
    wrong(context, taking, `${taking.value} experts cannot come from "${panel.label}", which has ${size.value}. Check both figures.`, [
      { at: size, message: `The panel has ${size.value} members.` },
    ]);
  }
}

const members = (panel: Panel, context: RuleContext): void => tooMany(panel, panel.size, context);

const seatsOf = (count: number): string => `${count} ${count === 1 ? 'seat' : 'seats'}`;

/** Reports a group with more listed people than seats. A person who is listed twice counts once. */
function tooMany(group: Body | Panel, room: Stated<number> | undefined, { file, report }: RuleContext): void {
  const listed = new Set(group.members?.items.flatMap(({ value }: Stated<Reference>) => value?.path.join('.') ?? []));
  if (room?.value === undefined || listed.size <= room.value) return;
  report({
    at: group.members!,
    message: `"${group.label}" lists ${listed.size} members, but states "${room.property.key}: ${room.value}". Check which of the two is right.`,
    fixes: [replace(file, room, '?', `Write "${room.property.key}: ?" until it is known`)],
    related: [{ at: room, message: 'Fewer than are listed.' }],
  });
}
