import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type RequestHandler, type Response, static as staticFiles } from 'express';

/** How files are encoded when they are built, the smallest first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** Where files are: as they are, and under the same names with an ending what was made of them beforehand. */
export interface FileFolders {
  readonly plain: string;
  readonly encoded: string;
}

/**
 * Serves files, in the smallest encoding that was made of them and that the browser takes; whoever takes none gets the file
 * itself. Nothing is compressed while somebody waits.
 *
 * @param setHeaders told the file's address, without the ending of its encoding
 */
export function encodedFiles(
  { plain, encoded }: FileFolders,
  setHeaders: (response: Response, address: string) => void,
): RequestHandler {
  const made = namesIn(encoded);
  const serve = (folder: string): RequestHandler =>
    staticFiles(folder, {
      index: false,
      redirect: false,
      setHeaders: (response: Response) => {
        setHeaders(response, response.req.path.replace(/\.(br|gz)$/, ''));
      },
    });
  const [servePlain, serveEncoded] = [serve(plain), serve(encoded)];

  return (request, response, next) => {
    const { path, url } = request;
    const accepted = request.acceptsEncodings();
    const choices = ENCODINGS.filter(({ ending }) => made.has(`${path}${ending}`));
    if (choices.length > 0) response.vary('Accept-Encoding');
    const chosen = choices.find(({ name }) => accepted.includes(name));
    if (!chosen) {
      servePlain(request, response, next);
      return;
    }
    request.url = `${path}${chosen.ending}`;
    response.type(extname(path)).setHeader('Content-Encoding', chosen.name);
    serveEncoded(request, response, () => {
      // It was built anew meanwhile.
      request.url = url;
      response.removeHeader('Content-Encoding');
      response.removeHeader('Content-Type');
      servePlain(request, response, next);
    });
  };
}

/** Such as `/media/a.svg.br`. Where nothing was encoded, as while developing, there is nothing. */
function namesIn(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
    return new Set(names.map((name) => `/${name.split(sep).join('/')}`));
  } catch {
    return new Set();
  }
}
