import pg from 'pg'
import { foundBoards } from '#plugins/editorial-board/index.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationSigner } from '#kit/signingKey.ts'

type Appointed = Parameters<typeof foundBoards>[0]['appointments'][number]

/** Puts people on boards as the owner of the database does when an installation begins. */
export const appoint = async (
  ...appointments: (Omit<Appointed, 'startsOn' | 'document'> & Partial<Appointed>)[]
): Promise<void> => {
  const env = readRuntimeEnv(process.env)
  const client = new pg.Client({ connectionString: env.databaseOwnerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await foundBoards({
      client,
      signer: await installationSigner(env),
      appointments: appointments.map((one) => ({
        ...one,
        startsOn: one.startsOn ?? '2020-01-01',
        document: one.document ?? '1/QĐ-UBND',
      })),
    })
    await client.query('commit')
  } finally {
    await client.end()
  }
}
