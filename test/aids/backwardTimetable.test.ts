import { backwardTimetable, timetableSteps } from '../../src/aids/backwardTimetable';

const dates = (closesOn: string | undefined, more = {}) => ({ closesOn, permanent: false, ...more });
const daysOf = (closesOn: string, today: string) =>
  backwardTimetable(dates(closesOn), today)?.map(({ day, late }) => (late ? `${day} late` : day));

it('counts working days back from the closing date, over weekends, Christmas and New Year', () => {
  // Tuesday 9 February 2027.
  expect(daysOf('2027-02-09', '2026-11-24')).toEqual([
    '2026-12-11',
    '2027-01-12',
    '2027-01-19',
    '2027-02-02',
    '2027-02-09',
  ]);
});

it('keeps every step before the next one, whatever day the scheme closes on', () => {
  for (let day = 1; day <= 365; day += 1) {
    const closesOn = new Date(Date.UTC(2027, 0, day)).toISOString().slice(0, 10);
    const planned = backwardTimetable(dates(closesOn), '2026-10-01')!;
    expect(planned.map(({ step }) => step)).toEqual(timetableSteps);
    expect(planned.map((one) => one.day)).toEqual(planned.map((one) => one.day).sort());
    expect(planned.every(({ late }) => !late)).toBe(true);
  }
});

it('puts what should be done already on the next working day, and says so', () => {
  // Saturday 28 November 2026.
  expect(daysOf('2026-12-31', '2026-11-28')).toEqual([
    '2026-11-30 late',
    '2026-12-02',
    '2026-12-09',
    '2026-12-23',
    '2026-12-31',
  ]);
});

it('never goes beyond the closing date', () => {
  // Closes on Sunday 29 November 2026, asked on the Saturday before: the next working day is too late.
  expect(daysOf('2026-11-29', '2026-11-28')).toEqual([
    '2026-11-29 late',
    '2026-11-29 late',
    '2026-11-29 late',
    '2026-11-29 late',
    '2026-11-29',
  ]);
});

it.each([
  ['has closed', dates('2026-11-23')],
  ['has no end date', dates(undefined, { permanent: true })],
  ['has unknown dates', dates(undefined)],
  ['opens later', dates('2027-02-09', { opensOn: '2026-12-01' })],
  ['takes no applications for now', dates('2027-02-09', { suspended: true })],
])('there is none for a scheme that %s', (_, scheme) => {
  expect(backwardTimetable(scheme, '2026-11-24')).toBeUndefined();
});
