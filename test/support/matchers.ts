/** Any text at all, typed as one. */
export const anyText = expect.any(String) as string;

/** Any text of this form. */
export const textLike = (form: RegExp): string => expect.stringMatching(form) as string;
