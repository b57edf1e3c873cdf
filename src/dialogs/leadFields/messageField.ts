import { maxLong, type LeadField } from './leadField';

/** What the visitor wants the recipient to read beside the need. */
export const messageField: LeadField = {
  optional: true,
  free: true,
  isKnown: ({ message }) => message !== undefined,
  read: (typed) =>
    typed.length <= maxLong ? { kind: 'given', values: { message: typed } } : { kind: 'invalid' },
};
