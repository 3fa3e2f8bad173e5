import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterAttempt } from '#domain/dispatch/afterAttempt.ts'
import { afterReceipt, isTerminal, rungOf } from '#domain/dispatch/deliveryState.ts'
import type { DeliveryState } from '#domain/dispatch/deliveryState.ts'
import { receiptKinds } from '#domain/dispatch/receiptLadder.ts'
import type { ReceiptKind } from '#domain/dispatch/receiptLadder.ts'
import { judge } from '../../../src/examples/device/judge.ts'
import { emptyMemory, note } from '../../../src/examples/device/memory.ts'
import type { Item, Memory } from '../../../src/examples/device/memory.ts'
import { obey, refuse } from '../../../src/examples/device/obey.ts'
import { nextStep } from '../../../src/examples/device/programme.ts'
import type { Command } from '../../../src/examples/device/protocol.ts'

// A hub, a device and the way between them, in steps of a second: what is given may be lost, repeated, late or out of order,
// and the device may lose its power at any moment.

type Delivery = {
  command: Command
  state: DeliveryState
  attempts: number
  nextAt: number
  confirmBy: number | undefined
  lastAt: number
}

type World = {
  now: number
  deliveries: Delivery[]
  /** Under way to the device, in any order. */
  air: Command[]
  /** Under way to the hub. */
  told: { dispatch: string; kind: ReceiptKind }[]
  memory: Memory
  /** What the power cut leaves. */
  disk: string
  heard: { id: string; number: number; chain: string; at: number; isRest: boolean }[]
  number: number
}

const T0 = Date.UTC(2026, 8, 1)
const at = (second: number) => new Date(T0 + second * 1000)
const CHAINS = ['storm', 'flood'] as const
const code = 'loa-1'

const open = (): World => {
  const memory = emptyMemory()
  memory.setup = {
    v: 1,
    kind: 'setup',
    device: code,
    isActive: true,
    areas: ['01'],
    groups: [],
    number: 1,
  }
  const disk = JSON.stringify(memory)
  return { now: 0, deliveries: [], air: [], told: [], memory, disk, heard: [], number: 0 }
}

/** The hub gives an instruction: what the chain had waiting is replaced, as `issueDispatch` does it. */
const give = (world: World, order: { chain: string; kind: Command['kind']; lifetime: number }) => {
  const earlier = world.deliveries.filter((one) => one.command.chain === order.chain)
  const mayHaveIt = earlier.some((one) => one.attempts > 0 || one.state !== 'queued')
  for (const one of earlier) {
    if (one.state === 'queued') one.state = 'superseded'
    one.confirmBy = undefined
  }
  if (order.kind === 'cancel' && !mayHaveIt) return
  world.number += 1
  const command: Command = {
    v: 1,
    id: `d-${world.number}`,
    number: world.number,
    chain: order.chain,
    kind: order.kind,
    priority: 'emergency',
    issuer: 'Hà Nội',
    effectiveAt: at(world.now).toISOString(),
    expiresAt: at(world.now + order.lifetime).toISOString(),
    audience: { areas: ['01'], groups: [], devices: [] },
    title: order.chain,
    text: order.chain,
    spokenText: null,
    media: [],
  }
  world.deliveries.push({
    command,
    state: 'queued',
    attempts: 0,
    nextAt: world.now,
    confirmBy: undefined,
    lastAt: world.now,
  })
}

