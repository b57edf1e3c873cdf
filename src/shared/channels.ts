/** Channels in the Bot Framework's words. */
export const teamsChannel = 'msteams';
/** The website. */
export const webChannel = 'directline';
