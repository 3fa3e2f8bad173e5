/** How long a page of text stands at least, and a picture. */
export const PAGE_MS = 6000
export const PICTURE_MS = 10_000

/**
 * What is on the board now: emergencies take it whole, newest first; else pictures and films in turn with texts running below
 * them; texts in pages where there is neither.
 *
 * @param {Record<string, object>} items
 * @param {number} now
 * @returns {{ key: string, mode: 'emergency' | 'programme' | 'idle', slides: { kind: string, item: object }[], read: object[] }}
 *   `read` are the items whose texts run below the pictures
 */
export const programmeOf = (items, now) => {
  const live = Object.values(items)
    .filter((one) => Date.parse(one.effectiveAt) <= now)
    .filter((one) => !one.expiresAt || Date.parse(one.expiresAt) > now)
    .sort((a, b) => b.number - a.number)
  const urgent = live.filter((one) => one.priority === 'emergency')
  if (urgent.length > 0) return made('emergency', urgent.flatMap(slidesOf))
  const ordered = [
    ...live.filter((one) => one.priority === 'priority'),
    ...live.filter((one) => one.priority === 'normal'),
  ]
  const seen = ordered.filter(hasPicture)
  const read = ordered.filter((one) => !hasPicture(one))
  if (seen.length === 0)
    return made(read.length === 0 ? 'idle' : 'programme', read.flatMap(slidesOf))
  return made('programme', seen.flatMap(slidesOf), read)
}

/** Screens drawn from the text have a page number: this board draws texts itself. */
export const picturesOf = (one) =>
  (one.media ?? []).filter((file) => file.role !== 'audio' && file.page === undefined)

const hasPicture = (one) => picturesOf(one).length > 0

const slidesOf = (item) => {
  const video = picturesOf(item).find((file) => file.role === 'video')
  const image = picturesOf(item).find((file) => file.role === 'image')
  const text = { kind: 'text', item }
  const seen = video
    ? { kind: 'video', item, file: video }
    : image && { kind: 'image', item, file: image }
  if (!seen) return [text]
  // What to do in an emergency is read before anything is looked at.
  return item.priority === 'emergency' ? [text, seen] : [seen]
}

const made = (mode, slides, read = []) => ({
  mode,
  slides,
  read,
  key: `${mode}:${slides.map((one) => `${one.item.id}/${one.kind}`).join(',')}:${read.map((one) => one.id).join(',')}`,
})
