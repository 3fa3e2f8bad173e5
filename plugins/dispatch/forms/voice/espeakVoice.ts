import { PortalError } from '#kit/portalError.ts'
import { ProgramError, runProgram, versionOf } from '../runProgram.ts'
import type { Voice } from './voice.ts'

const PROGRAM = 'espeak-ng'

/**
 * espeak-ng, the free engine that speaks Vietnamese offline (voices `vi`, `vi-vn-x-central`, `vi-vn-x-south`). It is under
 * the GPL, so it runs as a program of its own; the text goes in by its standard input, never through a shell.
 */
export const espeakVoice = (): Voice => ({
  name: PROGRAM,
  version: () => versionOf(PROGRAM, '--version'),
  speak: async (text, { voice, speed }) => {
    if (!/^[a-z][a-z0-9-]{1,40}$/.test(voice)) throw failed(`no voice of the name ${voice}`)
    const args = ['-v', voice, '-s', String(Math.round(speed)), '-b', '1', '--stdin', '--stdout']
    try {
      const { stdout } = await runProgram({
        program: PROGRAM,
        args,
        input: text,
        timeoutMs: 60_000,
      })
      if (stdout.length < 100) throw failed('it said nothing')
      return stdout
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error
      throw error.reason === 'missing' ? missing() : failed(error.message)
    }
  },
})

const missing = () =>
  new PortalError('voice_missing', 503, {
    vi: 'Máy chủ chưa cài phần mềm đọc espeak-ng nên chưa nghe thử được. Hãy tải lên tệp ghi âm, hoặc nhờ quản trị cài espeak-ng.',
    en: 'The speech engine espeak-ng is not installed on this server. Upload a recording, or have espeak-ng installed.',
  })

const failed = (detail: string) =>
  new PortalError(
    'voice_failed',
    502,
    {
      vi: 'Phần mềm đọc không đọc được văn bản này.',
      en: 'The speech engine could not read this text.',
    },
    { detail },
  )