/** The sender looks at what is due: expiry at claim, hand-over or failure, then the next time. */
const send = (world: World, fate: 'arrives' | 'lost after acceptance' | 'fails' | 'twice') => {
  for (const one of world.deliveries) {
    const isDue =
      (one.state === 'queued' && one.nextAt <= world.now) ||
      (one.state === 'accepted' && one.confirmBy !== undefined && one.confirmBy <= world.now)
    if (!isDue) continue
    if (Date.parse(one.command.expiresAt ?? '') <= at(world.now).getTime()) {
      if (one.state === 'queued') one.state = 'expired'
      one.confirmBy = undefined
      continue
    }
    const isAgain = one.state === 'accepted'
    one.attempts += 1
    one.lastAt = world.now
    const outcome = fate === 'fails' ? 'failed' : 'accepted'
    if (fate === 'arrives') world.air.push(one.command)
    if (fate === 'twice') world.air.push(one.command, one.command)
    const next = afterAttempt({
      lane: 0,
      attempts: one.attempts,
      isAgain,
      outcome,
      hasReceipts: true,
      hasAlternate: false,
      expiresAt: new Date(one.command.expiresAt ?? ''),
      now: at(world.now),
      random: 0.5,
    })
    const second = next && (next.getTime() - T0) / 1000
    if (outcome === 'accepted' || isAgain) {
      one.state = 'accepted'
      one.confirmBy = second
    } else if (second === undefined) one.state = 'dead'
    else one.nextAt = second
  }
}

const arrive = (world: World, which: number) => {
  const command = world.air[which % Math.max(1, world.air.length)]
  if (!command) return
  world.air.splice(world.air.indexOf(command), 1)
  const { memory } = world
  const now = at(world.now)
  const envelope = { timestamp: Math.floor(now.getTime() / 1000) }
  const verdict = judge({ memory, command, envelope, code, now, isClockSure: true })
  if (verdict === 'obey') {
    obey(memory, command, now)
    const item = memory.items[command.id]
    if (item?.state === 'staging') item.state = 'waiting'
  } else if (typeof verdict === 'object') refuse(memory, command, now, verdict.refuse)
  if (verdict === 'known') retell(memory, command.id)
  world.disk = JSON.stringify(memory)
}

const retell = (memory: Memory, id: string) => {
  for (const one of memory.items[id]?.receipts ?? []) memory.unsent.push(`${id} ${one.eventId}`)
}

/** A second passes: what is playing ends, the next begins; each change is on disk before it sounds. */
const pass = (world: World) => {
  world.now += 1
  const now = at(world.now)
  for (const item of Object.values(world.memory.items)) {
    if (item.state !== 'playing') continue
    item.state = 'played'
    note(world.memory, item, { kind: 'played', at: now })
  }
  const step = nextStep(world.memory, now)
  if (step?.do === 'start' || step?.do === 'resume') begin(world, step.item, step.do === 'resume')
  world.disk = JSON.stringify(world.memory)
}

const begin = (world: World, item: Item, isRest: boolean) => {
  item.state = 'playing'
  note(world.memory, item, { kind: isRest ? 'resumed' : 'playing', at: at(world.now) })
  world.disk = JSON.stringify(world.memory)
  const { id, number, chain } = item.command
  world.heard.push({ id, number, chain, at: world.now, isRest })
}

const crash = (world: World) => {
  world.memory = JSON.parse(world.disk) as Memory
  for (const item of Object.values(world.memory.items)) {
    if (item.state === 'playing') item.state = 'interrupted'
  }
}

const report = (world: World, isLost: boolean) => {
  const { memory } = world
  for (const key of memory.unsent.splice(0)) {
    const [id = '', eventId] = key.split(' ')
    const receipt = memory.items[id]?.receipts.find((one) => one.eventId === eventId)
    if (receipt && !isLost) world.told.push({ dispatch: id, kind: receipt.kind })
  }
  world.disk = JSON.stringify(memory)
}

const take = (world: World, which: number) => {
  const receipt = world.told[which % Math.max(1, world.told.length)]
  if (!receipt) return
  world.told.splice(world.told.indexOf(receipt), 1)
  const delivery = world.deliveries.find((one) => one.command.id === receipt.dispatch)
  if (!delivery) return
  const before = delivery.state
  delivery.state = afterReceipt(before, receipt.kind)
  delivery.confirmBy = undefined
  expect(rungOf[delivery.state]).toBeGreaterThanOrEqual(rungOf[before])
}

