import type { Topic } from '../topic.ts'
import { economy } from './economy.ts'
import { education } from './education.ts'
import { health } from './health.ts'
import { transport } from './transport.ts'

/** Everything the city writes about. */
export const topics: readonly Topic[] = [...transport, ...health, ...education, ...economy]
