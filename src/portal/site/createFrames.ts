import { LRUCache } from 'lru-cache'
import type { PublicReader, SequenceWatch } from '#plugins/release-log/read.ts'
import type { Place } from './portalSite.ts'
import type { SiteDirectory } from './siteDirectory.ts'
import type { SiteView } from './siteView.ts'
import { viewSite } from './viewSite.ts'

/** The frames of pages, kept until their logs move. */
export const createFrames = (options: {
  reader: PublicReader
  watch: SequenceWatch
  directory: SiteDirectory
  publicUrl: string
}): { show: (place: Place) => Promise<SiteView> } => {
  const { reader, watch, directory, publicUrl } = options
  const frames = new LRUCache<string, { version: string; view: SiteView }>({ max: 1000 })
  return {
    show: async (place) => {
      const logs = [place.site.code, 'common']
      const { key, isTrusted } = watch.version(logs)
      // The number is taken before reading: a frame may be newer than it says, never older.
      const version = `${directory.version()}|${isTrusted ? key : await watch.refresh(logs)}`
      const name = [place.site.code, place.basePath, place.locale].join('|')
      const known = frames.get(name)
      if (known?.version === version) return known.view
      const view = await viewSite({ reader, place, publicUrl })
      frames.set(name, { version, view })
      return view
    },
  }
}
