/** Two errors that Angular makes while it is evaluated, as marks for the state of a resource. */
const EARLY = /static (IDLE|LOADING)=new (\w+)\((["'`])\1\3\)/g;

/**
 * Makes Angular's errors when they are first asked for. An error notes where it was made: at the top level of a script V8
 * reads all of it a second time to find that out, which for Angular takes a slow phone some sixty milliseconds of a blank page.
 *
 * @returns {import('rolldown').Plugin & { readonly made: () => number }} and how many it made late
 */
export function lateErrors() {
  let count = 0;
  return {
    name: 'late-errors',
    made: () => count,
    transform: (code) => {
      const changed = code.replaceAll(EARLY, (_, name, type) => {
        count += 1;
        return `static #${name};static get ${name}(){return ${type}.#${name}??=new ${type}("${name}")}`;
      });
      return changed === code ? null : { code: changed, map: null };
    },
  };
}
