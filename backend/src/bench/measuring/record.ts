import type { AnswerKind } from '../bare/answers.js';
import type { BareRoute } from '../bare/bare.process.js';
import type { Statement } from './recorder.js';
import type { Reader, RequestType } from './request-types.js';
import type { Stage } from './stage.js';

export const API = '/api/v1';
/** What the server adds by itself, or what differs from answer to answer. */
const OWN_HEADERS = /^(date|connection|keep-alive|content-length|transfer-encoding|x-request-id|x-ratelimit.*)$/;
const FRAME = /^(BEGIN|START TRANSACTION|COMMIT|ROLLBACK)/i;

export interface RecordedType extends RequestType {
  /** Of the first of its paths. */
  readonly statements: readonly Statement[];
  readonly answerKind: AnswerKind;
  readonly bytes: number;
}

/** Reads a path once through the app that records. Null where the API does not know the parameter (yet). */
async function recorded(stage: Stage, reader: Reader, path: string) {
  const recording = stage.recorder.nextRecording();
  const answer = await fetch(`http://127.0.0.1:${stage.recorder.port}${API}${path}`, {
    headers: stage.headers[reader],
  });
  const body = await answer.text();
  const { statements } = await recording;
  if (answer.status === 400) return null;
  if (answer.status !== 200) throw new Error(`${path} is answered with ${answer.status}: ${body}`);
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !OWN_HEADERS.test(name)));
  return { statements: statements.filter(({ text }) => !FRAME.test(text)), body, headers };
}

/**
 * Records a type of request and teaches the bare server to answer it with the same bytes.
 *
 * @returns null where the API does not have it
 */
export async function recordType(stage: Stage, type: RequestType): Promise<RecordedType | null> {
  const routes: BareRoute[] = [];
  let [kind, bytes]: [AnswerKind, number] = ['copy', 0];
  for (const path of type.paths) {
    const found = await recorded(stage, type.reader, path);
    if (!found) return null;
    const { statements, headers, body } = found;
    const route = { path: API + path, statements, headers, answer: JSON.parse(body) as unknown };
    const reader = stage.facts[type.reader];
    kind = path.startsWith('/tickets?') || path === '/tickets' ? 'rows' : 'copy';
    await stage.bare.serve([{ ...route, kind, reader }]);
    if (kind === 'rows' && (await bareAnswer(stage, type.reader, path)) !== body) {
      kind = 'copy';
      await stage.bare.serve([{ ...route, kind, reader }]);
    }
    if ((await bareAnswer(stage, type.reader, path)) !== body)
      throw new Error(`the bare server answers ${path} otherwise`);
    routes.push({ ...route, kind, reader });
    bytes = Buffer.byteLength(body);
  }
  return { ...type, statements: routes[0]?.statements ?? [], answerKind: kind, bytes };
}

async function bareAnswer(stage: Stage, reader: Reader, path: string): Promise<string> {
  const address = `http://127.0.0.1:${stage.bare.port}${API}${path}`;
  const answer = await fetch(address, { headers: stage.headers[reader] });
  return answer.text();
}

/** Reads a path of the app's API. */
export async function readApi(stage: Stage, reader: Reader, path: string): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${stage.app.port}${API}${path}`, { headers: stage.headers[reader] });
  return answer.json();
}
