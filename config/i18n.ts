import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import type { Config } from 'payload'

/** The admin's own languages: Vietnamese first. */
export const i18n: NonNullable<Config['i18n']> = {
  fallbackLanguage: 'vi',
  supportedLanguages: { vi, en },
}

/** The languages of content; a further one is added here and migrated. */
export const localization: NonNullable<Config['localization']> = {
  defaultLocale: 'vi',
  fallback: true,
  locales: [
    { code: 'vi', label: 'Tiếng Việt' },
    { code: 'en', label: 'English' },
  ],
}
