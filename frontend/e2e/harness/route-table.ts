import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const APP = resolve(import.meta.dirname, '../../src/app');

function property(route: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = route.properties.find((candidate) => candidate.name?.getText() === name);
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

function routesIn(file: string): ts.ArrayLiteralExpression {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  for (const statement of source.statements.filter(ts.isVariableStatement)) {
    const value = statement.declarationList.declarations[0]?.initializer;
    if (value && ts.isArrayLiteralExpression(value)) return value;
  }
  throw new Error(`${file} declares no routes.`);
}

function childrenOf(route: ts.ObjectLiteralExpression, file: string): [ts.ArrayLiteralExpression, string] | null {
  const children = property(route, 'children');
  if (children && ts.isArrayLiteralExpression(children)) return [children, file];
  const imported = property(route, 'loadChildren')
    ?.getText()
    .match(/import\('(.+?)'\)/)?.[1];
  if (imported === undefined) return null;
  const next = join(dirname(file), `${imported}.ts`);
  return [routesIn(next), next];
}

function pathsOf(routes: ts.ArrayLiteralExpression, file: string, prefix: string): string[] {
  return routes.elements.filter(ts.isObjectLiteralExpression).flatMap((route) => {
    if (property(route, 'redirectTo')) return [];
    const literal = property(route, 'path');
    const path = [prefix, literal && ts.isStringLiteral(literal) ? literal.text : ''].filter(Boolean).join('/');
    const children = childrenOf(route, file);
    return children ? pathsOf(...children, path) : [path];
  });
}

/** Every path of the client's route table that shows a page, such as `tickets/:id`. */
export function pagePaths(): string[] {
  const file = join(APP, 'app.routes.ts');
  return [...new Set(pathsOf(routesIn(file), file, ''))].sort();
}
