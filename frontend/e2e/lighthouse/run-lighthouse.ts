import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Fetched by npm when the proofs run: whoever only uses the app does without its hundred megabytes. */
const PACKAGE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

export type Category = (typeof CATEGORIES)[number];
export type Device = 'mobile' | 'desktop';

export interface Report {
  /** Of 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** What took points, each with its category. */
  readonly complaints: readonly string[];
  /** Milliseconds as Lighthouse reckons them for a slow device and network, and the shift of the layout. */
  readonly metrics: string;
}

interface Audit {
  readonly score: number | null;
  readonly title: string;
  readonly displayValue?: string;
  readonly details?: { readonly items?: readonly unknown[] };
}

interface LighthouseResult {
  readonly categories: Readonly<
    Record<
      Category,
      { readonly score: number; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<Record<string, Audit>>;
  /** How quick this machine was at that moment: one that has much else to do says little about blocking times. */
  readonly environment: { readonly benchmarkIndex: number };
}

/**
 * Looks at a page with the browser that listens on this port, as somebody who comes for the first time but is signed in: its
 * cookies stay, and nothing is in its cache.
 *
 * @param port of its developer tools
 */
export async function runLighthouse(url: string, device: Device, port: number): Promise<Report> {
  const file = join(tmpdir(), `deskhand-lighthouse-${process.pid}.json`);
  const options = [
    ...[`--port=${port}`, '--quiet', '--output=json', `--output-path=${file}`],
    ...[`--only-categories=${CATEGORIES.join(',')}`, ...(device === 'desktop' ? ['--preset=desktop'] : [])],
  ];
  const program = spawn('npm', ['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', url, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said: string[] = [];
  program.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const [code] = (await once(program, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}.\n${said.join('')}`);
  const result = JSON.parse(await readFile(file, 'utf8')) as LighthouseResult;
  await rm(file);
  return reportOf(result);
}

function reportOf({ categories, audits, environment }: LighthouseResult): Report {
  const complaints = CATEGORIES.flatMap((category) =>
    categories[category].auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score >= 0.9) return [];
      const items = JSON.stringify(audit.details?.items ?? []).slice(0, 400);
      return [`${category}: ${audit.title} ${audit.displayValue ?? ''} ${category === 'performance' ? '' : items}`];
    }),
  );
  const shown = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  return {
    scores: {
      performance: Math.round(categories.performance.score * 100),
      accessibility: Math.round(categories.accessibility.score * 100),
      'best-practices': Math.round(categories['best-practices'].score * 100),
    },
    complaints,
    metrics: `${shown.map((id) => audits[id]?.displayValue ?? '').join(' · ')}, benchmark index ${environment.benchmarkIndex}`,
  };
}
