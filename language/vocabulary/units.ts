/** The units of quantities, and the currencies of money. */

export type UnitGroup = 'time' | 'education';

/** A unit with its spelling and what it measures. */
export interface Unit {
  /** The unit in the singular, as the model holds it. */
  readonly name: string;
  readonly plurals: readonly string[];
  readonly group: UnitGroup;
  readonly says: string;
}

const unit = (group: UnitGroup, name: string, plural: string, says: string): Unit => ({ name, plurals: [plural], group, says });

export const UNITS: readonly Unit[] = [
  unit('time', 'minute', 'minutes', 'Sixty seconds.'),
  unit('time', 'hour', 'hours', 'Sixty minutes.'),
  unit('time', 'day', 'days', 'A calendar day.'),
  unit('time', 'week', 'weeks', 'Seven days.'),
  unit('time', 'month', 'months', 'A calendar month.'),
  unit('time', 'year', 'years', 'A calendar year.'),
  unit('education', 'contact-hour', 'contact-hours', 'An hour of instruction, of at least 50 minutes as a rule. Ten of them make 1 CEU.'),
  unit('education', 'CEU', 'CEUs', 'A continuing education unit. 1 CEU = 10 contact-hours.'),
  unit('education', 'credit', 'credits', 'A credit, as the program defines it.'),
  unit(
    'education',
    'ECTS',
    'ECTS',
    'A credit of the European Credit Transfer and Accumulation System; sixty of them make a year of full-time study.',
  ),
  unit('education', 'unit', 'units', 'A unit, as the program defines it.'),
  unit('education', 'point', 'points', 'A point, as the program defines it.'),
  unit('education', 'PDU', 'PDUs', 'A professional development unit.'),
  unit('education', 'CPE', 'CPEs', 'A unit of continuing professional education.'),
];

const byWriting: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap(each => [each.name, ...each.plurals].map(written => [written, each] as const)),
);

/** Returns the unit that is spelt so, in the singular or the plural; capitals matter. */
export const unitOf = (text: string): Unit | undefined => byWriting.get(text);

/** The active codes of ISO 4217 for currencies that a price can have, without metals and test codes. */
const ACTIVE = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY
  COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD
  IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
  MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
  SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF
  YER ZAR ZMW ZWG`;

/** Codes that were replaced since 2023; prices of older versions still use them. */
const REPLACED = 'ANG BGN HRK SLL ZWL';

export const CURRENCIES: ReadonlySet<string> = new Set(`${ACTIVE} ${REPLACED}`.trim().split(/\s+/));
