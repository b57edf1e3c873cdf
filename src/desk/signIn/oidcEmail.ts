/** What a provider says of a person, as far as it matters here. */
export type OidcClaims = Readonly<Record<string, unknown>>;

const entraHost = 'login.microsoftonline.com';

/** Whether a provider is Microsoft Entra ID. */
export const isEntra = (issuer: string): boolean => new URL(issuer).hostname === entraHost;

/**
 * The address that a provider vouches for: an e-mail that it says it has verified. Microsoft Entra ID never says so, and lets administrators of an
 * organisation write any e-mail there; of it the sign-in name counts (`preferred_username`), which lies in a domain that the organisation has proved
 * to own, and only when the organisation is the one of the issuer.
 * @param issuer the provider's address from the settings
 * @returns undefined: there is no such address
 */
export function provedEmail(claims: OidcClaims, issuer: string): string | undefined {
  if (isEntra(issuer)) {
    const [tenant] = new URL(issuer).pathname.split('/').filter(Boolean);
    const { tid, preferred_username: name } = claims;
    return typeof name === 'string' && typeof tid === 'string' && tid === tenant?.toLowerCase()
      ? name
      : undefined;
  }
  const { email, email_verified: verified } = claims;
  return typeof email === 'string' && verified === true ? email : undefined;
}
