import type { ProgrammeRules } from '#domain/dispatch/programme/programmeRules.ts'
import { label } from '#kit/label.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** Hours of radio and boards until a commune enters its own; on public holidays, Saturdays and Sundays too. */
export const defaultFrames = (clauses: {
  radio: string
  board: string
}): ProgrammeRules['timeFrames'] => [
  {
    clause: clauses.radio,
    medium: 'radio',
    frames: [
      { days: everyDay, from: '05:30', to: '07:00' },
      { days: everyDay, from: '16:30', to: '18:00' },
    ],
    reading,
  },
  {
    clause: clauses.board,
    medium: 'board',
    frames: [{ days: everyDay, from: '06:00', to: '22:00' }],
    reading,
  },
]

const reading = label(
  'Quy chế để UBND cấp xã tự quy định khung giờ; các giờ này dùng tới khi xã nhập khung giờ của mình.',
  'The regulation leaves the hours to the commune; these hold until it enters its own.',
)
