/**
 * What is told, to whom and when:
 *
 * | message       | to                        | when                                                        |
 * | ------------- | ------------------------- | ----------------------------------------------------------- |
 * | `callSheet`   | recipients                | recorded; handed over (to the new one); reopened (assignee) |
 * | `receipt`     | company                   | recorded                                                    |
 * | `taken`       | company                   | taken, after the undo minute                                |
 * | `closed`      | company                   | closed, after the undo minute; asks how it went             |
 * | `reminder`    | recipients                | nobody took it                                              |
 * | `escalation`  | stand-in of last resort   | still nobody                                                |
 * | `delay`       | company                   | still nobody: an honest word and the phone number           |
 * | `withdrawn`   | recipients (who follows it)| the company no longer needs the call                        |
 * | `erasure`     | recipients                | the company asked to be forgotten: delete the mail          |
 * | `alert`       | operator                  | a delivery is dead or refused                               |
 */
export const leadMessages = [
  'callSheet',
  'receipt',
  'taken',
  'closed',
  'reminder',
  'escalation',
  'delay',
  'withdrawn',
  /** To who has a card of it: how the lead stands now. */
  'standing',
  'erasure',
  'alert',
] as const;
export type LeadMessage = (typeof leadMessages)[number];
