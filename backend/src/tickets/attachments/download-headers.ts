import { create } from 'content-disposition';
import type { Download } from './downloads.service.js';
import { SAFE_IMAGES } from './recognise.js';

/** The type of everything that is not shown in place. */
export const DOWNLOADED = 'application/octet-stream';

const CACHE_S = 3600;

/**
 * A file is somebody else's content under our address: nothing of it runs, frames, or is taken for another type, and only
 * harmless pictures are shown in place. Its content never changes; whoever signs in next in the same browser has other
 * cookies and asks anew.
 */
export function downloadHeaders({ name, type, size }: Omit<Download, 'content'>): Record<string, string> {
  const isShown = SAFE_IMAGES.has(type);
  return {
    'Content-Type': isShown ? type : DOWNLOADED,
    'Content-Length': String(size),
    'Content-Disposition': create(name, { type: isShown ? 'inline' : 'attachment' }),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': `private, max-age=${CACHE_S}, immutable`,
    Vary: 'Cookie, Authorization',
  };
}
