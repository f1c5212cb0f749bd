/**
 * The bundler keeps its helpers, a few lines, in a script of their own, which would be one more request for each first page:
 * each script that needs them has them itself.
 *
 * @param {readonly import('rolldown').OutputChunk[]} made
 */
export function withOwnHelpers(made) {
  const helpers = made.find(
    ({ moduleIds }) => moduleIds.length > 0 && moduleIds.every((id) => id.startsWith('\0rolldown/')),
  );
  if (!helpers) return made;
  const [exporting = '', exported = ''] = /export\{([^}]*)\};?\s*$/.exec(helpers.code) ?? [];
  const lines = helpers.code.replace(exporting, '');
  // In a function, because its names may be taken where it stands.
  const all = `(()=>{${lines}return{${fieldsOf(exported, (own, name) => [name, own])}}})()`;
  const wanted = new RegExp(`import\\{([^}]*)\\}from"\\./${helpers.fileName}";`);
  return made
    .filter((chunk) => chunk !== helpers)
    .map((chunk) => ({
      ...chunk,
      code: chunk.code.replace(
        wanted,
        (_, imported) => `const{${fieldsOf(imported, (name, own) => [name, own])}}=${all};`,
      ),
    }));
}

/** A script that only passes on what another one has: it would cost a round trip for nothing. */
const FACADE =
  /^(?:import"[^"]+";)*import\{([^}]+)\}from"(\.\/chunk-[\w-]+\.js)";(?:import"[^"]+";)*export\{([^}]+)\};?\s*$/;

/**
 * Whoever loads a facade is led to what stands behind it.
 *
 * @param {readonly import('rolldown').OutputChunk[]} made
 * @returns {ReadonlyMap<string, string>} the text of each script that is left
 */
export function withoutFacades(made) {
  /** @type {Map<string, string>} */
  const ways = new Map();
  for (const { fileName, code } of made) {
    const [, imported = '', behind, exported = ''] = FACADE.exec(code) ?? [];
    if (behind === undefined) continue;
    const names = new Map(imported.split(',').map((each) => /** @type {[string, string]} */ (pairOf(each).reverse())));
    const fields = fieldsOf(exported, (own, name) => [name, `m.${names.get(own)}`]);
    ways.set(fileName, `import("${behind}").then(m=>({${fields}}))`);
  }
  const lead = (/** @type {string} */ code) =>
    code.replace(/\bimport\([`"']\.\/([^`"']+)[`"']\)/g, (whole, file) => ways.get(file) ?? whole);
  return new Map(
    made.filter(({ fileName }) => !ways.has(fileName)).map(({ fileName, code }) => [fileName, lead(code)]),
  );
}

/**
 * @param {string} specifiers as between the braces of an import or export
 * @param {(first: string, second: string) => readonly [string, string]} fieldOf
 */
function fieldsOf(specifiers, fieldOf) {
  return specifiers.split(',').map((each) => fieldOf(...pairOf(each)).join(':'));
}

/**
 * Of `a as b` both, and twice the one of `a`.
 *
 * @param {string} specifier
 * @returns {[string, string]}
 */
function pairOf(specifier) {
  const [first = '', second = first] = specifier.trim().split(/\s+as\s+/);
  return [first, second];
}
