import type { Params } from 'nestjs-pino';
import type { Settings } from '../config/settings.js';

interface LoggedRequest {
  readonly id: unknown;
  readonly method: string;
  readonly url: string;
}

/**
 * One line for each answer: failures of ours as errors, everything else for those who turn `LOG_LEVEL` up. Headers and
 * bodies are never logged, and of an address only the path, so that no secret and no search text gets into a log.
 */
export function loggingOptions(settings: Settings): Params {
  const readable = !settings.isProduction && process.stdout.isTTY;
  return {
    pinoHttp: {
      level: settings.LOG_LEVEL,
      customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
      serializers: {
        req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: url.split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
      ...(readable ? { transport: { target: 'pino-pretty', options: { singleLine: true } } } : {}),
    },
  };
}
