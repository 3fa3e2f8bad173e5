import type { ProvenReceipt } from '#domain/dispatch/proof/verifyReceipts.ts'

const words = {
  vi: {
    total: (signed: number, all: number) =>
      `Biên nhận: ${all}; ${signed} do chính thiết bị ký, ${all - signed} chỉ theo lời hệ thống.`,
    signed: 'thiết bị ký',
    word: 'theo lời hệ thống',
    kind: (kind: string, signed: number, all: number) =>
      `  ${kind}: ${signed} có chữ ký, ${all - signed} theo lời hệ thống`,
    channel: (channel: string, n: number) =>
      `  Theo lời hệ thống, kênh ${channel}: ${n} biên nhận không có chữ ký của thiết bị`,
  },
  en: {
    total: (signed: number, all: number) =>
      `Receipts: ${all}; ${signed} signed by the device itself, ${all - signed} only by the hub's word.`,
    signed: 'signed by the device',
    word: "by the hub's word",
    kind: (kind: string, signed: number, all: number) =>
      `  ${kind}: ${signed} signed, ${all - signed} by the hub's word`,
    channel: (channel: string, n: number) =>
      `  By the hub's word, channel ${channel}: ${n} receipts without a signature of the device`,
  },
} as const

/** On whose word the receipts of a proof rest: by kind, by channel where nobody signed, and one by one where asked. */
export const receiptLines = (
  receipts: readonly ProvenReceipt[],
  { language, isListed }: { language: 'vi' | 'en'; isListed: boolean },
): string[] => {
  const said = words[language]
  const unsigned = receipts.filter((one) => !one.isSigned)
  const signedOf = (some: readonly ProvenReceipt[]) => some.filter((one) => one.isSigned).length
  return [
    said.total(receipts.length - unsigned.length, receipts.length),
    ...groupsOf(receipts, 'kind').map(([kind, some]) =>
      said.kind(kind, signedOf(some), some.length),
    ),
    ...groupsOf(unsigned, 'channel').map(([channel, some]) => said.channel(channel, some.length)),
    ...(isListed
      ? receipts.map(
          ({ device, kind, at, isSigned }) =>
            `  ${device} ${kind} ${at}: ${isSigned ? said.signed : said.word}`,
        )
      : []),
  ]
}

const groupsOf = (
  receipts: readonly ProvenReceipt[],
  by: 'kind' | 'channel',
): [string, ProvenReceipt[]][] => {
  const groups = new Map<string, ProvenReceipt[]>()
  for (const one of receipts) {
    const group = groups.get(one[by])
    if (group) group.push(one)
    else groups.set(one[by], [one])
  }
  return [...groups]
}
