import { type Answer, readAnswer } from './api.js';

const SAFE = new Set(['GET', 'HEAD']);

/** Behaves as our client in a browser: keeps cookies, sends its Origin, and proves its requests. */
export class Browser {
  constructor(
    private readonly url: string,
    /** Installations on one host share them, whatever their ports. */
    readonly cookies = new Map<string, string>(),
  ) {}

  async call<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return readAnswer(method, await this.send(method, path, body, headers));
  }

  /** The bare response, which nobody has held to the API's description: for faults made on purpose. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(SAFE.has(method) ? {} : { origin: this.url, 'x-xsrf-token': this.proofs() }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    this.keep(response);
    return response;
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.call('GET', path);
  }

  post<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call('POST', path, body, headers);
  }

  /** The same browser as a thief or a second tab would have it: the cookies of this moment. */
  copy(): Browser {
    return new Browser(this.url, new Map(this.cookies));
  }

  /** The value of our cookie of that kind. */
  cookie(kind: 'access' | 'refresh' | 'xsrf' | 'device'): string | undefined {
    return [...this.cookies].find(([name]) => name.startsWith(`deskhand-${kind}-`))?.[1];
  }

  proofs(): string {
    const proofs = [...this.cookies].filter(([name]) => name.startsWith('deskhand-xsrf-'));
    return proofs.map(([, value]) => value).join(',');
  }

  private keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const isGone = attributes.some((attribute) => attribute.startsWith('Expires=Thu, 01 Jan 1970'));
      if (isGone) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
