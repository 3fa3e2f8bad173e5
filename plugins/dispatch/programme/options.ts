import type { ProgrammeRules } from '#domain/dispatch/programme/programmeRules.ts'

/** What the communes' programme is told. */
export type ProgrammeOptions = {
  /** What communes decide and by whom, with clauses. */
  rules: ProgrammeRules
  /** Where the admin is reached, for links in mails; no slash at the end. */
  publicUrl: string
  /**
   * How long before its start an airing is given to the devices, in minutes, so that they have its files.
   * @default 120
   */
  stageAheadMinutes?: number
  /**
   * How long a device may take an airing up again after an emergency cut into it, in minutes.
   * @default 15
   */
  resumeWithinMinutes?: number
}

let current: Required<ProgrammeOptions> | undefined

/** Keeps the options for jobs and verbs. */
export const keepProgramme = (options: ProgrammeOptions): void => {
  current = { stageAheadMinutes: 120, resumeWithinMinutes: 15, ...options }
}

/** The programme's options of this installation. */
export const theProgramme = (): Required<ProgrammeOptions> => {
  if (!current) throw new Error('dispatch: this config has no programme of the communes')
  return current
}

/** Whether bulletins are offered to communes here. */
export const hasProgramme = (): boolean => current !== undefined
