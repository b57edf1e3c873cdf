/** Which sites may embed the assistant and which pages may call its API. */
export interface Origins {
  /** Whether a browser's page of this origin may call; undefined (no browser, or a plain navigation) may. */
  readonly allows: (origin: string | undefined, host: string | undefined) => boolean;
  /** The origins besides the service's own, for `frame-ancestors`. */
  readonly embedding: readonly string[];
  /** Where the caller reaches the service, without a final slash. */
  baseUrl(host: string | undefined): string;
}

/**
 * @param publicUrl where visitors reach the service; undefined: whatever host a request names, which only suits a
 * machine that is not public
 * @param allowedOrigins sites that may embed, such as `https://www.example.fr`
 */
export function createOrigins(publicUrl: string | undefined, allowedOrigins: readonly string[]): Origins {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const known = new Set(allowedOrigins.map((origin) => origin.toLowerCase()));
  return {
    embedding: allowedOrigins,
    allows: (origin, host) => {
      if (origin === undefined) return true;
      if (origin === own || known.has(origin.toLowerCase())) return true;
      return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
    },
    baseUrl: (host) => publicUrl ?? `http://${host ?? 'localhost'}`,
  };
}
