import type { Endpoint } from 'payload'
import { boardEndpoints } from './board/boardEndpoints.ts'
import { testEndpoints } from './connection/testEndpoints.ts'
import { importEndpoints } from './import/importEndpoints.ts'
import { keyEndpoints } from './keys/keyEndpoints.ts'
import { lifecycleEndpoints } from './lifecycle/lifecycleEndpoints.ts'

/** The API of the device registry. */
export const registryEndpoints: Endpoint[] = [
  ...lifecycleEndpoints,
  ...keyEndpoints,
  ...testEndpoints,
  ...importEndpoints,
  ...boardEndpoints,
]
