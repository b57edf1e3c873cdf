import { z } from 'zod/v4';
import type { ActivityContent, RecordedActivity } from './conversationStore';

/** An activity as clients of Direct Line read it. */
export type WireActivity = ActivityContent & { readonly id: string };

/** The channel's name in the Bot Framework's sense, the same as Azure's. */
export const directLineChannelId = 'directline';

/**
 * What a client may say. Everything else it sends (who speaks, where replies go, how they are delivered) is dropped,
 * because the server decides that. Attachments are refused apart: see `carriesAttachments`.
 */
export const clientActivity = z.object({
  type: z.enum(['message', 'event', 'typing', 'invoke', 'messageReaction'], {
    error: 'expected an activity of type message, event, typing, invoke or messageReaction',
  }),
  text: z.string().optional(),
  textFormat: z.string().max(20).optional(),
  locale: z.string().max(35).optional(),
  name: z.string().max(200).optional(),
  value: z.unknown().optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
  entities: z.array(z.unknown()).optional(),
  localTimezone: z.string().max(100).optional(),
  replyToId: z.string().max(200).optional(),
});
export type ClientActivity = z.infer<typeof clientActivity>;

/** Names what is wrong without repeating what the visitor wrote. */
export function faultOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '))
    .join('; ');
}

/** True when a client's activity brings files, which this channel does not take. */
export function carriesAttachments(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'attachments' in body &&
    Array.isArray(body.attachments) &&
    body.attachments.length > 0
  );
}

/** The client's own id of a message; directlinejs sends one with each and waits for it to come back. */
export function clientActivityIdOf(activity: ClientActivity): string | undefined {
  const id = activity.channelData?.clientActivityID;
  return typeof id === 'string' && id.length <= 100 ? id : undefined;
}

/** `conversation|0000001`, as Azure writes it. */
export function activityIdOf(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(7, '0')}`;
}

/** The id of an activity that is never kept (typing, invoke); `sequenceOf` does not take it for a kept one. */
export function passingActivityIdOf(conversationId: string, uuid: string): string {
  return `${conversationId}|${uuid}`;
}

/** The sequence in an activity id of this conversation; undefined for any other id. */
export function sequenceOf(conversationId: string, activityId: string | undefined): number | undefined {
  if (!activityId?.startsWith(`${conversationId}|`)) return undefined;
  const digits = activityId.slice(conversationId.length + 1);
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** The sequence after which a client wants to read; anything that is no number means from the beginning. */
export function parseWatermark(watermark: string | undefined): number {
  return watermark !== undefined && /^\d{1,15}$/.test(watermark) ? Number(watermark) : 0;
}

/** A recorded activity as clients read it. */
export function toWire(conversationId: string, recorded: RecordedActivity): WireActivity {
  return {
    ...recorded.content,
    id: activityIdOf(conversationId, recorded.sequence),
    timestamp: recorded.recordedAt.toISOString(),
    channelId: directLineChannelId,
    conversation: { id: conversationId },
  };
}
