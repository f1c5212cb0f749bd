import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeAnswers } from './platform/http/api-answers.js';
import { addExamples } from './platform/http/api-examples.js';
import { PROBLEM_MODELS } from './platform/http/api-problems.js';
import { addGeneralProblems } from './platform/http/general-problems.js';

const ABOUT = `Deskhand, the IT ticket tracker.

Browsers sign in by cookies (\`POST /auth/login\`) and send the value of the readable cookie \`deskhand-xsrf-…\` as
\`X-XSRF-TOKEN\` with every request that changes something. API consumers get a bearer token (\`POST /auth/token\`) and need neither.

Errors are \`application/problem+json\` (RFC 9457); decide on \`code\`. Lists are paged by cursors that hold for the same
filters and sort. A ticket carries an \`ETag\`; changes send it back as \`If-Match\`. Every answer has an \`X-Request-Id\`.`;

/** The API's description, from the code: handlers' and fields' comments become its texts. */
export function describeApi(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Deskhand')
    .setDescription(ABOUT)
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: PROBLEM_MODELS,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  addGeneralProblems(document);
  describeAnswers(document);
  addExamples(document);
  return document;
}

/** Swagger UI at /api/docs, which works for whoever is signed in; the document at /api/openapi.json. */
export function serveDocs(app: NestExpressApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Deskhand API',
    swaggerOptions: { persistAuthorization: false, withCredentials: true, requestInterceptor: addProof },
  });
}

/** Sends the proof that our client sends. Swagger UI gets its source text: it runs in the browser, on its own. */
function addProof(request: { headers: Record<string, string> }): unknown {
  const { cookie } = (globalThis as unknown as { document: { cookie: string } }).document;
  const proofs = cookie
    .split('; ')
    .filter((part) => part.startsWith('deskhand-xsrf-'))
    .map((part) => part.slice(part.indexOf('=') + 1));
  if (proofs.length > 0) request.headers['X-XSRF-TOKEN'] = proofs.join(',');
  return request;
}
