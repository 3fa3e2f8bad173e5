import path from 'node:path'
import type { Config } from 'payload'

/** The admin: Vietnamese, calm, nothing loaded from outside. */
export const admin: NonNullable<Config['admin']> = {
  user: 'users',
  avatar: 'default',
  theme: 'all',
  dateFormat: 'dd/MM/yyyy HH:mm',
  timezones: { defaultTimezone: 'Asia/Saigon' },
  meta: { titleSuffix: ' · Cổ Loa', robots: 'noindex, nofollow' },
  importMap: {
    baseDir: path.resolve(import.meta.dirname, '..'),
    importMapFile: path.resolve(import.meta.dirname, '../src/app/(payload)/admin/importMap.js'),
  },
}
