/**
 * Some packages are CommonJS and require Nest, which is ESM. Jest loads CommonJS while it still links the ESM around it,
 * so Nest must be there before them.
 */
await import('reflect-metadata');
await import('@nestjs/common');
await import('@nestjs/core');
