import type { KeyObject } from 'node:crypto'
import { installationKey, keyIdOf, publicKeyOf } from '#kit/signingKey.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { streamDatabase } from '#src/verifier/streamDatabase.ts'
import { verifyRecords } from '#src/verifier/verifyRecords.ts'

/** The public key of the installation under test, as an auditor is given it. */
export const installationKeys = async (): Promise<Map<string, KeyObject>> => {
  const { publicKey } = await installationKey(readRuntimeEnv(process.env))
  return new Map([[keyIdOf(publicKey), publicKeyOf(publicKey)]])
}

/** Verifies the database under test as an auditor does. */
export const verifyDatabase = async () =>
  verifyRecords({
    rows: streamDatabase(readRuntimeEnv(process.env).databaseOwnerUrl),
    keys: await installationKeys(),
  })
