/**
 * What a board has: dispatches by id, the newest number of each chain, and its own standing.
 *
 * @returns {{ setup: object | null, chains: Record<string, number>, items: Record<string, object>, told: Record<string, object[]> }}
 */
export const emptyInbox = () => ({ setup: null, chains: {}, items: {}, told: {} })

/** So many dispatches answer for themselves when they come again. */
const MOST_TOLD = 500

/**
 * Takes a dispatch as a device has to: once, in order, in time, and only when it is meant.
 *
 * @param {ReturnType<typeof emptyInbox>} inbox is not changed
 * @param {object} body of a message whose signature was good
 * @param {{ device: string, now: number }} here
 * @returns {{ inbox: ReturnType<typeof emptyInbox>, receipts: { dispatch: string, kind: string, detail?: string }[] }}
 */
export const takeDispatch = (inbox, body, { device, now }) => {
  const known = inbox.told[body.id]
  if (known) return { inbox, receipts: known.map((one) => ({ dispatch: body.id, ...one })) }
  if (!inbox.setup || !isMeant(inbox, body, device)) return { inbox, receipts: [] }
  const why = refusalOf(inbox, body, now)
  if (why) {
    const refused = { dispatch: body.id, kind: 'refused', detail: why }
    return { inbox: noteTold(inbox, refused), receipts: [refused] }
  }
  const replaced = Object.values(inbox.items).filter((one) => one.chain === body.chain)
  const items = Object.fromEntries(
    Object.entries(inbox.items).filter(([, one]) => one.chain !== body.chain),
  )
  if (body.kind !== 'cancel') items[body.id] = body
  const told = { ...inbox.told, [body.id]: [{ kind: 'received' }] }
  const receipts = [{ dispatch: body.id, kind: 'received' }]
  for (const one of replaced) receipts.push({ dispatch: one.id, kind: 'stopped', detail: body.id })
  if (body.kind === 'cancel') receipts.push({ dispatch: body.id, kind: 'played' })
  return {
    inbox: { ...inbox, items, told, chains: { ...inbox.chains, [body.chain]: body.number } },
    receipts,
  }
}

/** Who does not know where it belongs obeys nobody; what is for others it passes over in silence. */
const isMeant = ({ setup }, { audience }, device) =>
  audience.devices.includes(device) ||
  audience.areas.some((one) => setup.areas.includes(one)) ||
  audience.groups.some((one) => setup.groups.includes(one))

const refusalOf = (inbox, body, now) => {
  if (body.number < (inbox.chains[body.chain] ?? 0)) return 'stale'
  if (body.expiresAt && Date.parse(body.expiresAt) <= now) return 'expired'
  const isFree = body.kind === 'test' || body.kind === 'cancel'
  return inbox.setup.isActive || isFree ? '' : 'not_active'
}

/** Keeps the newest standing of this device. */
export const takeSetup = (inbox, body, device) =>
  body.device === device && body.number > (inbox.setup?.number ?? -1)
    ? { ...inbox, setup: body }
    : inbox

/** Which of what is in force this board has not got. */
export const missingOf = (inbox, recent) =>
  recent.dispatches.map((one) => one.id).filter((id) => !inbox.told[id])

/** Notes what was told of a dispatch, so that it can be told again. */
export const noteTold = (inbox, receipt) => {
  const { dispatch, ...told } = receipt
  const earlier = inbox.told[dispatch] ?? []
  if (earlier.some((one) => one.kind === told.kind)) return inbox
  return { ...inbox, told: { ...inbox.told, [dispatch]: [...earlier, told] } }
}

const rungs = { received: 2, refused: 2, staged: 3, playing: 4, played: 5, proven: 6 }

/** The last dispatches with how far they have come, so that a lost receipt is made good. */
export const recentOf = (inbox) =>
  Object.entries(inbox.told)
    .slice(-20)
    .map(([dispatch, told]) => ({
      dispatch,
      rung: Math.max(0, ...told.map((one) => rungs[one.kind] ?? 0)),
    }))

/** Takes what has expired off the board. */
export const dropExpired = (inbox, now) => {
  const ended = Object.values(inbox.items).filter(
    (one) => one.expiresAt && Date.parse(one.expiresAt) <= now,
  )
  if (ended.length === 0) return { inbox, receipts: [] }
  const items = { ...inbox.items }
  for (const one of ended) delete items[one.id]
  const told = Object.fromEntries(
    Object.entries(inbox.told).filter(([id], n, all) => items[id] || n >= all.length - MOST_TOLD),
  )
  return {
    inbox: { ...inbox, items, told },
    receipts: ended.map((one) => ({ dispatch: one.id, kind: 'stopped', detail: 'expired' })),
  }
}
