import { afterAll, beforeAll } from 'vitest'
import { consentCases } from './incoming/consentCases.ts'
import { copiesOf } from './incoming/copies.ts'
import type { Copies } from './incoming/copies.ts'
import { openMuseums } from './incoming/openMuseums.ts'
import type { Museums } from './incoming/openMuseums.ts'
import { originCases } from './incoming/originCases.ts'
import { takeInCases } from './incoming/takeInCases.ts'
import { verificationCases } from './incoming/verificationCases.ts'

let museums: Museums
let copies: Copies

beforeAll(async () => {
  museums = await openMuseums()
  copies = copiesOf(museums)
})
afterAll(async () => {
  await museums?.stop()
})

const cases = [consentCases, originCases, takeInCases, verificationCases]
for (const one of cases)
  one(
    () => museums,
    () => copies,
  )
