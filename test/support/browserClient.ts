/** An answer, with its text read. */
export interface BrowserAnswer {
  readonly status: number;
  /** Where it sends the browser. */
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
}

/** What a browser does with pages, forms and cookies, without scripts; it follows no redirect by itself. */
export interface BrowserClient {
  /** The cookies it holds, by name; a test may steal or change them. */
  readonly cookies: Map<string, string>;
  get(address: string, headers?: Readonly<Record<string, string>>): Promise<BrowserAnswer>;
  post(
    address: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<BrowserAnswer>;
}

/** @param base what addresses are relative to */
export function openBrowser(
  base: string,
  userAgent = 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
): BrowserClient {
  const cookies = new Map<string, string>();

  async function send(
    address: string,
    init: { method?: string; body?: string; headers: Readonly<Record<string, string>> },
  ) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(address, base), {
      ...init,
      redirect: 'manual',
      headers: { 'User-Agent': userAgent, ...(cookie ? { Cookie: cookie } : {}), ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      headers: answer.headers,
      text: await answer.text(),
    };
  }

  return {
    cookies,
    get: (address, headers = {}) => send(address, { headers }),
    post: (address, form, headers = {}) =>
      send(address, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      }),
  };
}
