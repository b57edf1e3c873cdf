/** Channels in the Bot Framework's words. */
export const teamsChannel = 'msteams';
export const webChannel = 'directline';

/** Channels that show Adaptive Cards. */
const cardChannels: ReadonlySet<string> = new Set([teamsChannel, 'emulator']);
export const showsCards = (channelId: string): boolean => cardChannels.has(channelId);
