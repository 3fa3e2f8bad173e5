import { env } from '../env.ts'
import { haiphong } from './haiphong.ts'
import { hanoi } from './hanoi.ts'
import type { Profile } from './types.ts'

const profiles: Record<Profile['code'], Profile> = { hanoi, haiphong }

/** What differs between deployments, as COLOA_PROFILE says. */
export const profile: Profile = profiles[env.profile]
