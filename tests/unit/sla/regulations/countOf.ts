import { demandStrongPassword } from '#collections/users/demandStrongPassword.ts'
import { localization } from '#config/i18n.ts'
import type { Profile } from '#config/profiles/types.ts'

/** Numbers of a deployment that clauses fix, counted where they are used. */
export const countOf = {
  cityWindows: (profile: Profile) => windowsOf(profile, 'city'),
  componentWindows: (profile: Profile) => windowsOf(profile, 'component'),
  refusalGrounds: (profile: Profile) => profile.refusalGrounds.length,
  bulletinTopics: (profile: Profile) => profile.bulletinTopics.length,
  languages: () => (localization ? localization.locales.length : 1),
  passwordLength: () => {
    let password = 'Aa1!'
    while (isRefused(password)) password += 'x'
    return password.length
  },
}

const windowsOf = (profile: Profile, owes: string) =>
  profile.obligations.filter((one) => one.kind === 'window' && one.owes === owes).length

type Hook = Parameters<typeof demandStrongPassword>[0]

const isRefused = (password: string) => {
  try {
    demandStrongPassword({ data: { password }, req: {} } as unknown as Hook) // all that it reads
    return false
  } catch {
    return true
  }
}
