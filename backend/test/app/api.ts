import { honoursContract } from './contract.js';

/** An answer, read whole. `body` is undefined where there is none. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
}

export interface CallOptions {
  readonly body?: unknown;
  /** Sent as it is, instead of a body of JSON. */
  readonly raw?: FormData | string | Uint8Array;
  readonly headers?: Record<string, string>;
}

/** Calls the API as one consumer, with a bearer token or without. */
export class Api {
  constructor(
    private readonly url: string,
    private readonly token: string | null = null,
  ) {}

  get<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call('GET', path, { headers });
  }

  post<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call('POST', path, { body, headers });
  }

  patch<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call('PATCH', path, { body, headers });
  }

  put<T>(path: string): Promise<Answer<T>> {
    return this.call('PUT', path);
  }

  delete<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call('DELETE', path, { headers });
  }

  async call<T>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    return readAnswer(method, await this.send(method, path, options));
  }

  /** The bare response, which nobody has held to the API's description: for faults made on purpose. */
  send(method: string, path: string, { body, raw, headers = {} }: CallOptions = {}): Promise<Response> {
    return fetch(`${this.url}${path.startsWith('/api') ? '' : '/api/v1'}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body: (raw as RequestInit['body']) ?? (typeof body === 'string' ? body : JSON.stringify(body)),
    });
  }
}

/** Reads an answer whole. It must be one that the API's description promises, whoever asks. */
export async function readAnswer<T>(method: string, response: Response): Promise<Answer<T>> {
  const text = await readText(response);
  const { status, headers, url } = response;
  honoursContract({ method, path: new URL(url).pathname, status, headers, text });
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const body = (isJson && text !== '' ? JSON.parse(text) : undefined) as T;
  return { status, headers, body, text };
}

/** A live stream does not end by itself: what comes first is all that is read of it. */
async function readText(response: Response): Promise<string> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (!isStream || !response.body) return response.text();
  const reader = response.body.getReader();
  const part = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(part.value as Uint8Array | undefined);
}
