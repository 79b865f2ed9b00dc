/**
 * What every answer tells the browser to forbid. Everything comes from this server; no script or style stands in
 * the page itself. No upgrade to HTTPS: in a class the game runs on plain HTTP.
 */
import type { RequestHandler } from 'express';

const policy = (development: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // Vite puts styles into the page while developing.
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export function securityHeaders(development: boolean): RequestHandler {
  const headers = {
    'Content-Security-Policy': policy(development),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}
