// Made by npm run generate from the standards beside it.
/** The built-in standards by name, apart from their texts: who only has to know which there are need not carry those. */
export const BUILT_IN = [
  'DEFINING-FEATURES',
  'NCCA-2014',
  'NCCA-2021',
  'ICE-1100-2019',
  'ISO-17024-2012',
  'ISO-17024-2026',
  'ABSNC',
  'AERA-2014',
  'ASTM-E2659-2024',
  'EU-MICRO-2022',
  'IACET-2018',
] as const;
