import type { Priority } from '../../types.ts'

/**
 * What the codes of one endpoint mean. All travel as strings; their values are agreed with each receiving system, for no
 * published document fixes them: check them against the connection guide of the system that is connected.
 */
export type HttttnCodes = {
  /** MucDoUuTien */
  priority: Record<Priority, string>
  /** LoaiBanTin: by the form in which it goes out. */
  form: Record<'text' | 'audio' | 'image' | 'video', string>
  /** LoaiLinhVuc: by topic; what is not listed goes as `otherTopic`. */
  topic: Readonly<Record<string, string>>
  otherTopic: string
  /** NguonId */
  sourceId: string
}

/** The codes of an endpoint that has given none of its own. */
export const usualHttttnCodes: HttttnCodes = {
  priority: { normal: '1', priority: '2', emergency: '3' },
  form: { text: '1', audio: '2', image: '3', video: '4' },
  topic: {},
  otherTopic: '0',
  sourceId: 'coloa',
}
