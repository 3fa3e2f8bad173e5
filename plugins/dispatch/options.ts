import { usualForeign } from './drivers/foreignOptions.ts'
import type { ForeignOptions } from './drivers/foreignOptions.ts'
import type { FormsOptions } from './forms/formsOptions.ts'
import { keepForms } from './forms/formsOptions.ts'
import type { ProgrammeOptions } from './programme/options.ts'
import type { StormOptions } from './storm/stormOptions.ts'
import { registryDefaults } from './registry/registryOptions.ts'
import type { RegistryOptions, RegistrySettings } from './registry/registryOptions.ts'
import type { PlaceLimits } from './engine/places.ts'
import { keepRegisters } from './registers.ts'
import type { Registers } from './registers.ts'
import { keepRights } from './rights.ts'
import type { DispatchRights } from './rights.ts'

/** What dispatch is told. */
export type DispatchOptions = Registers & {
  /** Who sees and does what. @default the roles and boards of this city */
  rights?: DispatchRights
  /**
   * One absolute deadline for an attempt, in milliseconds: name look-up, connection, answer and its body.
   * @default 5000
   */
  attemptTimeoutMs?: number
  /**
   * Attempts under way at once in one process, by lane (0 emergency, 1 priority, 2 normal) and by how soon they are answered.
   * @default 512, 128 and 128 fresh; 256, 64 and 64 doubtful; 4096, 512 and 512 slow
   */
  places?: PlaceLimits
  /**
   * How often areas are told what is in force, in seconds.
   * @default 30
   */
  recentSeconds?: number
  /**
   * How often emergencies that are left with the broker are signed anew, in seconds; devices believe them for 300.
   * @default 120
   */
  retainedSeconds?: number
  /** Protocols that are not ours: code tables and topics. */
  foreign?: ForeignOptions
  /**
   * The communes' own programme.
   * @default none: priority and normal bulletins are not offered to anybody
   */
  programme?: ProgrammeOptions
  /** The device registry: how silence is judged and told. */
  registry?: RegistryOptions
  /** The forms bulletins take: voice, sound, pictures for boards, and what the profile asks of them. */
  forms?: FormsOptions
  /** Emergencies in one go; without it there is no such page. */
  storm?: StormOptions
}

/** With every default filled in. */
type Settled = Required<
  Omit<DispatchOptions, 'programme' | 'forms' | 'storm' | 'rights' | keyof Registers>
> & {
  foreign: Required<ForeignOptions>
  registry: RegistrySettings
}

let current: Settled | undefined

/** Keeps the options for jobs. */
export const keepOptions = (options: DispatchOptions): void => {
  current = {
    attemptTimeoutMs: options.attemptTimeoutMs ?? 5000,
    places: options.places ?? {
      fresh: { 0: 512, 1: 128, 2: 128 },
      doubtful: { 0: 256, 1: 64, 2: 64 },
      slow: { 0: 4096, 1: 512, 2: 512 },
    },
    recentSeconds: options.recentSeconds ?? 30,
    retainedSeconds: options.retainedSeconds ?? 120,
    foreign: { ...usualForeign, ...options.foreign },
    registry: registryDefaults(options.registry),
  }
  keepRegisters(options)
  keepRights(options.rights)
  keepForms(options.forms)
}

/** The options of this installation. */
export const theOptions = (): Settled => {
  if (!current) throw new Error('dispatch: the plugin is not part of this config')
  return current
}
