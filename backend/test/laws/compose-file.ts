import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY } from './dockerfile-stages.js';

/** What docker-compose.yml uses of the Compose Specification; the schema says whether it may. */
export interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  init?: boolean;
  restart?: string;
  user?: string;
  read_only?: boolean;
  stop_grace_period?: string;
  network_mode?: string;
  tmpfs?: string[];
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  logging?: { driver: string };
  depends_on?: Record<string, { condition: string }>;
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  healthcheck?: { test: string[]; interval?: string; timeout?: string; retries?: number };
  entrypoint?: string[];
  command?: string[];
}

export interface ComposeFile {
  services: Record<'app' | 'database' | 'secrets', Service>;
  volumes: Record<string, unknown>;
}

export function readCompose(): ComposeFile {
  return parse(readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8'), { merge: true }) as ComposeFile;
}

export interface Mount {
  readonly volume: string;
  readonly target: string;
  readonly mode: string;
}

export function mountsOf({ volumes = [] }: Service): Mount[] {
  return volumes.map((mount) => {
    const [volume = '', target = '', mode = 'rw'] = mount.split(':');
    return { volume, target, mode };
  });
}

/** Puts variables in as Compose does: `${NAME:-otherwise}`, `${NAME:?why not}`, and `$$` for a dollar. */
export function interpolate(text: string, variables: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g, (found, name?: string, kind?: string, word?: string) => {
    if (found === '$$' || name === undefined) return '$';
    const value = variables[name] ?? '';
    if (value === '' && kind === '?') throw new Error(word);
    return value === '' ? (word ?? '') : value;
  });
}

/** The environment of a service, with variables put in. */
export function environmentOf(service: Service, variables: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(service.environment ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, interpolate(value, variables)]));
}
