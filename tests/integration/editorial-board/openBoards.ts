import pg from 'pg'
import { createPublicReader } from '#plugins/release-log/read.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { appoint } from '#tests/support/appoint.ts'
import { openNewsroom, paragraph, password } from '#tests/support/newsroom.ts'
import { serveRest } from '#tests/support/serveRest.ts'

type Role = 'head' | 'deputy' | 'member' | 'editor' | 'collaborator' | 'checker'

/** Somebody with a session of her own. */
export type Person = { id: number; token: string }

/** An answer over HTTP. */
export type Answer = {
  status: number
  body: Record<string, unknown>
  /** The stable code of a refusal. */
  code: string | undefined
}

/** Two boards, the city's and a ward's, reached over HTTP as people reach them. */
export const openBoards = async () => {
  const booted = await bootPayload()
  const { payload } = booted
  const { default: config } = await import('#payload-config')
  // The first account of an installation becomes its administrator.
  await payload.create({
    collection: 'users',
    data: { email: 'first@coloa.example', password, fullName: 'Quản trị', isActive: true },
    overrideAccess: true,
    depth: 0,
  })
  const city = await openNewsroom(payload)
  const ward = await payload.create({
    collection: 'sites',
    data: {
      code: 'phuong-a',
      name: 'Phường A',
      kind: 'component',
      hosting: 'here',
      languages: ['vi'],
      isActive: true,
    },
    overrideAccess: true,
    depth: 0,
  })
  const app = new pg.Pool({ connectionString: booted.appUrl, max: 4 })
  const owner = new pg.Pool({ connectionString: booted.ownerUrl, max: 2 })
  for (const pool of [app, owner]) pool.on('error', () => undefined)
  const rest = await serveRest({ config, reader: createPublicReader({ pool: app }) })
  let people = 0

  const call = async (
    method: string,
    path: string,
    who?: Person,
    body?: unknown,
  ): Promise<Answer> => {
    const answer = await fetch(`${rest.url}/api${path}`, {
      method,
      headers: {
        ...(who ? { authorization: `JWT ${who.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json = (await answer.json().catch(() => ({}))) as Record<string, unknown>
    const [error] = (json.errors ?? []) as { code?: string; data?: { code?: string } }[]
    return { status: answer.status, body: json, code: error?.code ?? error?.data?.code }
  }

  /** A new account with a session, and its membership when a role is given. */
  const person = async (
    is: {
      role?: Role
      site?: number
      startsOn?: string
      endsOn?: string
      identityNumber?: string
      roles?: ('systemAdmin' | 'operator' | 'auditor' | 'communeOperator')[]
    } = {},
  ): Promise<Person> => {
    people += 1
    const email = `nguoi-${people}@coloa.example`
    const { id } = await payload.create({
      collection: 'users',
      data: {
        email,
        password,
        fullName: `Người ${people}`,
        isActive: true,
        roles: is.roles ?? [],
        identityNumber: is.identityNumber ?? null,
      },
      overrideAccess: true,
      depth: 0,
    })
    if (is.role) {
      await appoint({
        board: is.site === ward.id ? ward.code : city.site.code,
        person: id,
        role: is.role,
        startsOn: is.startsOn ?? '2020-01-01',
        endsOn: is.endsOn ?? null,
      })
    }
    const { body } = await call('POST', '/users/login', undefined, { email, password })
    return { id, token: String(body.token) }
  }

  /** A mandate by which the delegate acts for the head of the city's board, from today for a month unless said otherwise. */
  const mandate = (
    by: Person,
    delegate: Person,
    more: Record<string, unknown> = {},
  ): Promise<Answer> =>
    call('POST', '/editorial-board/mandates', by, {
      board: city.site.code,
      principal: by.id,
      delegate: delegate.id,
      startsOn: dayFromNow(0),
      endsOn: dayFromNow(30),
      document: '12/GUQ-BBT',
      ...more,
    })

  /** An article's draft, written by `who`. */
  const draft = async (
    who: Person,
    title: string,
    more: Record<string, unknown> = {},
  ): Promise<number> => {
    const { body, status } = await call('POST', '/articles?draft=true', who, {
      title,
      lead: `Tóm tắt ${title}`,
      body: paragraph(`Nội dung của ${title}.`),
      site: city.site.id,
      category: city.category,
      ...more,
    })
    if (status !== 201) throw new Error(JSON.stringify(body))
    return (body.doc as { id: number }).id
  }

  return {
    booted,
    payload,
    city: city.site,
    category: city.category,
    ward: { id: ward.id, code: ward.code },
    app,
    owner,
    call,
    person,
    mandate,
    draft,
    /** @returns the submission's id, or the refusal's code */
    submit: async (who: Person, id: number, collection = 'articles') => {
      const answer = await call('POST', '/editorial-board/submissions', who, { collection, id })
      return answer.status === 200 ? String(answer.body.submissionId) : (answer.code ?? '')
    },
    act: (
      who: Person | undefined,
      submission: string,
      verb: 'approve' | 'return' | 'refuse' | 'recall' | 'cancel' | 'leave-bundle',
      body?: unknown,
    ) => call('POST', `/editorial-board/submissions/${submission}/${verb}`, who, body ?? {}),
    /** What a stranger gets of an article: its title, or null. */
    shown: async (id: number): Promise<string | null> => {
      const { status, body } = await call('GET', `/articles/${id}`)
      return status === 200 ? String(body.title) : null
    },
    stateOf: async (submission: string): Promise<string | undefined> => {
      const { rows } = await owner.query<{ state: string }>(
        'select state from editorial.reviews where submission_id = $1',
        [submission],
      )
      return rows[0]?.state
    },
    stop: async () => {
      rest.stop()
      await app.end()
      await owner.end()
      await booted.stop()
    },
  }
}

/** A day as YYYY-MM-DD in Asia/Ho_Chi_Minh, `days` from today. */
export const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(
    new Date(Date.now() + days * 86_400_000),
  )
