import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { APP_OPTIONS, setUpApp } from '../../src/app.setup.js';
import { Public } from '../../src/auth/access/access.js';
import { startApp, type TestApp } from '../app/app.js';
import { OPERATIONS } from '../app/operations.js';

@Controller('open')
class OpenController {
  @Get()
  @Public()
  declared(): string {
    return 'said who may call it';
  }
}

@Controller('silent')
class SilentController {
  @Get()
  forgotten(): string {
    return 'said nothing';
  }
}

/** One address that Express serves, as its router keeps it. */
interface Layer {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
}

describe('S01 every handler says who may call it', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  async function startWith(controller: new () => object): Promise<void> {
    @Module({ controllers: [controller] })
    class Feature {}
    const foundation = { settings: app.settings, dataSource: app.dataSource, keys: app.keys };
    const imports = [AppModule.on(foundation), Feature];
    const module = await Test.createTestingModule({ imports }).compile();
    const nest = module.createNestApplication(APP_OPTIONS);
    setUpApp(nest as TestApp['nest']);
    await nest.init();
  }

  it('S01 stops the start on a handler without a declaration, and names it', async () => {
    await expect(startWith(SilentController)).rejects.toThrow('SilentController.forgotten');
  });

  it('S01 starts with a handler that has one', async () => {
    await expect(startWith(OpenController)).resolves.toBeUndefined();
  });

  it('S01 serves exactly the operations that its description names, besides the description itself', () => {
    const express = app.nest.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
    const served = express.router.stack.flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
    );
    // The logger stands in front of every address, whatever the method.
    const isOfFeature = (route: string): boolean => !/\*splat|^GET \/api\/(docs|openapi\.(json|yaml))/.test(route);
    const described = OPERATIONS.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    expect([...new Set(served.filter(isOfFeature))].sort()).toEqual(described.sort());
  });

  it('S01 describes every operation in a sentence', () => {
    expect(OPERATIONS.filter(({ summary }) => !/^[A-Z].+\.$/.test(summary))).toEqual([]);
  });
});
