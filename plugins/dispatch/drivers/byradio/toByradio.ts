import { createHash } from 'node:crypto'
import type { Snapshot } from '../snapshot.ts'
import type {
  ByradioConfig,
  ByradioDeviceConfig,
  ByradioEnvelope,
  ByradioGroup,
  ByradioSchedule,
  ByradioStream,
} from './byradioTypes.ts'

/** Numbers of message kinds. Only 10 (heartbeat) is certain; devices tell the others apart by what `Message` holds. */
export const usualByradioIds = { heartbeat: 10, schedule: 20, device: 30, stream: 40, config: 50 }

/** Yellow on black for emergencies, white for the rest. */
const color: Record<Snapshot['priority'], string> = {
  emergency: '#FFD400',
  priority: '#FFFFFF',
  normal: '#FFFFFF',
}

/** An emergency goes over what a group or a user plays. */
const groupPriority: Record<Snapshot['priority'], number> = {
  emergency: 1,
  priority: 10,
  normal: 100,
}

const STREAM = { prepare: 1, start: 2, running: 3, stop: 4 } as const
const DAY_SECONDS = 86_400
const SYLLABLES_A_SECOND = 3
/** What is to be played at once is played this much later, so that the device has it before its time. */
const LEAD_SECONDS = 2

/** Wraps a message as the protocol wants it. */
export const byradioEnvelope = <Message>(options: {
  id: number
  sender: string
  message: Message
  now: Date
}): ByradioEnvelope<Message> => ({
  Id: options.id,
  Time: secondsOf(options.now),
  Sender: options.sender,
  Message: options.message,
})

/**
 * A dispatch as a schedule: the same chain has the same `Id`, so that an update replaces it and a cancellation, not active
 * any more, ends it.
 *
 * @param deviceClass a board plays the sound of a video with it
 */
export const toByradioSchedule = (
  snapshot: Snapshot,
  now: Date,
  deviceClass: string | null = null,
): ByradioSchedule => {
  const start = Math.max(secondsOf(snapshot.effectiveAt), secondsOf(now) + LEAD_SECONDS)
  const media = mediaOf(snapshot, deviceClass === 'ledBoard')
  const end = snapshot.expiresAt ? secondsOf(snapshot.expiresAt) : start + DAY_SECONDS
  const isEmergency = snapshot.priority === 'emergency'
  return {
    Id: createHash('sha256').update(snapshot.chain).digest('hex').slice(0, 32),
    CreatedTime: secondsOf(snapshot.issuedAt),
    From: start,
    To: Math.max(end, start + 1),
    IsActive: snapshot.kind !== 'cancel',
    IsDaily: false,
    Days: [],
    Times: [localSecond(start)],
    // A board shows an emergency until it ends; sound is over when it is over.
    Duration: isEmergency && !media.song ? Math.max(1, end - start) : durationOf(snapshot),
    Loops: 0,
    IdleTime: 0,
    IsBroadcast: true,
    Songs: media.song ? [media.song] : [],
    Path: '',
    Title: snapshot.title,
    ScheduleType: media.type,
    TextContent: `${snapshot.title}. ${snapshot.text} (${snapshot.issuer})`,
    MediaContent: media.content,
    FullScreen: isEmergency,
    ColorValue: color[snapshot.priority],
  }
}

/** The groups a device is in, as dispatches of this priority reach it. */
export const toByradioDevice = (options: {
  code: string
  name: string
  isTransmitter: boolean
  priority: Snapshot['priority']
  groups: readonly { code: string; name: string }[]
}): ByradioDeviceConfig => {
  const priority = groupPriority[options.priority]
  return {
    Id: options.code,
    Name: options.name,
    DeviceType: options.isTransmitter ? 1 : 0,
    Priority: priority,
    Groups: options.groups.map(({ code, name }): ByradioGroup => ({
      Id: code,
      Name: name,
      MasterType: 0,
      Priority: priority,
    })),
  }
}

/** A command about a live stream. */
export const toByradioStream = (options: {
  command: keyof typeof STREAM
  sender: string
  /** None: every device of the topic. */
  serials: readonly string[]
  name: string
  uri: string
  volume: number
  relayDelaySeconds?: number
}): ByradioStream => ({
  MasterImei: options.sender,
  CmdCode: STREAM[options.command],
  Serial: [...options.serials],
  IsAll: options.serials.length === 0,
  StreamInfo: { Name: options.name, Uri: options.uri },
  Volume: options.volume,
  DelayTurnOnRelayOnPrepair: options.command === 'prepare' ? (options.relayDelaySeconds ?? 0) : 0,
})

/**
 * Sets the volume of speech and of music.
 *
 * @param percent 0 to 100
 */
export const toByradioVolume = (percent: number): ByradioConfig => {
  const value = String(Math.min(100, Math.max(0, Math.round(percent))))
  return {
    Cmd: null,
    Obj: [
      { C: 96, V: value },
      { C: 97, V: value },
    ],
  }
}

const mediaOf = (
  { media }: Snapshot,
  isBoard: boolean,
): { type: 1 | 2 | 3 | 4; content: string; song?: string } => {
  const urlOf = (role: string) => media.find((one) => one.role === role)?.url
  const video = urlOf('video')
  const image = urlOf('image')
  const song = video && isBoard ? undefined : urlOf('audio')
  return {
    type: video ? 3 : image ? 4 : 2,
    content: video ?? image ?? '',
    ...(song ? { song } : {}),
  }
}

const durationOf = ({ media, spokenText, text }: Snapshot): number => {
  const known = media.find((one) => one.seconds !== undefined)?.seconds
  const syllables = (spokenText ?? text).split(/\s+/).filter(Boolean).length
  return Math.max(1, Math.ceil(known ?? syllables / SYLLABLES_A_SECOND))
}

const secondsOf = (moment: Date | string): number => Math.floor(new Date(moment).getTime() / 1000)

/** Seconds since 00:00 by the clock of Việt Nam (UTC+7). */
const localSecond = (moment: number): number => (moment + 7 * 3600) % DAY_SECONDS
