import type { CollectionConfig } from 'payload'
import { answers } from '#collections/answers/index.ts'
import { articles } from '#collections/articles/index.ts'
import { createBulletins } from '#collections/bulletins/index.ts'
import { categories } from '#collections/categories/index.ts'
import { deviceGroups } from '#collections/device-groups/index.ts'
import { devices } from '#collections/devices/index.ts'
import { documents } from '#collections/documents/index.ts'
import { legalBases } from '#collections/legal-bases/index.ts'
import { createMedia } from '#collections/media/index.ts'
import { pages } from '#collections/pages/index.ts'
import { questions } from '#collections/questions/index.ts'
import { siteSettings } from '#collections/site-settings/index.ts'
import { sites } from '#collections/sites/index.ts'
import { units } from '#collections/units/index.ts'
import { users } from '#collections/users/index.ts'
import { workingDays } from '#collections/working-days/index.ts'
import { bulletinTopics } from './bulletinTopics.ts'
import { env } from './env.ts'

/** The site's collections, in the order of the admin's navigation. */
export const collections: CollectionConfig[] = [
  articles,
  documents,
  pages,
  categories,
  createMedia({ mediaDir: env.mediaDir }),
  questions,
  answers,
  createBulletins({ topics: bulletinTopics }),
  devices,
  deviceGroups,
  units,
  sites,
  siteSettings,
  users,
  workingDays,
  legalBases,
]
