import type { Pool } from 'pg'
import type { InstallationKey } from '#kit/signingKey.ts'
import type { Driver } from '../../drivers/driver.ts'

/** The device under test, as it was when the test began. */
export type Tested = {
  id: number
  code: string
  unitCode: string
  channel: string
  address: string | null
  deviceClass: string | null
  forms: string[]
}

/** A connection test under way. */
export type Trial = {
  testId: string
  device: Tested
  driver: Driver
  pool: Pool
  key: InstallationKey
  publicUrl: string
  startedAt: Date
  now: () => Date
  /** How long a device may take to answer, and how long it must be silent to count as silent, in milliseconds. */
  answerMs: number
  silenceMs: number
}
