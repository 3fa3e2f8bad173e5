import type { Sql } from '#kit/transaction.ts'
import type { DeviceStanding } from '../board/readDevice.ts'
import type { Words } from '../registryWords.ts'

/** What every part of a device's page is given. */
export type DevicePart = {
  device: DeviceStanding
  words: Words
  language: string
  sql: Sql
  isManager: boolean
}
