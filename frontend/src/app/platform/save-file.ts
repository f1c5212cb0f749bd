/** Hands something that this page made to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  download(address, name);
  // The browser has begun to read by then; until then the address must hold.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** Lets the browser fetch an address as a download; the server's name for it goes before ours. */
export function download(address: string, name = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
