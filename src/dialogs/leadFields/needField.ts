import { maxLong, type LeadField } from './leadField';

/** What it is about; known when the conversation began with a question. */
export const needField: LeadField = {
  optional: true,
  free: true,
  isKnown: ({ need }) => need !== undefined,
  read(typed) {
    // Who has just said what it is about is not asked for a message as well; the recap offers to add one.
    return typed.length >= 2 && typed.length <= maxLong
      ? { kind: 'given', values: { need: typed } }
      : { kind: 'invalid' };
  },
};
