import type { Topic } from '../topic.ts'
import { administration } from './administration.ts'
import { culture } from './culture.ts'
import { economy } from './economy.ts'
import { education } from './education.ts'
import { environment } from './environment.ts'
import { health } from './health.ts'
import { transport } from './transport.ts'

/** Everything the city writes about. */
export const topics: readonly Topic[] = [
  ...administration,
  ...transport,
  ...health,
  ...education,
  ...economy,
  ...environment,
  ...culture,
]
