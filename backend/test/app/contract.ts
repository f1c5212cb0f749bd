import { DESCRIPTION, type Described, type Description, follow, type Media, type Response } from './description.js';
import { type SchemaFaults, schemaFaultsBy } from './schema-faults.js';

/** An answer as it came, to whichever request. */
export interface RawAnswer {
  readonly method: string;
  /** Such as `/api/v1/tickets`, without the query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Route {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly operation: Described;
}

const PROBLEM = 'application/problem+json';
/** Swagger UI and the description itself, which do not describe themselves. */
const DOCUMENTATION = /^\/api\/(docs|openapi\.(json|yaml))(\/|$)/i;

/** What an answer says of itself besides what is asked of it; empty where it keeps to the description. */
export type ContractFaults = (answer: RawAnswer) => string[];

/** Checks answers by a description of the API. */
export function contractFaultsBy({ paths, components }: Description): ContractFaults {
  const routes = routesOf(paths);
  const schemaFaults = schemaFaultsBy(components.schemas);

  return (answer) => {
    const method = answer.method === 'HEAD' ? 'GET' : answer.method;
    const route = routes.find((each) => each.method === method && each.pattern.test(answer.path));
    if (!route) return DOCUMENTATION.test(answer.path) ? [] : besideRoutes(answer, schemaFaults);
    const response = route.operation.responses[String(answer.status)];
    const faults = response
      ? [...headerFaults(answer, response), ...contentFaults(answer, response)]
      : [`the status is not described: ${answer.text.slice(0, 300)}`];
    return faults.map((fault) => `${route.name} ${answer.status}: ${fault}`);
  };

  function headerFaults({ headers }: RawAnswer, response: Response): string[] {
    return Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
      const { required, schema = {} } = follow(header, components.headers);
      const value = headers.get(name);
      if (value === null) return required ? [`the header ${name} is missing`] : [];
      return schemaFaults(schema.type === 'integer' ? Number(value) : value, schema).map(
        (fault) => `the header ${name} is "${value}": ${fault}`,
      );
    });
  }

  function contentFaults(answer: RawAnswer, { content = {} }: Response): string[] {
    const type = typeOf(answer);
    if (answer.method === 'HEAD') return [];
    if (answer.text === '' && Object.keys(content).length === 0) return [];
    const media = content[type];
    if (!media) return [`the content type "${type}" is not described: ${answer.text.slice(0, 300)}`];
    if (!type.endsWith('json')) return [];
    return answer.text === '' ? ['the body is missing'] : bodyFaults(answer, media);
  }

  function bodyFaults(answer: RawAnswer, { schema = {}, examples }: Media): string[] {
    const body: unknown = JSON.parse(answer.text);
    const faults = schemaFaults(body, schema);
    if (typeOf(answer) !== PROBLEM) return faults;
    const { code } = body as { code: string };
    return [
      ...faults,
      ...(code in (examples ?? {}) ? [] : [`/code "${code}" is not described`]),
      ...selfFaults(answer, body),
    ];
  }
}

/** Specific addresses before those with a parameter, as Express finds them; it takes any case and a slash at the end. */
function routesOf(paths: Description['paths']): Route[] {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
      operation,
    })),
  );
  const parameters = ({ name }: Route): number => name.split('{').length;
  return routes.sort((one, other) => parameters(one) - parameters(other));
}

/** Where nobody answers, a problem says so; only the client's own pages and files are found beside the API. */
function besideRoutes(answer: RawAnswer, schemaFaults: SchemaFaults): string[] {
  const name = `${answer.method} ${answer.path} ${answer.status}`;
  if (answer.status < 400 && !answer.path.toLowerCase().startsWith('/api/')) return [];
  if (answer.method === 'HEAD') return [];
  if (typeOf(answer) !== PROBLEM) return [`${name}: neither described nor a problem: ${answer.text.slice(0, 300)}`];
  const body: unknown = JSON.parse(answer.text);
  const faults = [...schemaFaults(body, { $ref: '#/components/schemas/ProblemDto' }), ...selfFaults(answer, body)];
  return faults.map((fault) => `${name}: ${fault}`);
}

/** A problem repeats its status and the request's id. */
function selfFaults({ status, headers }: RawAnswer, body: unknown): string[] {
  const problem = body as { status: number; requestId: string };
  return [
    ...(problem.status === status ? [] : [`/status is ${problem.status}`]),
    ...(problem.requestId === headers.get('x-request-id') ? [] : ['/requestId is not the X-Request-Id']),
  ];
}

function typeOf({ headers }: RawAnswer): string {
  return (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}

const faultsOf = contractFaultsBy(DESCRIPTION);

/** Fails, and says where, unless the answer is one that the committed description promises. */
export function honoursContract(answer: RawAnswer): void {
  const faults = faultsOf(answer);
  if (faults.length > 0) throw new Error(`Not what the API's description promises:\n  ${faults.join('\n  ')}`);
}
