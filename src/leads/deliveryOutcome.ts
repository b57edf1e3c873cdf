import type { ErrorCode } from '../shared/errors';

/**
 * What became of one attempt to hand a lead to its recipient. Returned, never thrown.
 *
 * `detail` is for operators and logs: a short machine word such as `ECONNREFUSED` or `SMTP 451`. Never the remote
 * side's own sentence, which may repeat an address.
 */
export type DeliveryOutcome =
  /** The remote side accepted it; `remoteId` helps to find it there. */
  | { readonly kind: 'delivered'; readonly remoteId: string }
  /** Trouble that may pass. `retryAfterMs`: the shortest wait in ms, if the remote side named one. */
  | {
      readonly kind: 'retryLater';
      readonly code: ErrorCode;
      readonly detail?: string;
      readonly retryAfterMs?: number;
    }
  /** Will not pass by itself, such as an address that does not exist; a human must look. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail?: string };
