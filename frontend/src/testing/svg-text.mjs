/** What the builder's `text` loader does, for Jest. */
export default {
  process: (source) => ({ code: `export default ${JSON.stringify(source)};` }),
};
