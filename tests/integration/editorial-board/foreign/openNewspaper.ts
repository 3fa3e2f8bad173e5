import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLocalReq, getPayload } from 'payload'
import type { PayloadRequest, Plugin } from 'payload'
import pg from 'pg'
import { installTables } from '#plugins/editorial-board/install/installTables.ts'
import { foundBoards } from '#plugins/editorial-board/index.ts'
import { verifyGuard } from '#plugins/release-log/index.ts'
import { createTestDatabase } from '#tests/support/createTestDatabase.ts'
import { theOptions } from '#plugins/editorial-board/options.ts'
import { newspaperConfig } from './newspaperConfig.ts'

/** A newspaper on an empty database, set up as the plugin's README says. */
export const openNewspaper = async ({
  hasTenants,
  more = [],
}: {
  hasTenants: boolean
  more?: readonly Plugin[]
}) => {
  const database = await createTestDatabase('template0')
  const mediaDir = await mkdtemp(path.join(tmpdir(), 'newspaper-'))
  const config = await newspaperConfig({ url: database.ownerUrl, mediaDir, hasTenants, more })
  const payload = await getPayload({ config, disableOnInit: true })
  const client = new pg.Client({ connectionString: database.ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  await installTables({ payload, client, connectionString: database.ownerUrl })
  await verifyGuard(payload, client as unknown as pg.Pool)

  const person = async (byline: string): Promise<number> => {
    const { id } = await payload.create({
      collection: 'journalists' as 'users', // the types of this repository do not know the newspaper's collections
      data: { email: `${byline}@newspaper.example`, password: 'Mat-khau-1', byline } as never,
      overrideAccess: true,
      depth: 0,
    })
    return id
  }
  const requestOf = (id: number): Promise<PayloadRequest> =>
    createLocalReq({ user: { id, collection: 'journalists' } as never }, payload)
  return {
    url: database.ownerUrl,
    payload,
    client,
    person,
    requestOf,
    appoint: async (board: string, person: number, role: 'head' | 'editor') =>
      foundBoards({
        client,
        signer: await theOptions().signer(),
        appointments: [{ board, person, role, startsOn: '2020-01-01', document: 'Charter' }],
      }),
    stop: async () => {
      await client.end()
      const { pool } = payload.db as unknown as {
        pool: { on: (event: string, listener: () => void) => void }
      } // not in the adapter's base type
      pool.on('error', () => undefined)
      await payload.destroy()
      await database.drop()
      await rm(mediaDir, { recursive: true, force: true })
    },
  }
}

export type Newspaper = Awaited<ReturnType<typeof openNewspaper>>
