import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '#tests/support/startApp.ts'
import { makeTone } from './makeTone.ts'
import { runProgram } from './runProgram.ts'

/** A commune's station: Liquidsoap with the script we ship, before Icecast. */
export type Station = {
  /** What listeners open. */
  streamUrl: string
  /** As the register has it. */
  address: string
  /** Pitch of the station's own programme, in Hz. */
  programmeHz: number
  stop: () => Promise<void>
}

const PROGRAMME_HZ = 440

/** Starts a station that plays a tone as its programme. */
export const startStation = async (folder: string): Promise<Station> => {
  const [icecastPort, telnetPort] = [await freePort(), await freePort()]
  const programme = path.join(folder, 'programme')
  await mkdir(programme, { recursive: true })
  await makeTone(path.join(programme, 'programme.wav'), PROGRAMME_HZ, 120)
  const config = path.join(folder, 'icecast.xml')
  await writeFile(config, icecastXml(icecastPort, folder))
  const script = path.join(folder, 'radio.liq')
  await copyFile(path.resolve('src/examples/station/radio.liq'), script)
  for (const one of [config, script, programme]) await chmod(one, 0o755)
  const icecast = await runProgram({ command: 'icecast2', args: ['-c', config], cwd: folder })
  const liquidsoap = await runProgram({
    command: 'liquidsoap',
    args: [script],
    cwd: folder,
    env: {
      PROGRAMME: programme,
      TELNET_PORT: String(telnetPort),
      ICECAST_PORT: String(icecastPort),
      ICECAST_PASSWORD: 'hackme',
    },
    until: /Connection setup was successful/,
    withinMs: 60_000,
  })
  return {
    streamUrl: `http://127.0.0.1:${icecastPort}/radio.mp3`,
    address: `liquidsoap://127.0.0.1:${telnetPort}`,
    programmeHz: PROGRAMME_HZ,
    stop: async () => {
      await liquidsoap.stop()
      await icecast.stop()
    },
  }
}

/** No burst: a listener hears the present, not the last seconds. */
const icecastXml = (port: number, folder: string): string => `<icecast>
  <limits><clients>20</clients><sources>2</sources><burst-size>0</burst-size><burst-on-connect>0</burst-on-connect></limits>
  <authentication><source-password>hackme</source-password><admin-user>admin</admin-user><admin-password>hackme</admin-password></authentication>
  <hostname>localhost</hostname>
  <listen-socket><port>${port}</port><bind-address>127.0.0.1</bind-address></listen-socket>
  <paths><logdir>${folder}</logdir><webroot>/usr/share/icecast2/web</webroot><adminroot>/usr/share/icecast2/admin</adminroot></paths>
  <logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>2</loglevel></logging>
</icecast>
`
