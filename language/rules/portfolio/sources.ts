/** What these rules rest on. */

import { ncca2014 } from '../certification/sources.ts';
import { practice, type Source } from '../define.ts';

export const FIREWALL: Source = ncca2014('Standard 3, Education, Training, and Certification');
export const GOVERNANCE: Source = ncca2014('Standard 2, Governance and Autonomy');
export const TRAINING: Source = practice('No promise to pass; it follows from ISO/IEC 17024:2012, 5.2, Structure in relation to training');
