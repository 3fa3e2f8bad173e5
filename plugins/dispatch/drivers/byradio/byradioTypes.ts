/** What every message of the protocol is wrapped in. */
export type ByradioEnvelope<Message> = {
  /** What kind of message; the numbers differ between versions, so they are settings. */
  Id: number
  /** Seconds since 1970, UTC. */
  Time: number
  /** IMEI or serial number of the sender. */
  Sender: string
  Message: Message
}

/** One bulletin with the times at which it is shown or played. */
export type ByradioSchedule = {
  Id: string
  CreatedTime: number
  /** In force from and to, in seconds since 1970. */
  From: number
  To: number
  IsActive: boolean
  IsDaily: boolean
  /** 1 Monday … 7 Sunday, when `IsDaily`. */
  Days: number[]
  /** When on a day, in seconds since 00:00 by the local clock. */
  Times: number[]
  /** Seconds; of no account when `Loops` is set. */
  Duration: number
  Loops: number
  /** Seconds between two rounds. */
  IdleTime: number
  IsBroadcast: boolean
  Songs: string[]
  /** Folder of the object store. */
  Path: string
  Title: string
  /** 1 ticker (BanTinThongBao), 2 text (BanTinVanBan), 3 video, 4 picture. */
  ScheduleType: 1 | 2 | 3 | 4
  TextContent: string
  MediaContent: string
  FullScreen: boolean
  ColorValue: string
}

/** A group a device listens to; the lower number wins, 1000 is "nothing playing". */
export type ByradioGroup = {
  Id: string
  Name: string
  /** 0 group, 1 master device, 2 user. */
  MasterType: 0 | 1 | 2
  Priority: number
}

/** What a device is told of itself. */
export type ByradioDeviceConfig = {
  Id: string
  Name: string
  /** 0 receiver, 1 transmitter. */
  DeviceType: 0 | 1
  Priority: number
  Groups: ByradioGroup[]
}

/** Live sound or pictures: PREPARE (relays on), START, RUNNING, STOP. */
export type ByradioStream = {
  MasterImei: string
  CmdCode: 1 | 2 | 3 | 4
  Serial: string[]
  IsAll: boolean
  StreamInfo: { Name: string; Uri: string }
  Volume: number
  /** Of PREPARE: seconds before the second relay closes. */
  DelayTurnOnRelayOnPrepair: number
}

/** Settings by their numbers; 96 and 97 are the volume. */
export type ByradioConfig = { Cmd: string | null; Obj: { C: number; V: string }[] }

/** What a device tells of itself now and then (Id 10). */
export type ByradioHeartbeat = {
  Sn: string
  /** 0 receiver, 1 transmitter, 2 board. */
  Type: number
  Ip?: string
  Id?: string
  Name?: string
  Mid?: string
  Stmt?: string
  Stlk?: string
  Stst?: number
  Scid?: string
  Scf?: string
  Scst?: number
  Mic?: boolean
  Spk?: boolean
  Cam?: boolean
  Vl1?: number
  Vl2?: number
  Ver?: string
  Hw?: number
}
