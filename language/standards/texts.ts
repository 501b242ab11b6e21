// Made by npm run generate from the standards beside it.
import absnc from './absnc.cred';
import aera2014 from './aera-2014.cred';
import astmE26592024 from './astm-e2659-2024.cred';
import definingFeatures from './defining-features.cred';
import euMicro2022 from './eu-micro-2022.cred';
import iacet2018 from './iacet-2018.cred';
import ice11002019 from './ice-1100-2019.cred';
import iso170242012 from './iso-17024-2012.cred';
import iso170242026 from './iso-17024-2026.cred';
import ncca2014 from './ncca-2014.cred';
import ncca2021 from './ncca-2021.cred';

/** The text of each built-in standard by its name. */
export const TEXTS: Readonly<Record<string, string>> = {
  'DEFINING-FEATURES': definingFeatures,
  'NCCA-2014': ncca2014,
  'NCCA-2021': ncca2021,
  'ICE-1100-2019': ice11002019,
  'ISO-17024-2012': iso170242012,
  'ISO-17024-2026': iso170242026,
  'ABSNC': absnc,
  'AERA-2014': aera2014,
  'ASTM-E2659-2024': astmE26592024,
  'EU-MICRO-2022': euMicro2022,
  'IACET-2018': iacet2018,
};
