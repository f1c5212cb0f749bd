import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { dockerIgnorePatterns, isIgnored } from '../laws/dockerfile-context.js';
import { type Instruction, readDockerfile, REPOSITORY, type Stage } from '../laws/dockerfile-stages.js';

/** The image's user `node`; where nobody else can be made owner, whoever runs this. */
export const IMAGE_USER = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : undefined;

/** What only describes the image. */
const DESCRIPTIONS = ['LABEL', 'USER', 'VOLUME', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'CMD'];
/** How the registry is reached; nothing else of the environment is there while an image is made. */
const NETWORK = /^(npm_config_registry|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/i;

/** The folder that stands for the file system of a stage, and what ENV and WORKDIR have set in it. */
interface Built {
  readonly root: string;
  readonly env: Record<string, string>;
  workdir: string;
}

/** Performs the instructions of the Dockerfile, each stage in an empty folder, on the files of the last commit. */
export class ImageBuild {
  private readonly stages = new Map<string, Built>();
  private readonly context: string;
  private readonly programs: string;

  constructor(private readonly workshop: string) {
    this.context = join(workshop, 'context');
    this.programs = join(workshop, 'programs');
  }

  /** @returns the last stage */
  async run(): Promise<Built> {
    await this.takeContext();
    await this.providePrograms();
    let last: Built | undefined;
    for (const [index, stage] of readDockerfile().entries()) last = await this.perform(stage, index);
    return last!;
  }

  private async takeContext(): Promise<void> {
    await mkdir(this.context);
    const archive = join(this.workshop, 'head.tar');
    execFileSync('git', ['archive', '--output', archive, 'HEAD'], { cwd: REPOSITORY });
    const files = execFileSync('tar', ['-tf', archive], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n');
    execFileSync('tar', ['-xf', archive, '-C', this.context]);
    const patterns = dockerIgnorePatterns();
    const ignored = files.filter((file) => file !== '' && isIgnored(file.replace(/\/$/, ''), patterns));
    await Promise.all(ignored.map((file) => rm(join(this.context, file), { recursive: true, force: true })));
  }

  /** The image's Node, and its user `node`, who is somebody else here. */
  private async providePrograms(): Promise<void> {
    await mkdir(this.programs);
    await symlink(process.execPath, join(this.programs, 'node'));
    const [user, group] = IMAGE_USER ? [IMAGE_USER.uid, IMAGE_USER.gid] : ['$(id -u)', '$(id -g)'];
    const asHere = `sed -e "s/^-o node /-o ${user} /;s/ -o node / -o ${user} /;s/ -g node / -g ${group} /"`;
    const script = `#!/bin/sh\nexec /usr/bin/install $(echo "$@" | ${asHere})\n`;
    await writeFile(join(this.programs, 'install'), script, { mode: 0o755 });
  }

  private async perform(stage: Stage, index: number): Promise<Built> {
    const root = join(this.workshop, `stage-${index}`);
    await mkdir(root);
    const base = this.stages.get(stage.base);
    if (base) await cp(base.root, root, { recursive: true, verbatimSymlinks: true });
    const built = { root, env: { ...base?.env }, workdir: base?.workdir ?? '/' };
    for (const instruction of stage.instructions) await this.follow(instruction, built);
    this.stages.set(stage.name, built);
    return built;
  }

  private async follow(instruction: Instruction, built: Built): Promise<void> {
    const { keyword, text, pairs } = instruction;
    if (keyword === 'ENV') Object.assign(built.env, pairs);
    else if (keyword === 'WORKDIR') {
      built.workdir = text;
      await mkdir(join(built.root, text), { recursive: true });
    } else if (keyword === 'COPY') await this.copy(instruction, built);
    else if (keyword === 'RUN') await this.execute(text, built);
    else if (!DESCRIPTIONS.includes(keyword)) throw new Error(`Nobody here knows how to follow ${keyword} ${text}.`);
  }

  /** A folder's contents go into the target, a file into a target that ends with a slash. */
  private async copy({ words, flags }: Instruction, built: Built): Promise<void> {
    const from = flags.from === undefined ? this.context : this.stages.get(flags.from)!.root;
    const target = words.at(-1)!;
    const folder = target.startsWith('/') ? join(built.root, target) : join(built.root, built.workdir, target);
    for (const word of words.slice(0, -1)) {
      const source = join(from, word);
      const isFile = (await stat(source)).isFile();
      const to = isFile && /(^|\/)\.?$|\/$/.test(target) ? join(folder, basename(word)) : folder;
      await cp(source, to, { recursive: true, verbatimSymlinks: true });
    }
  }

  private async execute(command: string, built: Built): Promise<void> {
    if (/(^|\s)\/\w/.test(command)) throw new Error(`It would leave its folder: ${command}`);
    const options = { cwd: join(built.root, built.workdir), env: this.environment(built), maxBuffer: 1e8 };
    await promisify(execFile)('sh', ['-c', command], options).catch((error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`RUN ${command} failed:\n${stdout}\n${stderr}`, { cause: error });
    });
  }

  /** The stage's variables, their folders within the one that stands for its file system, and no tool of ours. */
  environment({ root, env }: Built): Record<string, string> {
    const { PATH = '', HOME = '' } = process.env;
    const network = Object.entries(process.env).filter(([name]) => NETWORK.test(name)) as [string, string][];
    const own = Object.entries(env).map(([name, value]) => [name, value.startsWith('/') ? join(root, value) : value]);
    const path = PATH.split(delimiter).filter((folder) => !folder.startsWith(REPOSITORY));
    return {
      ...Object.fromEntries(network),
      ...(Object.fromEntries(own) as Record<string, string>),
      ...{ PATH: [this.programs, ...path].join(delimiter), HOME },
    };
  }
}
