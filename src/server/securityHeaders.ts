import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const shared = {
  'default-src': ["'self'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
  'object-src': ["'none'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
}

/**
 * Headers of the portal and the API: scripts and styles from here only, nothing inline.
 *
 * @param isHttps whether visitors come over TLS; on plain http neither HSTS nor upgrades are sent
 */
export const portalHeaders = (isHttps: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...shared,
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'media-src': ["'self'"],
        ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: isHttps,
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })

/**
 * Headers of the admin. Next takes the nonce for its own scripts from the policy on the request, so the same policy is put
 * there before Next sees it.
 */
export const adminHeaders =
  (isHttps: boolean, isDevelopment: boolean): RequestHandler =>
  (req, res, next) => {
    const nonce = randomBytes(16).toString('base64')
    const directives = {
      ...shared,
      'script-src': [
        "'self'",
        `'nonce-${nonce}'`,
        "'strict-dynamic'",
        ...(isDevelopment ? ["'unsafe-eval'"] : []),
      ],
      // Payload's components set styles on elements.
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'blob:', 'data:'],
      'media-src': ["'self'", 'blob:'],
      'worker-src': ["'self'", 'blob:'],
      'connect-src': ["'self'", ...(isDevelopment ? ['ws:'] : [])],
      ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
    }
    req.headers['content-security-policy'] = Object.entries(directives)
      .map(([name, values]) => [name, ...values].join(' '))
      .join('; ')
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      strictTransportSecurity: isHttps,
      crossOriginOpenerPolicy: isHttps,
      originAgentCluster: isHttps,
    })(req, res, next)
  }
