import { teamsChannel } from '../shared/channels';

/** Channels that show Adaptive Cards. */
const cardChannels: ReadonlySet<string> = new Set([teamsChannel, 'emulator']);
export const showsCards = (channelId: string): boolean => cardChannels.has(channelId);
