import path from 'node:path'
import type { Config } from 'payload'
import { root } from './root.ts'

/** The admin: Vietnamese, calm, nothing loaded from outside. */
export const admin: NonNullable<Config['admin']> = {
  user: 'users',
  avatar: 'default',
  theme: 'all',
  dateFormat: 'dd/MM/yyyy HH:mm',
  timezones: { defaultTimezone: 'Asia/Saigon' },
  meta: { titleSuffix: ' · Cổ Loa', robots: 'noindex, nofollow' },
  components: {
    graphics: { Icon: '@kit/admin/graphics#Icon', Logo: '@kit/admin/graphics#Logo' },
  },
  importMap: {
    baseDir: root,
    importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
  },
}
