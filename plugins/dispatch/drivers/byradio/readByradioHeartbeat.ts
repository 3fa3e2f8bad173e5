import { z } from 'zod'

const text = z.string().max(300).nullish()
const number = z.number().nullish()
const isOn = z.boolean().nullish()

const shape = z.looseObject({
  Id: z.literal(10),
  Time: z.number(),
  Sender: z.string().min(1).max(80),
  Message: z.looseObject({
    Sn: text,
    Type: number,
    Ip: text,
    Name: text,
    Stlk: text,
    Stst: number,
    Scid: text,
    Scf: text,
    Scst: number,
    Spk: isOn,
    Vl1: number,
    Vl2: number,
    Ver: text,
    Hw: number,
  }),
})

/** What a device of the protocol says of itself. It is signed by nobody: a sign of life, and no proof of playing. */
export type ByradioPresence = {
  /** Serial number: the device's code in our register. */
  code: string
  at: Date
  playing: string | null
  volume: number | null
  firmware: string | null
  kind: 'receiver' | 'transmitter' | 'board' | 'unknown'
}

const kinds = ['receiver', 'transmitter', 'board'] as const

/** Reads a heartbeat; undefined when the text is none. */
export const readByradioHeartbeat = (json: string): ByradioPresence | undefined => {
  const parsed = shape.safeParse(parsedOf(json))
  if (!parsed.success) return undefined
  const { Sender, Time, Message } = parsed.data
  return {
    code: Message.Sn || Sender,
    at: new Date(Time * (Time > 100_000_000_000 ? 1 : 1000)), // some versions count milliseconds
    playing: Message.Scf || Message.Stlk || null,
    volume: Message.Vl2 ?? null,
    firmware: Message.Ver || null,
    kind: kinds[Message.Type ?? -1] ?? 'unknown',
  }
}

const parsedOf = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
