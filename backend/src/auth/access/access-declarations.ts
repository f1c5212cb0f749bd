import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS } from './access.js';

/** Stops the start when a handler does not say who may call it. */
@Injectable()
export class AccessDeclarations implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const silent = this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = metatype?.prototype as Record<string, object> | undefined;
      if (!metatype || !prototype) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => isSilentHandler(prototype[name]))
        .map((name) => `${metatype.name}.${name}`);
    });
    if (silent.length > 0) throw new Error(`These handlers need @Public() or @Requires(…): ${silent.join(', ')}`);
  }
}

function isSilentHandler(method: object | undefined): boolean {
  return (
    method !== undefined &&
    Reflect.getMetadata(METHOD_METADATA, method) !== undefined &&
    Reflect.getMetadata(ACCESS, method) === undefined
  );
}