const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      chain: fc.constantFrom(...CHAINS),
      kind: fc.constantFrom<Command['kind']>('alert', 'update', 'cancel'),
      lifetime: fc.integer({ min: 1, max: 25 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      fate: fc.constantFrom('arrives', 'lost after acceptance', 'fails', 'twice'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('arrive' as const), which: fc.nat(20) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('report' as const), isLost: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take' as const), which: fc.nat(20) }) },
)

/** Long enough for things to meet. */
const acts = fc.array(act, { minLength: 30, maxLength: 120, size: 'max' })

const run = (done: readonly (typeof act extends fc.Arbitrary<infer T> ? T : never)[]): World => {
  const world = open()
  for (const one of done) {
    if (one.do === 'give') give(world, one)
    else if (one.do === 'send')
      send(world, one.fate as 'arrives') // one of the four
    else if (one.do === 'arrive') arrive(world, one.which)
    else if (one.do === 'pass') pass(world)
    else if (one.do === 'crash') crash(world)
    else if (one.do === 'report') report(world, one.isLost)
    else take(world, one.which)
  }
  return world
}

const commandOf = (world: World, id: string) =>
  world.deliveries.find((one) => one.command.id === id)?.command

test('nothing expired sounds, nothing cancelled sounds again, nothing sounds twice, and each chain is heard in order', () => {
  fc.assert(
    fc.property(acts, (done) => {
      const world = run(done)
      const begun = world.heard.filter((one) => !one.isRest)
      expect(new Set(begun.map((one) => one.id)).size).toBe(begun.length)
      for (const heard of world.heard) {
        const command = commandOf(world, heard.id)
        expect(command?.kind).not.toBe('cancel')
        expect(Date.parse(command?.expiresAt ?? '')).toBeGreaterThan(at(heard.at).getTime())
      }
      for (const chain of CHAINS) {
        const numbers = world.heard.filter((one) => one.chain === chain).map((one) => one.number)
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      }
      // A device that has the cancellation is silent from then on.
      for (const [chain, { number, isCancelled }] of Object.entries(world.memory.chains)) {
        if (!isCancelled) continue
        const open = Object.values(world.memory.items).filter(
          (one) => one.command.chain === chain && one.command.number < number,
        )
        expect(open.filter((one) => one.state === 'playing' || one.state === 'waiting')).toEqual([])
      }
    }),
    { numRuns: 3000 },
  )
})

test('nothing is lost: once the way holds, the newest of each chain that has not expired reaches the device', () => {
  fc.assert(
    fc.property(acts, (done) => {
      const world = run(done)
      const due = CHAINS.flatMap((chain) => {
        const newest = world.deliveries.filter((one) => one.command.chain === chain).at(-1)
        return newest && isStillDue(world, newest) ? [newest.command.id] : []
      })
      // The way holds from here on. Nobody gives anything new; time goes on until the last has expired.
      for (let second = 0; second < 80; second += 1) {
        send(world, 'arrives')
        while (world.air.length > 0) arrive(world, 0)
        pass(world)
        report(world, false)
        while (world.told.length > 0) take(world, 0)
      }
      for (const id of due) expect(world.memory.items[id]).toBeDefined()
    }),
    { numRuns: 1500 },
  )
})

/** Its next attempt, or the moment its device's word is missed (10 s, then twice as long), comes before its end. */
const isStillDue = (world: World, one: Delivery): boolean => {
  if (isTerminal(one.state) || world.memory.items[one.command.id]) return false
  const missedAt = one.lastAt + 10 * 2 ** (one.attempts - 1) * 1.25
  const nextAt = Math.ceil(one.state === 'queued' ? one.nextAt : missedAt)
  return at(Math.max(world.now, nextAt) + 1).getTime() < Date.parse(one.command.expiresAt ?? '')
}

test('the state of a delivery does not depend on the order of its receipts', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom(...receiptKinds), { maxLength: 8 })
        .chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
          ),
        ),
      ([one, other]) => {
        const fold = (list: ReceiptKind[]) => list.reduce(afterReceipt, 'accepted' as DeliveryState)
        expect(fold(one)).toBe(fold(other))
      },
    ),
  )
})
