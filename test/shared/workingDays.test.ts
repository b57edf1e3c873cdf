import {
  addWorkingDays,
  workingDayFrom,
  workingDaysBefore,
  workingDaysBetween,
} from '../../src/shared/workingDays';

const zone = 'Europe/Paris';
const later = (from: string, n: number): string => addWorkingDays(new Date(from), n, zone).toISOString();
const between = (from: string, to: string): number => workingDaysBetween(new Date(from), new Date(to), zone);

describe('working days later is', () => {
  it.each([
    ['a Tuesday after a Monday', '2026-03-02T09:00:00Z', 1, '2026-03-03T09:00:00.000Z'],
    ['a Monday after a Friday', '2026-03-06T09:00:00Z', 1, '2026-03-09T09:00:00.000Z'],
    ['a Monday after a Saturday', '2026-03-07T09:00:00Z', 1, '2026-03-09T09:00:00.000Z'],
    ['beyond Easter Monday', '2026-04-03T08:00:00Z', 2, '2026-04-08T08:00:00.000Z'],
    ['beyond Ascension', '2026-05-13T08:00:00Z', 1, '2026-05-15T08:00:00.000Z'],
    ['beyond Christmas and New Year', '2026-12-24T08:00:00Z', 5, '2027-01-04T08:00:00.000Z'],
    ['the moment itself for none', '2026-03-07T09:00:00Z', 0, '2026-03-07T09:00:00.000Z'],
    // 00:30 in Paris is the evening before in UTC; on 25 October 2026 clocks go back an hour.
    ['by the day of the place', '2026-10-22T22:30:00Z', 1, '2026-10-25T23:30:00.000Z'],
  ])('%s', (_, from, n, to) => {
    expect(later(from, n)).toBe(to);
  });
});

describe('working days between are', () => {
  it.each([
    ['none on the same day', '2026-03-02T07:00:00Z', '2026-03-02T22:00:00Z', 0],
    ['none over a weekend', '2026-03-06T09:00:00Z', '2026-03-08T09:00:00Z', 0],
    ['one from Friday to Monday', '2026-03-06T09:00:00Z', '2026-03-09T00:00:00Z', 1],
    ['two over Easter, Friday to Wednesday', '2026-04-03T09:00:00Z', '2026-04-08T09:00:00Z', 2],
    ['none backwards', '2026-03-09T09:00:00Z', '2026-03-02T09:00:00Z', 0],
    ['none on 14 July', '2026-07-13T09:00:00Z', '2026-07-14T09:00:00Z', 0],
  ])('%s', (_, from, to, count) => {
    expect(between(from, to)).toBe(count);
  });

  it('as many as were added, whatever the day', () => {
    for (let day = 1; day < 365; day += 1) {
      const from = new Date(Date.UTC(2026, 0, day, 22, 30));
      expect(workingDaysBetween(from, addWorkingDays(from, 7, zone), zone)).toBe(7);
    }
  });
});

describe('working days before a day', () => {
  it.each([
    ['the day itself for none, also on a Sunday', '2026-11-29', 0, '2026-11-29'],
    ['a Friday before a Monday', '2026-11-30', 1, '2026-11-27'],
    ['a Friday before a Sunday', '2026-11-29', 1, '2026-11-27'],
    ['beyond Christmas', '2026-12-28', 2, '2026-12-23'],
    ['beyond a year’s end', '2027-01-04', 2, '2026-12-30'],
    ['beyond Easter Monday', '2026-04-07', 1, '2026-04-03'],
  ])('%s', (_, day, n, expected) => {
    expect(workingDaysBefore(day, n)).toBe(expected);
  });
});

describe('the working day from', () => {
  it.each([
    ['a working day is itself', '2026-11-24', '2026-11-24'],
    ['a Saturday is Monday', '2026-11-28', '2026-11-30'],
    ['New Year’s Day 2027 is the Monday after', '2027-01-01', '2027-01-04'],
  ])('%s', (_, day, expected) => {
    expect(workingDayFrom(day)).toBe(expected);
  });
});
