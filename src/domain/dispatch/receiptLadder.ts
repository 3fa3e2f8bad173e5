/** What a device reports; most are rungs of the ladder from "handed over" to "proven". */
export const receiptKinds = [
  'received',
  'staged',
  'playing',
  'interrupted',
  'resumed',
  'played',
  'proven',
  'stopped',
  'refused',
] as const

export type ReceiptKind = (typeof receiptKinds)[number]

/** How much a receipt says, 2 received … 6 proven; a device that was interrupted, or went on, has played. */
const rungs = new Map<string, number>(
  Object.entries({
    received: 2,
    refused: 2,
    stopped: 2,
    staged: 3,
    playing: 4,
    interrupted: 4,
    resumed: 4,
    played: 5,
    proven: 6,
  } satisfies Record<ReceiptKind, number>),
)

const climbed = ['received', 'staged', 'playing', 'played', 'proven'] as const

/** The rung a receipt stands for; 0 for what is none. */
export const rungOfReceipt = (kind: string): number => rungs.get(kind) ?? 0

/** The receipt a rung is named after, as heartbeats tell it; none for what no device says, as 1 handed over. */
export const receiptOfRung = (rung: number): (typeof climbed)[number] | undefined =>
  climbed[rung - 2]
