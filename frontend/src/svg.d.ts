/** The builder and Jest both turn an imported SVG file into its text. */
declare module '*.svg' {
  const svg: string;
  export default svg;
}
