import Cookies from 'cookies';
import Keygrip from 'keygrip';
import type { Request, Response } from '../../http/route';

/** A cookie's name and the addresses to which browsers send it. */
export interface CookieKind {
  readonly name: string;
  readonly path: string;
}

/** Cookies that no script reads (`HttpOnly`), that no other site's form sends (`SameSite=Lax`), and that nobody but us can write. */
export interface SignedCookies {
  /** The value; undefined: there is none, or its signature is not ours. */
  read(request: Request, cookie: CookieKind): string | undefined;
  /** @param value letters, digits, hyphens and underscores @param expires when browsers forget it */
  write(request: Request, response: Response, cookie: CookieKind, value: string, expires: Date): void;
  clear(request: Request, response: Response, cookie: CookieKind): void;
}

/**
 * Cookies signed by HMAC-SHA-256; the signature is a second cookie, `<name>.sig`.
 * @param secure browsers send them by https only
 */
export function createSignedCookies(key: Buffer, secure: boolean): SignedCookies {
  const keys = new Keygrip([key.toString('base64url')], 'sha256');

  function set(
    request: Request,
    response: Response,
    { name, path }: CookieKind,
    value: string | null,
    expires?: Date,
  ): void {
    const options = { path, secure, httpOnly: true, sameSite: 'lax', overwrite: true } as const;
    new Cookies(request, response, { keys, secure }).set(
      name,
      value,
      expires ? { ...options, expires } : options,
    );
  }

  return {
    read(request, { name }) {
      // Reading never answers, so the library gets no response to write to and the signature is compared here.
      const cookies = new Cookies(request, undefined as never, { keys });
      const value = cookies.get(name, { signed: false });
      const signature = cookies.get(`${name}.sig`, { signed: false });
      return value && signature && keys.verify(`${name}=${value}`, signature) ? value : undefined;
    },
    write: set,
    clear: (request, response, cookie) => set(request, response, cookie, null),
  };
}
