import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DockerfileParser,
  type Instruction as Parsed,
  ModifiableInstruction,
  PropertyInstruction,
} from 'dockerfile-ast';

export const REPOSITORY = join(import.meta.dirname, '../../..');

export interface Instruction {
  readonly keyword: string;
  /** What follows the keyword and its flags, on one line. */
  readonly text: string;
  /** The words of it; of the JSON form, its strings. */
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
  /** Of ENV and LABEL. */
  readonly pairs: Readonly<Record<string, string>>;
}

export interface Stage {
  /** The image, or an earlier stage. */
  readonly base: string;
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

export function readDockerfile(text = readFileSync(join(REPOSITORY, 'backend/Dockerfile'), 'utf8')): Stage[] {
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  for (const parsed of DockerfileParser.parse(text).getInstructions()) {
    const instruction = read(parsed);
    const [base = '', , name = ''] = instruction.words;
    if (instruction.keyword === 'FROM') stages.push({ base, name, instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

export function instructionsOf(stage: Stage, keyword: string): Instruction[] {
  return stage.instructions.filter((instruction) => instruction.keyword === keyword);
}

/** The last stage is the image; the others are thrown away. */
export function lastStage(stages: readonly Stage[]): Stage {
  const last = stages.at(-1);
  if (!last) throw new Error('The Dockerfile has no stage.');
  return last;
}

/** All that ENV sets in a stage, without what it has from its base. */
export function environmentOf(stage: Stage): Record<string, string> {
  return Object.assign({}, ...instructionsOf(stage, 'ENV').map(({ pairs }) => pairs)) as Record<string, string>;
}

/** The program of the health check and its arguments. */
export function healthCheckOf(stage: Stage): string[] {
  const check = instructionsOf(stage, 'HEALTHCHECK').at(-1)?.text ?? 'NONE';
  return check.startsWith('CMD [') ? (JSON.parse(check.slice('CMD '.length)) as string[]) : [];
}

function read(parsed: Parsed): Instruction {
  const text = parsed.getArgumentsContent() ?? '';
  const flags = parsed instanceof ModifiableInstruction ? parsed.getFlags() : [];
  const pairs = parsed instanceof PropertyInstruction ? parsed.getProperties() : [];
  return {
    keyword: parsed.getKeyword(),
    text,
    words: text.startsWith('[') ? (JSON.parse(text) as string[]) : parsed.getArguments().map((word) => word.getValue()),
    flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
    pairs: Object.fromEntries(pairs.map((pair) => [pair.getName(), pair.getValue() ?? ''])),
  };
}
