import { addBlock } from '../../fixes/fix.ts';
import { rule } from '../define.ts';
import { ownAmong, placeAtOwner } from './owned.ts';
import { quoted } from './portfolio.ts';
import { FIREWALL } from './sources.ts';

/** Nobody has to buy from the certifier to stay certified. */
export default rule('portfolio/tied-recertification', {
  title: 'Instruction of the owner is never the only way to renew its certification',
  severity: 'warning',
  source: FIREWALL,
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const { file, report } = context;
    // Several maintenance blocks are alternatives; everything in one block is required together.
    const ways = program.all('maintenance').map(maintenance => ownAmong(maintenance.completes?.items ?? [], program, context)[0]);
    const [first] = ways;
    if (!first || ways.includes(undefined)) return;
    report({
      at: placeAtOwner(program, first.at),
      nature: 'contradiction',
      message: `${ways.length > 1 ? 'Every way to renew' : 'The only way to renew'} "${program.label}" leads through instruction of its own owner, such as ${quoted(first.named)}. Holders can keep up elsewhere, too: add a way to renew without it.`,
      fixes: [{ ...addBlock(file, program, { kind: 'maintenance' }, 'Add another way to renew'), adds: false }],
      related: ways.map(way => ({ at: way!.at, message: `This way asks for ${quoted(way!.named)}.` })),
    });
  },
});
