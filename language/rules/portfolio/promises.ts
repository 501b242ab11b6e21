/** Finds separations that state what none may: that candidates must buy from the owner, or that buying makes them pass. */
import { blockOfFacts } from '../../fixes/elsewhere.ts';
import { replace } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import type { RuleContext } from '../define.ts';
import { type Portfolio, placeOf } from './portfolio.ts';
import { separationsToldOf } from './separations.ts';

/** Reports each separation of the certification with the value `yes` for a key. */
export function saysYes(portfolio: Portfolio, key: 'purchase-required' | 'pass-guarantee', context: RuleContext, message: string): void {
  const { file, names, report } = context;
  for (const separation of separationsToldOf(portfolio, names)) {
    if (separation.says[key]?.[0] !== 'yes') continue;
    const stated = blockOfFacts(separation, file)?.stated(key) as Stated<boolean> | undefined;
    report({
      at: portfolio.at,
      nature: 'contradiction',
      message,
      fixes: stated ? [replace(file, stated, 'no', `Write "${key}: no"`)] : [],
      related: [{ at: stated ?? placeOf(separation, file), message: `The separation says "${key}: yes".` }],
    });
  }
}
