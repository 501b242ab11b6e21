/** What these rules rest on. */

import { iso17024, ncca2014 } from '../certification/sources.ts';
import type { Source } from '../define.ts';

export const FIREWALL: Source = ncca2014('Standard 3, Education, Training, and Certification');
export const GOVERNANCE: Source = ncca2014('Standard 2, Governance and Autonomy');
export const TRAINING: Source = iso17024('5.2, Structure in relation to training');
