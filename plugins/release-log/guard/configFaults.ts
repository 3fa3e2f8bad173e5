import type { Access, PayloadRequest, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { refuseDeletes } from '../hooks/refuseDeletes.ts'
import { refuseLiveWrites, refusePublishedData } from '../hooks/refuseLiveWrites.ts'
import type { ReleaseLogOptions } from '../options.ts'

/**
 * What in a config would open a way round the log. Each is one sentence that names the collection or setting.
 *
 * @param options.stranger a request without a user, for asking access rules
 */
export const configFaults = async (options: {
  config: SanitizedConfig
  settings: Pick<ReleaseLogOptions, 'governed' | 'exempt'>
  stranger: PayloadRequest
}): Promise<string[]> => {
  const { config, settings, stranger } = options
  const governed = settings.governed.map((one) => one.slug)
  const faults = [...unreviewed(config, settings), ...(await openJobs(config, stranger))]
  for (const slug of governed) {
    const collection = config.collections.find((one) => one.slug === slug)
    if (!collection) {
      faults.push(
        `${slug} is on the governed list and is no collection; a global cannot be governed`,
      )
      continue
    }
    faults.push(...unguarded(collection))
  }
  for (const collection of config.collections) {
    if (!governed.includes(collection.slug) && !collection.upload) continue
    faults.push(...(await openToStrangers(collection, stranger)))
  }
  return faults
}

const unreviewed = (
  config: SanitizedConfig,
  { governed, exempt }: Pick<ReleaseLogOptions, 'governed' | 'exempt'>,
): string[] => {
  const known = new Set([...governed.map((one) => one.slug), ...exempt])
  const missing = [...config.collections, ...config.globals]
    .map((one) => one.slug)
    .filter((slug) => !known.has(slug))
  return missing.length === 0
    ? []
    : [`neither governed nor exempt: ${missing.join(', ')}; put each on one of the two lists`]
}

type Drafts = { schedulePublish?: unknown; localizeStatus?: unknown }

/** Settings under which Payload itself would publish, or write what is live. */
const unguarded = (collection: SanitizedCollectionConfig): string[] => {
  const { slug, hooks, versions } = collection
  const drafts = (versions?.drafts || undefined) as Drafts | undefined
  const isHooked =
    hooks.beforeOperation?.includes(refuseLiveWrites) &&
    hooks.beforeChange?.includes(refusePublishedData) &&
    hooks.beforeDelete?.includes(refuseDeletes)
  const checks: [boolean, string][] = [
    [!isHooked, 'is governed without its hooks; the plugin must be in the config with it'],
    [!drafts, 'is governed without drafts: each save would be public'],
    [Boolean(drafts?.schedulePublish), 'has schedulePublish: it publishes what was written after'],
    [Boolean(drafts?.localizeStatus), 'has localizeStatus: one language would be published alone'],
    [Boolean(collection.trash), 'has trash: it takes down what is public'],
    [Boolean(collection.orderable), 'is orderable: moving it writes what is live'],
  ]
  return checks.flatMap(([isFault, sentence]) => (isFault ? [`${slug} ${sentence}`] : []))
}

const openToStrangers = async (
  { slug, access, versions }: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<string[]> => {
  const faults: string[] = []
  const rules = ['read', 'create', 'update', 'delete', ...(versions ? ['readVersions'] : [])]
  for (const name of rules) {
    const rule = access[name as 'read']
    if ((await answerOf(rule, req)) !== false) faults.push(`${slug} lets a stranger ${name}`)
  }
  return faults
}

/** Payload lets any account run, queue and cancel jobs unless told otherwise; without jobs there is nothing to run. */
const openJobs = async (config: SanitizedConfig, stranger: PayloadRequest): Promise<string[]> => {
  const { jobs } = config
  if (!jobs?.tasks?.length && !jobs?.workflows?.length) return []
  const faults: string[] = []
  const user = { id: 0, collection: config.admin.user } as never // an account without any role
  const anybody = { ...stranger, user } as PayloadRequest
  for (const name of ['run', 'queue', 'cancel'] as const) {
    const rule = jobs.access?.[name] as Access | undefined
    if (!rule || (await answerOf(rule, anybody)) !== false) {
      faults.push(`jobs.access.${name} is open to any account`)
    }
  }
  return faults
}

/** A rule that cannot be asked has not said no. */
const answerOf = async (rule: Access | undefined, req: PayloadRequest): Promise<unknown> => {
  try {
    return await rule?.({ req })
  } catch {
    return undefined
  }
}
