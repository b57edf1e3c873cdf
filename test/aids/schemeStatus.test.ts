import { schemeStatus, type SchemeDates, type SchemeStatus } from '../../src/aids/schemeStatus';

const today = '2026-11-23';
const cases: readonly (readonly [string, SchemeDates, SchemeStatus])[] = [
  [
    'is open with the days that are left',
    { opensOn: '2026-01-01', closesOn: '2026-12-01', permanent: false },
    { kind: 'open', closesOn: '2026-12-01', daysLeft: 8 },
  ],
  [
    'is open on its last day',
    { closesOn: today, permanent: false },
    { kind: 'open', closesOn: today, daysLeft: 0 },
  ],
  [
    'is closed the day after',
    { closesOn: '2026-11-22', permanent: false },
    { kind: 'closed', closedOn: '2026-11-22' },
  ],
  [
    'is open on its first day',
    { opensOn: today, closesOn: '2026-11-24', permanent: false },
    { kind: 'open', closesOn: '2026-11-24', daysLeft: 1 },
  ],
  [
    'is not open yet the day before',
    { opensOn: '2026-11-24', permanent: false },
    { kind: 'notYetOpen', opensOn: '2026-11-24' },
  ],
  [
    'is not open yet although it will have no end',
    { opensOn: '2027-01-01', permanent: true },
    { kind: 'notYetOpen', opensOn: '2027-01-01' },
  ],
  ['is permanent when its source says so', { permanent: true }, { kind: 'permanent' }],
  ['is permanent once it has opened', { opensOn: '2020-01-01', permanent: true }, { kind: 'permanent' }],
  ['is unknown without any date', { permanent: false }, { kind: 'unknown' }],
  [
    'is unknown when only its opening is told',
    { opensOn: '2020-01-01', permanent: false },
    { kind: 'unknown' },
  ],
  [
    'is closed by its date, whatever else its page says',
    { closesOn: '2026-01-01', permanent: true },
    { kind: 'closed', closedOn: '2026-01-01' },
  ],
  [
    'counts days across the change to summer time',
    { closesOn: '2027-04-01', permanent: false },
    { kind: 'open', closesOn: '2027-04-01', daysLeft: 129 },
  ],
  [
    'counts days across the turn of the year',
    { closesOn: '2027-01-02', permanent: false },
    { kind: 'open', closesOn: '2027-01-02', daysLeft: 40 },
  ],
];

describe('a scheme', () => {
  it.each(cases)('%s', (_, dates, status) => {
    expect(schemeStatus(dates, today)).toEqual(status);
  });
});
