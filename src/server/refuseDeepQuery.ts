import type { Request, RequestHandler } from 'express'
import { PortalError } from '#kit/portalError.ts'
import { refusal } from './refusals.ts'

const DEEPEST = 20

/** GraphQL takes JSON alone, and no query that nests deeper than any screen asks; its parser would run out of stack. */
export const refuseDeepQuery: RequestHandler = (req, _res, next) => {
  const { rawBody } = req as Request & { rawBody?: Buffer } // kept when the body was checked
  if (!rawBody) {
    next(refusal(415))
    return
  }
  const { query } = JSON.parse(rawBody.toString('utf8')) as { query?: unknown }
  next(typeof query === 'string' && depthOf(query) > DEEPEST ? tooDeep() : undefined)
}

const depthOf = (query: string): number => {
  let depth = 0
  let deepest = 0
  for (const sign of query) {
    if (sign === '{' || sign === '[' || sign === '(') depth += 1
    else if (sign === '}' || sign === ']' || sign === ')') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

const tooDeep = () =>
  new PortalError('query_too_deep', 400, {
    vi: `Truy vấn lồng quá ${DEEPEST} tầng.`,
    en: `The query nests deeper than ${DEEPEST} levels.`,
  })
