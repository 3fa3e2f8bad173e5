import { readFile } from 'node:fs/promises'
import path from 'node:path'

type Login = { email: string; password: string }

/** Somebody of the demo city with a session. */
export type Session = { id: number; token: string }

/** Signs a person of the demo in; `key` as in the log-ins file, for example `truong-ban`. */
export const signIn = async (url: string, dataDir: string, key: string): Promise<Session> => {
  const logins = JSON.parse(
    await readFile(path.join(dataDir, 'demo-logins.json'), 'utf8'),
  ) as Login[]
  const login = logins.find((one) => one.email.startsWith(`${key}@`))
  if (!login) throw new Error(`bench: nobody is called ${key}`)
  const answer = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: login.email, password: login.password }),
  })
  const { token, user } = (await answer.json()) as { token: string; user: { id: number } }
  return { id: user.id, token }
}

/** An answer of the API that is as it should be. */
export const call = async <T>(
  url: string,
  who: Session,
  method: string,
  body?: unknown,
): Promise<T> => {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `JWT ${who.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const json = (await answer.json()) as T
  if (!answer.ok) throw new Error(`bench: ${method} ${url}: ${JSON.stringify(json)}`)
  return json
}
