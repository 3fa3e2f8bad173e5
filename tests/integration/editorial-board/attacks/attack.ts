import type { Actor } from './actors.ts'
import type { Ground } from './openGround.ts'

/** How an attempt ended. */
export type Outcome =
  | { is: 'answered'; status: number; code: string | undefined; text: string; path: string }
  | { is: 'thrown'; name: string; code: string | undefined; text: string }
  | { is: 'done'; what: string }

/** One way round the board. */
export type Attack = {
  /** The number of the measured matrix, or the row of the list of paths. */
  row: string
  name: string
  via: 'REST' | 'GraphQL' | 'Local API' | 'admin action' | 'jobs' | 'adapter' | 'SQL'
  run: (ground: Ground, actor: Actor) => Promise<Outcome>
  /** A yes is right: the call makes a draft, or tells only what the actor may know. */
  mayPass?: boolean
  /** What is asked for does not exist in this installation, so nothing is there that could refuse and note it. */
  isAbsent?: boolean
  /** Answered as a whole with 400 and document by document in `errors`; the trail has each. */
  isBulk?: boolean
  /** Its answer must not hold what no decision has let out when somebody outside the board asks. */
  isReading?: boolean
}

/** Sends a request as the actor. */
export const send = async (
  ground: Ground,
  actor: Actor,
  method: string,
  url: string,
  body?: unknown,
): Promise<Outcome> => {
  const isForm = body instanceof FormData
  const answer = await fetch(`${ground.url}${url}`, {
    method,
    headers: {
      ...actor.headers,
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return {
    is: 'answered',
    status: answer.status,
    code: codeIn(text),
    text,
    path: new URL(url, ground.url).pathname,
  }
}

/** A GraphQL answer carries its refusal inside; its status and code count as those of the answer. */
export const ask = async (ground: Ground, actor: Actor, query: string): Promise<Outcome> => {
  const outcome = await send(ground, actor, 'POST', '/api/graphql', { query })
  if (outcome.is !== 'answered' || outcome.status !== 200) return outcome
  const { errors } = JSON.parse(outcome.text) as { errors?: GraphqlError[] }
  const [error] = errors ?? []
  if (!error) return outcome
  return { ...outcome, status: error.extensions?.statusCode ?? 500, code: error.extensions?.code }
}

type GraphqlError = { extensions?: { statusCode?: number; code?: string } }

/** Runs something within the process. */
export const attempt = async (work: () => Promise<unknown>): Promise<Outcome> => {
  try {
    const answer = await work()
    return { is: 'done', what: JSON.stringify(answer ?? null) }
  } catch (error) {
    const { name, message, data, code, cause } = error as Thrown
    return {
      is: 'thrown',
      name,
      code: data?.code ?? code ?? (cause as Thrown | undefined)?.code,
      text: message,
    }
  }
}

type Thrown = Error & { data?: { code?: string }; code?: string }

const codeIn = (text: string): string | undefined => {
  try {
    const { errors } = JSON.parse(text) as {
      errors?: { code?: string; data?: { code?: string } }[]
    }
    return errors?.[0]?.code ?? errors?.[0]?.data?.code
  } catch {
    return undefined
  }
}
